/**
 * Looks for training messages that are near copies of messages kept for measuring:
 *   node scripts/run-ts.mjs training/near-copies.mjs FILE
 * Two messages are near copies if they share most of their pairs of neighbouring words. Exit 1 where any are found.
 */
import { readFileSync } from 'node:fs';
import { wordsOf } from '#lib/domain/words.ts';
import { corpusMessages } from './corpus.mjs';

/** The share of pairs in common from which two messages are near copies. */
const NEAR = 0.75;
/** "thanks, bye" is anybody's: shorter messages prove nothing. */
const FEWEST_WORDS = 5;

const [file] = process.argv.slice(2);
if (!file) {
	console.error('Usage: node scripts/run-ts.mjs training/near-copies.mjs FILE');
	process.exit(2);
}

/** @param {string} text */
const pairsOf = (text) => {
	const words = wordsOf(text);
	return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
};

const kept = readFileSync(file, 'utf8')
	.split('\n')
	.filter((line) => line.trim() !== '')
	.map((line) => JSON.parse(line));
/** @type {Map<string, number[]>} */
const holders = new Map();
const keptPairs = kept.map(({ text }, index) => {
	const pairs = pairsOf(text);
	for (const pair of pairs) holders.set(pair, [...(holders.get(pair) ?? []), index]);
	return pairs;
});

const found = [];
for (const { text } of corpusMessages()) {
	const pairs = pairsOf(text);
	if (pairs.size < FEWEST_WORDS - 1) continue;
	/** @type {Map<number, number>} */
	const common = new Map();
	for (const pair of pairs)
		for (const index of holders.get(pair) ?? []) common.set(index, (common.get(index) ?? 0) + 1);
	for (const [index, count] of common) {
		const share = (2 * count) / (pairs.size + (keptPairs[index]?.size ?? 0));
		if (share >= NEAR) found.push(`${share.toFixed(2)}  “${text}”  is near  “${kept[index].text}”`);
	}
}
console.log(found.length === 0 ? 'No near copies.' : found.join('\n'));
process.exitCode = found.length === 0 ? 0 : 1;
