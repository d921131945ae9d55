import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ACTS } from '#lib/domain/act.ts';
import { loadRecogniser } from '#lib/recognition/load.ts';
import type { Recogniser } from '#lib/recognition/recogniser.ts';

const ROOT = new URL('../../', import.meta.url);
const MESSAGES = new URL('training/messages/', ROOT);
const KEPT_BACK = new URL('../shared/eval/messages-dev.jsonl', ROOT);
const run = promisify(execFile);
const runScript = (...args: string[]) => run('node', ['scripts/run-ts.mjs', ...args], { cwd: ROOT });

/** Every n-th message: enough to measure shares of a hundred, in a few seconds. */
const EVERY = 3;
/** A training takes under a minute on a quiet machine and may have to share this one. */
const TRAINING_MS = 15 * 60_000;

interface Message {
	context: string;
	text: string;
}
const messages: Message[] = readdirSync(MESSAGES)
	.filter((name) => name.endsWith('.jsonl'))
	.flatMap((name) => readFileSync(new URL(name, MESSAGES), 'utf8').trim().split('\n'))
	.filter((_, index) => index % EVERY === 0)
	.map((line) => JSON.parse(line) as Message);

let recogniser: Recogniser;
beforeAll(async () => {
	recogniser = await loadRecogniser();
});
const actsIn = ({ text, context }: Message): string[] =>
	recogniser.recognise(text, context).map(({ act }) => act);

/** Swaps two letters inside one of the longer words: which word and where follow from the text alone. */
function withTypo(text: string): string {
	const words = [...text.matchAll(/(?<![\w@.:/-])[a-z]{5,}(?![\w@.:/-])/gi)];
	const word = words[text.length % Math.max(words.length, 1)];
	if (!word) return text;
	const at = word.index + 1 + (text.length % (word[0].length - 2));
	return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

const CHANGES: [name: string, change: (text: string) => string][] = [
	['upper case', (text) => text.toUpperCase()],
	['lower case', (text) => text.toLowerCase()],
	['no mark at the end', (text) => text.replace(/[.!?]+$/, '')],
	['doubled spaces', (text) => text.replace(/ /g, '  ')],
	['curly quotes', (text) => text.replace(/'/g, '’').replace(/"([^"]*)"/g, '“$1”')],
	['one slip of the fingers', withTypo]
];

describe('what the recogniser hears', () => {
	it.each(CHANGES)(
		'is the same in 97 of 100 decisions, and in 95 of 100 that heard anything, with %s',
		(_, change) => {
			let same = 0;
			let heard = 0;
			for (const message of messages) {
				const before = actsIn(message);
				const after = actsIn({ ...message, text: change(message.text) });
				heard += new Set([...before, ...after]).size;
				same += before.filter((act) => after.includes(act)).length;
			}
			const decisions = messages.length * ACTS.length;
			expect((decisions - (heard - same)) / decisions).toBeGreaterThanOrEqual(0.97);
			expect(same / heard).toBeGreaterThanOrEqual(0.95);
		}
	);

	it('is gone in 95 of 100 cases once the words that decided are taken out', () => {
		let gone = 0;
		let all = 0;
		for (const { text, context } of messages) {
			for (const { act, start, end } of recogniser.recognise(text, context)) {
				all++;
				if (!actsIn({ context, text: text.slice(0, start) + text.slice(end) }).includes(act)) gone++;
			}
		}
		expect(gone / all).toBeGreaterThanOrEqual(0.95);
	});
});

describe('the model', () => {
	it('weighs at most 250 kB compressed, together with the code that reads it', () => {
		const folder = new URL('src/lib/recognition/', ROOT);
		const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.(ts|json)$/.test(name) && !name.endsWith('.test.ts'))
			.map((name) => gzipSync(readFileSync(new URL(name, folder))).length);
		expect(sources.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(250_000);
	});

	it('is what the committed data make, byte for byte', { timeout: TRAINING_MS }, async () => {
		const { stdout } = await runScript('training/train.mjs', '--check');
		expect(stdout).toContain('is what its data make');
	});

	it.skipIf(!existsSync(KEPT_BACK))(
		'learns from no near copy of a message kept for measuring (skipped where ../shared is absent)',
		{ timeout: TRAINING_MS },
		async () => {
			const { stdout } = await runScript('training/near-copies.mjs', KEPT_BACK.pathname);
			expect(stdout).toBe('No near copies.\n');
		}
	);
});
