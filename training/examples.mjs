/** From labelled messages to what the network is trained on. */
import { readFileSync } from 'node:fs';
import { ACTS } from '#lib/domain/act.ts';
import { tokensOf } from '#lib/recognition/message.ts';
import { SPECIAL_WORDS, UNKNOWN, Vocabulary } from '#lib/recognition/model.ts';
import { readingOf } from '#lib/recognition/reading.ts';

export const DIMENSIONS = 40;
const STEPS_PER_UNIT = 40;
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

/** A word met less often than this keeps its vector in steps twice as coarse. */
const OFTEN = 6;

/** How coarse a vector may be: what training has hardly touched is the sense that the word has elsewhere, and bears it. @param {number} count */
const grainOf = (count) => (count < OFTEN ? 2 : 1);

/**
 * The vocabulary of a set of messages, how coarse the vector of each word may be, and the vectors to begin with. Words
 * of one grain stand together, in the order of the alphabet: general compression makes most of that.
 * @param {{ text: string, context: string }[]} all
 */
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
	for (const { word, rank } of RANKED) if (counts.has(word) && rank < ORDINARY_RANK) known.add(word);
	for (const [form, count] of counts) if (count > 1 && !/^\d/.test(form)) known.add(form);
	const words = [...known];
	const special = words.splice(0, SPECIAL_WORDS.length);
	const grainFor = (/** @type {string} */ word) => grainOf(counts.get(word) ?? 0);
	words.sort((a, b) => grainFor(a) - grainFor(b) || (a < b ? -1 : 1));
	words.unshift(...special);
	const vectors = new Float32Array(words.length * DIMENSIONS);
	words.forEach((word, index) => {
		if (index !== UNKNOWN) vectors.set(vectorOf(word), index * DIMENSIONS);
	});
	const grains = words.map((word, index) => (index < special.length ? 1 : grainFor(word)));
	return { words, grains, vectors, vocabulary: new Vocabulary(words) };
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
