/** From labelled messages to what the network is trained on. */
import { readFileSync } from 'node:fs';
import { ACTS } from '#lib/domain/act.ts';
import { tokensOf } from '#lib/recognition/message.ts';
import { SPECIAL_WORDS, UNKNOWN, Vocabulary } from '#lib/recognition/model.ts';
import { readingOf } from '#lib/recognition/reading.ts';

export const DIMENSIONS = 40;
const STEPS_PER_UNIT = 40;
/** Every model knows so many of the most frequent words, whether or not a message uses them. */
const FREQUENT = 3000;
/** A word met once is taken for a word, not for a slip, if so many words are more frequent at most. */
const ORDINARY_RANK = 50000;
const VECTORS = new URL('./vectors/', import.meta.url);

/**
 * @typedef {object} Example
 * @property {Int32Array} words
 * @property {Int32Array} context
 * @property {number[]} sentenceOf
 * @property {number[][]} traits
 * @property {{ act: number, from: number, to: number, confidence: number }[]} hints
 * @property {([from: number, to: number] | null)[]} spans per act, the tokens that decide; null where it is absent
 * @property {number} weight
 */

/** The words with a vector, most frequent first. */
const RANKED = readFileSync(new URL('words.txt', VECTORS), 'utf8')
	.trim()
	.split('\n')
	.map((line, index) => {
		const [word = '', rank = ''] = line.split(' ');
		return { word, rank: Number(rank), index };
	});
const BYTES = readFileSync(new URL('vectors.int8', VECTORS));
const ROW_OF = new Map(RANKED.map(({ word, index }) => [word, index]));

/** @param {string} word @returns {Float32Array} zeros where it has no vector */
function vectorOf(word) {
	const lookedUp = word === '@number' ? 'two' : word === '@address' ? 'email' : word;
	const row = ROW_OF.get(lookedUp);
	if (row === undefined) return new Float32Array(DIMENSIONS);
	return Float32Array.from(
		{ length: DIMENSIONS },
		(_, d) => BYTES.readInt8(row * DIMENSIONS + d) / STEPS_PER_UNIT
	);
}

/** The vocabulary of a set of messages, and the vectors to begin with. @param {{ text: string, context: string }[]} all */
export function vocabularyOf(all) {
	/** @type {Map<string, number>} */
	const counts = new Map();
	const asTyped = (/** @type {string} */ word) => word;
	for (const { text, context } of all) {
		for (const { form } of [...tokensOf(text, asTyped), ...tokensOf(context, asTyped)]) {
			counts.set(form, (counts.get(form) ?? 0) + 1);
		}
	}
	/** @type {Set<string>} */
	const known = new Set(SPECIAL_WORDS);
	let frequent = 0;
	for (const { word, rank } of RANKED) {
		const common = /^[a-z]/.test(word) && frequent < FREQUENT;
		if (common) frequent++;
		if (common || (counts.has(word) && rank < ORDINARY_RANK)) known.add(word);
	}
	for (const [form, count] of counts) if (count > 1 && !/^\d/.test(form)) known.add(form);
	const words = [...known];
	const vectors = new Float32Array(words.length * DIMENSIONS);
	words.forEach((word, index) => {
		if (index !== UNKNOWN) vectors.set(vectorOf(word), index * DIMENSIONS);
	});
	return { words, vectors, vocabulary: new Vocabulary(words) };
}

/**
 * @param {{ text: string, context: string, acts: Record<string, [number, number]> }} message
 * @param {Vocabulary} vocabulary @param {number} [weight] @returns {Example}
 */
export function exampleOf({ text, context, acts }, vocabulary, weight = 1) {
	const reading = readingOf(text, context, vocabulary.repair);
	const tokensIn = (/** @type {[number, number]} */ [start, end]) => {
		const from = reading.tokens.findIndex((token) => token.end > start);
		const after = reading.tokens.findIndex((token) => token.start >= end);
		/** @type {[number, number]} */
		const span = [from, after < 0 ? reading.tokens.length : after];
		return from >= 0 && span[1] > from ? span : null;
	};
	return {
		words: Int32Array.from(reading.tokens, ({ form }) => vocabulary.indexOf(form)),
		context: Int32Array.from(reading.context, ({ form }) => vocabulary.indexOf(form)),
		sentenceOf: reading.sentenceOf,
		traits: reading.traits,
		hints: reading.hints,
		spans: ACTS.map((act) => (acts[act] ? tokensIn(acts[act]) : null)),
		weight
	};
}
