/**
 * What a browser has to load of JavaScript and CSS before a page can be used: every such file that was asked for by
 * then, each compressed as a static host does. `node scripts/weight.mjs` prints the table.
 */
import { gzipSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { BUILD, buildIfStale } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { serve } from './static-server.mjs';

/** Kilobytes, of a thousand bytes each. */
export const LIMITS = {
	/** The first page, drawn and alive, in a browser that has never been here. */
	home: 60,
	/**
	 * A chat with its typing box ready. As much as the player of H5P's branching scenario with its core
	 * (76.6 + 16.3 kB, measured).
	 */
	chat: 93
};

const CHAT = '/chat?scenario=obituary-of-1894&mode=guided';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Scripts and styles asked for until `moment`, milliseconds since the navigation, compressed together, in bytes.
 * @param {Page} page
 * @param {number} moment
 */
const bytesUntil = async (page, moment) => {
	const urls = await page.evaluate(
		(until) =>
			performance
				.getEntriesByType('resource')
				.filter(({ name, startTime }) => /\.(js|css)(\?|$)/.test(name) && startTime <= until)
				.map(({ name }) => name),
		moment
	);
	const sizes = await Promise.all(
		[...new Set(urls)].map(
			async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length
		)
	);
	return sizes.reduce((sum, size) => sum + size, 0);
};

/**
 * Runs in the page: resolves with the time at which what the selector names is first there.
 * @param {string} selector
 * @returns {Promise<number>}
 */
const whenThere = (selector) =>
	new Promise((resolve) => {
		const look = () => {
			if (document.querySelector(selector) === null) return;
			observer.disconnect();
			resolve(performance.now());
		};
		const observer = new MutationObserver(look);
		observer.observe(document, { childList: true, subtree: true });
		look();
	});

/**
 * @param {Page} page of a browser that has never been here
 * @param {string} base
 * @returns {Promise<number>} bytes
 */
export const weightOfHome = async (page, base) => {
	await page.goto(base, { waitUntil: 'networkidle' });
	return bytesUntil(page, Infinity);
};

/**
 * The chat until its typing box is there, and until a first message stands in the transcript as sent.
 * @param {Page} page of a browser that has never been here
 * @param {string} base
 * @returns {Promise<{ untilPlayable: number, untilSent: number }>} bytes
 */
export const weightOfChat = async (page, base) => {
	await page.goto(new URL(CHAT, base).href);
	const takeOver = page.getByRole('button', { name: 'Take over' });
	await takeOver.waitFor();
	const playable = page.evaluate(whenThere, 'textarea:enabled');
	await takeOver.click();
	const moment = await playable;
	const box = page.getByRole('textbox', { name: 'Message to Dolores' });
	await box.fill('One moment please.');
	await box.press('Enter');
	await page.getByTestId('message').filter({ hasText: /^You/ }).waitFor();
	const sent = await page.evaluate(() => performance.now());
	return { untilPlayable: await bytesUntil(page, moment), untilSent: await bytesUntil(page, sent) };
};

const KILO = 1000;
/** @param {string} what @param {number} bytes @param {number} [limit] */
const row = (what, bytes, limit) =>
	`  ${what.padEnd(44)}${(bytes / KILO).toFixed(1).padStart(7)} kB${limit === undefined ? '' : `   limit ${limit} kB`}`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	await buildIfStale();
	const found = findChromium();
	const { url, close } = await serve({ folder: BUILD, port: 0 });
	const browser = await chromium.launch({
		...(found && { executablePath: found.path }),
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
	});
	const newPage = async () => (await browser.newContext()).newPage();
	const home = await weightOfHome(await newPage(), url);
	const { untilPlayable, untilSent } = await weightOfChat(await newPage(), url);
	console.log(
		[
			'JavaScript and CSS, compressed (gzip)',
			row('home, first visit', home, LIMITS.home),
			row('chat, until one can type', untilPlayable, LIMITS.chat),
			row('chat, until the first message is stored', untilSent)
		].join('\n')
	);
	await browser.close();
	close();
}
