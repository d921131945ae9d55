import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packs, scoresOf } from './scored-session.ts';

const FOLDER = 'tests/fixtures/sessions';
const SHARED = '../shared/eval';

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

/** Fields that hold words of the form itself, not somebody's text. */
const WORDS_OF_THE_FORM = new Set([
	...['need', 'due', 'works', 'opened', 'acts', 'does', 'coded', 'patronGone', 'script'],
	...['steps', 'redLines', 'points', 'passed']
]);

/** Every text that a person composed in what was read from a file. */
function textsIn(content: unknown): string[] {
	if (typeof content === 'string') return [content];
	if (Array.isArray(content)) return content.flatMap(textsIn);
	if (typeof content !== 'object' || content === null) return [];
	return Object.entries(content).flatMap(([field, value]) =>
		WORDS_OF_THE_FORM.has(field) ? [] : textsIn(value)
	);
}

/** A text without what does not make it another one: case, punctuation, spaces. */
const bare = (text: string): string =>
	text
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu)
		?.join(' ') ?? '';

/** Fewer words than this are everybody's: “Thank you”, “One moment”. */
const WORDS_OF_A_SENTENCE = 4;

/** A text, and each sentence in it that is long enough to be somebody's own. */
function piecesOf(text: string): string[] {
	const sentences = text.split(/(?<=[.!?])\s+/).map(bare);
	return [bare(text), ...sentences.filter((one) => one.split(' ').length >= WORDS_OF_A_SENTENCE)];
}

const yamlIn = (folder: string): unknown[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.map((name) => parse(readFileSync(`${folder}/${name}`, 'utf8')) as unknown);

describe('our own sessions scored by hand', () => {
	test.for(files.flatMap((file) => packs.map((pack) => [file, pack.id, pack] as const)))(
		'%s under %s',
		([file, , pack]) => {
			const { byHand, byMachine } = scoresOf(`${FOLDER}/${file}`, pack);
			expect(byMachine).toEqual(byHand);
		}
	);

	test('bear the name of their file', () => {
		const ids = files.map((file) => (parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as { id: string }).id);
		expect(ids.map((id) => `${id}.yaml`)).toEqual(files);
	});

	test.skipIf(!existsSync(SHARED))(
		'share no text or sentence with ../shared (skipped where it is absent)',
		() => {
			const messages = readFileSync(`${SHARED}/messages-dev.jsonl`, 'utf8')
				.split('\n')
				.filter((line) => line !== '')
				.map((line) => JSON.parse(line) as unknown);
			const theirs = new Set(
				[...yamlIn(`${SHARED}/sessions`), ...messages].flatMap(textsIn).flatMap(piecesOf)
			);
			const ours = yamlIn(FOLDER).flatMap(textsIn).flatMap(piecesOf);
			expect(ours.filter((piece) => theirs.has(piece))).toEqual([]);
		}
	);
});
