import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ACTS } from '#lib/domain/act.ts';
import { loadRecogniser } from './load.ts';
import type { Recogniser } from './recogniser.ts';
import { rulesRecogniser } from './rules.ts';

/** Far above what reading takes, far below what a wall of text costs where time grows with its square. */
const PATIENCE_US = 5_000_000;
const LONG = 50_000;

let learned: Recogniser;
beforeAll(async () => {
	learned = await loadRecogniser();
});

const WALLS: [name: string, text: string][] = [
	['one letter', 'a'.repeat(LONG)],
	['one word', 'email '.repeat(LONG / 6)],
	['question marks', '?'.repeat(LONG)],
	['opened tags', '<b'.repeat(LONG / 2)],
	['at signs', 'a@'.repeat(LONG / 2)],
	['dots and letters', 'a.'.repeat(LONG / 2)],
	['unknown words', 'qwrtzp '.repeat(LONG / 7)],
	['accents', 'e\u0301'.repeat(LONG / 2)],
	['emoji', '👩‍👩‍👧 '.repeat(LONG / 9)],
	['right-to-left', 'שלום '.repeat(LONG / 5)],
	['control characters', '\u0000\u0007\u202e'.repeat(LONG / 3)]
];

describe.each(['rules', 'learned'] as const)('the %s recogniser', (kind) => {
	const recogniser = () => (kind === 'rules' ? rulesRecogniser : learned);

	it('gives sorted, single, non-empty spans inside the text, whatever the text', () => {
		const words = fc.constantFrom(
			'email',
			'bye',
			'one moment',
			'thanks',
			'?',
			'.',
			' ',
			'u there',
			'your pin',
			'😀'
		);
		const text = fc.oneof(
			fc.string(),
			fc.string({ unit: 'binary' }),
			fc.array(words).map((all) => all.join(' '))
		);
		fc.assert(
			fc.property(text, fc.string(), (message, context) => {
				const heard = recogniser().recognise(message, context);
				expect(new Set(heard.map(({ act }) => act)).size).toBe(heard.length);
				expect(heard.map(({ start }) => start)).toEqual(
					heard.map(({ start }) => start).sort((a, b) => a - b)
				);
				for (const { act, start, end, confidence, because } of heard) {
					expect(ACTS).toContain(act);
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(message.length);
					expect(confidence).toBeGreaterThan(0);
					expect(confidence).toBeLessThanOrEqual(1);
					expect(because).toMatch(/^\p{L}.+: “/u);
				}
			})
		);
	});

	it.each(WALLS)('reads a wall of %s without losing its patience', (_, text) => {
		// The processor's time: what else runs on the machine does not count.
		const from = process.cpuUsage().user;
		recogniser().recognise(text, text);
		expect(process.cpuUsage().user - from).toBeLessThan(PATIENCE_US);
	});

	it('hears nothing in an empty message', () => {
		expect(recogniser().recognise('', 'hello?')).toEqual([]);
		expect(recogniser().recognise(' \n ', '')).toEqual([]);
	});

	it('hears the same twice', () => {
		const hear = () => recogniser().recognise('Is there anything else? If not, goodbye!', 'ok');
		expect(hear()).toEqual(hear());
	});
});

it('says in its version which model heard', () => {
	expect(learned.version).toMatch(/^rules-\d+\+model-[0-9a-f]{8}$/);
});
