import { createHash } from 'node:crypto';
import { chromium } from '@playwright/test';
import { done, fillDatabase, floors, importFloor, opened } from './bench-page.mjs';
import { requireChromium } from './chromium.mjs';
import { runNode } from './run-node.mjs';
import { serve } from './static-server.mjs';

/** Growth is shown over these where nobody asks for other sizes. */
const SIZES = [1_000, 10_000, 50_000];
const FILES = 1_000;
/** Fifty thousand chats are scored for the first time in some minutes on a slow machine. */
const PATIENCE_MS = 1_800_000;
/** Nobody goes on sooner. */
const READING_MS = 2_000;
/** Chats that are gone through; the median counts. */
const NEXTS = 5;

/**
 * What the trainer's side may take at 10,000 chats, in milliseconds; `longest`: also a task of the main thread meanwhile.
 * @type {Readonly<Record<string, { ms: number, longest?: number }>>}
 */
const GOALS = {
	'queue opens': { ms: 300 },
	'next chat': { ms: 50 },
	'heat map': { ms: 500 },
	'another pack compared': { ms: 3_000, longest: 50 },
	'another pack counts': { ms: 3_000, longest: 50 },
	'1,000 files taken in': { ms: 10_000 }
};

/**
 * @typedef {{ id: string, events: { type: string }[] }} Chat
 * @typedef {{ what: string, ms: number, longest: number, floor: number | null }} Figure `longest` task of the main thread;
 *   `floor` is what plain IndexedDB takes for what has to be read or written at least
 * @typedef {import('@playwright/test').Browser} Browser
 */

/** @returns {Promise<Chat[]>} */
const readChats = async () => {
	const { child, done: ended } = runNode(['scripts/run-ts.mjs', 'src/cli/bench-chats.ts'], 'pipe');
	let text = '';
	child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ part) => (text += part));
	if ((await ended) !== 0) throw new Error('The chats could not be made');
	return JSON.parse(text);
};

const AGAIN = 'section[aria-labelledby="again"]';

/**
 * Goes through the trainer's pages over so many chats, and measures in the page itself.
 * @param {Browser} browser
 * @param {string} url
 * @param {number} count
 * @param {Chat[]} chats
 * @returns {Promise<Figure[]>}
 */
const measure = async (browser, url, count, chats) => {
	const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC' });
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	// The app makes its database before it is filled.
	await page.goto(`${url}your-data`);
	await page.getByTestId('chats').waitFor();
	await page.evaluate(fillDatabase, { chats, count });
	/** @type {Figure[]} */
	const figures = [];
	/**
	 * @param {string} what
	 * @param {Parameters<typeof done>[0]} deed
	 * @param {number | null} floor
	 */
	const figure = async (what, deed, floor) => {
		figures.push({ what, ...(await page.evaluate(done, deed)), floor });
	};
	const toQueue = {
		click: 'main a[href$="/trainer"]',
		seen: '[data-testid="extent"]',
		text: `${count} chats`
	};
	const fromElsewhere = async () => {
		await page.goto(`${url}trainer/inbox`);
		await page.locator('main a[href$="/trainer"]').waitFor();
		// The inbox looks at what is stored, too: let it finish.
		await page.waitForTimeout(READING_MS);
	};
	await fromElsewhere();
	await figure('scored for the first time', toQueue, null);
	const floor = await page.evaluate(floors);
	await fromElsewhere();
	await figure('queue opens', toQueue, floor.rows);
	await page.goto(`${url}trainer`);
	const cold = { seen: '[data-testid="extent"]', text: `${count} chats` };
	figures.push({
		what: 'queue, page loaded anew',
		...(await page.evaluate(opened, cold)),
		floor: floor.rows
	});
	await fromElsewhere();
	await page.locator('main a[href$="/trainer"]').click();
	await page.locator('a[href*="/trainer/attempt"]').first().click();
	await page.locator('main h1').filter({ hasText: ':' }).waitFor();
	// The rest of the queue is read while the first chat is looked at.
	await page.waitForTimeout(READING_MS);
	await figure('next chat, the first time', { key: 'n', seen: 'main h1', text: ':', isNew: true }, floor.log);
	/** @type {Figure[]} */
	const nexts = [];
	for (let time = 0; time < NEXTS; time++) {
		await page.waitForTimeout(READING_MS);
		const found = await page.evaluate(done, { key: 'n', seen: 'main h1', text: ':', isNew: true });
		nexts.push({ what: 'next chat', ...found, floor: floor.log });
	}
	nexts.sort((a, b) => a.ms - b.ms);
	figures.push(...nexts.slice(NEXTS >> 1, (NEXTS >> 1) + 1));
	await page.goto(`${url}trainer`);
	await page
		.getByTestId('extent')
		.filter({ hasText: `${count} chats` })
		.waitFor();
	await figure(
		'heat map',
		{ click: 'a[href$="/trainer/glance"]', seen: 'section[aria-labelledby="steps"] tbody td' },
		floor.rows
	);
	await page.locator('.chart').last().waitFor();
	await page.locator(`${AGAIN} select`).selectOption('note-only');
	await figure(
		'another pack compared',
		{ click: `${AGAIN} div.deeds button`, seen: `${AGAIN} li`, text: `of ${count}` },
		floor.rows
	);
	await figure(
		'another pack counts',
		{ click: `${AGAIN} p.deeds button`, seen: `${AGAIN} > p`, text: 'Every chat counts by' },
		floor.rewrite
	);
	await context.close();
	return figures;
};

/** @type {(value: unknown) => unknown} the same value with its keys in order */
const sorted = (value) => {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, inner]) => [key, sorted(inner)])
	);
};

/**
 * Files as trainees hand them in, one chat each (docs/archive-format.md).
 * @param {Chat[]} chats
 */
const filesOf = (chats) =>
	Array.from({ length: FILES }, (_, number) => {
		const attempt = { ...chats[number % chats.length], id: `file-${number}` };
		const content = {
			format: 'closing-time/archive',
			version: 2,
			attempts: [attempt],
			drill: [],
			entries: []
		};
		const checksum = `sha256:${createHash('sha256')
			.update(JSON.stringify(sorted(content)))
			.digest('hex')}`;
		return {
			name: `chat-${number}.json`,
			mimeType: 'application/json',
			buffer: Buffer.from(JSON.stringify(sorted({ ...content, checksum })))
		};
	});

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {Chat[]} chats
 * @returns {Promise<Figure[]>}
 */
const measureInbox = async (browser, url, chats) => {
	const page = await browser.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto(`${url}trainer/inbox`);
	const floor = await page.evaluate(importFloor, { chats, count: FILES });
	const files = filesOf(chats);
	const seen = '[data-testid="arrived"]';
	const [taken] = await Promise.all([
		page.evaluate(done, { isGiven: true, seen, text: `${FILES} files with something new` }),
		page.locator('input[type=file]').setInputFiles(files)
	]);
	const scored = await page.evaluate(done, { seen: 'main:not(:has(progress))' });
	await page.close();
	return [
		{ what: '1,000 files taken in', ...taken, floor },
		{ what: '… and scored, after that', ...scored, floor: null }
	];
};

const NAME_WIDTH = 27;
/** @param {number | null | undefined} value @param {number} [digits] */
const column = (value, digits = 0) => (value?.toFixed(digits) ?? '').padStart(9);
/** @param {Figure} figure */
const line = ({ what, ms, longest, floor }) => {
	const goal = GOALS[what];
	const isMissed = goal !== undefined && (ms > goal.ms || longest > (goal.longest ?? Infinity));
	const ratio = floor === null || floor === 0 ? null : ms / floor;
	const columns = [column(ms), column(goal?.ms), column(longest), column(floor), column(ratio, 1)];
	return `  ${what.padEnd(NAME_WIDTH)}${columns.join('')}${isMissed ? '   missed' : ''}\n`;
};

/**
 * Measures the trainer's side on the built app (`npm run build` first), and prints a table.
 * @param {readonly string[]} sizes numbers of chats; none: the usual ones
 * @returns {Promise<number>} exit code
 */
export const benchTrainer = async (sizes) => {
	const counts = sizes.length === 0 ? SIZES : sizes.map(Number);
	if (counts.some((count) => !Number.isInteger(count) || count < 1)) {
		process.stderr.write('Sizes are whole numbers of chats: npm run bench -- trainer 1000 10000\n');
		return 2;
	}
	const chats = await readChats();
	const found = await requireChromium();
	const server = await serve({ folder: 'build', port: 0 });
	const browser = await chromium.launch({
		executablePath: found.path,
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
	});
	const names = ['ms', 'goal', 'longest', 'floor', 'ratio'].map((name) => name.padStart(9)).join('');
	process.stdout.write(`${''.padEnd(NAME_WIDTH + 2)}${names}\n`);
	try {
		for (const count of counts) {
			process.stdout.write(`${count} chats of 40 events\n`);
			for (const figure of await measure(browser, server.url, count, chats))
				process.stdout.write(line(figure));
		}
		for (const figure of await measureInbox(browser, server.url, chats)) process.stdout.write(line(figure));
	} finally {
		await browser.close();
		server.close();
	}
	return 0;
};
