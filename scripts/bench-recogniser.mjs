/**
 * How long the recogniser holds a browser: loading it, one message, and a pasted wall of text; how many messages it
 * hears in Node; and what it weighs as it ships. `node scripts/bench-recogniser.mjs` prints the table.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from './chromium.mjs';
import { ROOT } from './root.mjs';
import { serve } from './static-server.mjs';

/** Kilobytes of a thousand bytes; milliseconds. */
const LIMITS = { weight: 250, median: 5, perSecond: 5000 };
/** Past this the recogniser would have to move into a worker, so that typing stays smooth. */
const SMOOTH_MS = 4;
const EVERY = 5;
const PASTED = 50_000;
/** Rounds over all messages until Node has compiled what is hot. */
const WARMING = 3;
/** Rounds that are measured; their median is told, as the machine may have been elsewhere during one. */
const MEASURED = 5;

const MESSAGES = join(ROOT, 'training/messages');
const messages = readdirSync(MESSAGES)
	.flatMap((name) => readFileSync(join(MESSAGES, name), 'utf8').trim().split('\n'))
	.filter((_, index) => index % EVERY === 0)
	.map((line) => JSON.parse(line));

/**
 * Runs in the page. Every message is heard once, in order, as a trainee would send them: the first ones before the
 * browser has made anything fast.
 * @param {{ messages: { text: string, context: string }[], pasted: string }} input
 */
async function measure({ messages: all, pasted }) {
	/** @type {(work: () => unknown) => number} */
	const timed = (work) => {
		const from = performance.now();
		work();
		return performance.now() - from;
	};
	const entry = '/recogniser.js';
	const { loadRecogniser } = await import(entry);
	const from = performance.now();
	const recogniser = await loadRecogniser(() => new Promise((resolve) => setTimeout(resolve)));
	const loading = performance.now() - from;
	const each = all.map(({ text, context }) => timed(() => recogniser.recognise(text, context)));
	return { loading, each, wall: timed(() => recogniser.recognise(pasted, pasted)) };
}

/**
 * Messages a second of processor time in one thread, once the code is warm.
 * @param {string} entry
 */
async function hearInNode(entry) {
	const { loadRecogniser } = await import(entry);
	const recogniser = await loadRecogniser();
	const round = () => {
		const from = process.cpuUsage().user;
		for (const { text, context } of messages) recogniser.recognise(text, context);
		return (messages.length / (process.cpuUsage().user - from)) * 1e6;
	};
	for (let warming = 0; warming < WARMING; warming++) round();
	return Array.from({ length: MEASURED }, round).sort((a, b) => a - b)[MEASURED >> 1] ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), 'recogniser-'));
const found = findChromium();
const browser = await chromium.launch({
	...(found && { executablePath: found.path }),
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});
try {
	await build({
		root: ROOT,
		configFile: false,
		publicDir: false,
		logLevel: 'silent',
		build: {
			outDir: folder,
			lib: { entry: 'src/lib/recognition/load.ts', formats: ['es'], fileName: 'recogniser' },
			minify: true
		}
	});
	const weight = readdirSync(folder)
		.map((name) => gzipSync(readFileSync(join(folder, name))).length)
		.reduce((sum, size) => sum + size, 0);
	writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Recogniser</title>');
	const { url, close } = await serve({ folder, port: 0 });
	const page = await browser.newPage();
	await page.goto(url);
	const pasted = messages
		.map(({ text }) => text)
		.join(' ')
		.slice(0, PASTED);
	const { loading, each, wall } = await page.evaluate(measure, { messages, pasted });
	close();
	const perSecond = await hearInNode(join(folder, 'recogniser.js'));
	const sorted = each.toSorted((a, b) => a - b);
	const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
	const ms = (/** @type {string} */ what, /** @type {number} */ value, note = '') =>
		`  ${what.padEnd(44)}${value.toFixed(1).padStart(7)} ms${note}`;
	const over = each.filter((one) => one > SMOOTH_MS).length;
	console.log(
		[
			`the recogniser in Chromium, ${each.length} messages`,
			`  ${'code and model as they ship, gzip'.padEnd(44)}${(weight / 1000).toFixed(1).padStart(7)} kB   limit ${LIMITS.weight} kB`,
			ms('fetched and ready, once', loading),
			ms('a message, median', at(0.5), `   limit ${LIMITS.median} ms`),
			ms('a message, 99 of 100 within', at(0.99)),
			ms('a message, slowest', at(1), `   over ${SMOOTH_MS} ms: ${over}`),
			ms(`${PASTED} characters pasted`, wall),
			`  ${'messages a second, one thread of Node'.padEnd(44)}${perSecond.toFixed(0).padStart(7)}      wanted ${LIMITS.perSecond}`
		].join('\n')
	);
} finally {
	await browser.close();
	rmSync(folder, { recursive: true });
}
