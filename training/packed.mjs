/** From trained weights to the model file that ships. */
import { createHash } from 'node:crypto';
import { codeOf, LARGEST_CODE } from '#lib/recognition/model.ts';
import { DIMENSIONS } from './examples.mjs';

/** Word vectors are most of the weight, and bear coarse steps: 25 levels instead of 91 cost nothing measurable. */
const VECTOR_STEPS = 12;
/** Weights further out than so many spreads are cut off, so that one of them does not make all steps coarse. */
const FURTHEST = { vectors: 3, layers: 6 };

/** @param {Float32Array} values @param {number} steps @param {number} furthest */
function packed(values, steps, furthest) {
	const spread = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
	const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	const scale = Number((Math.min(largest, furthest * spread) / steps || 1).toPrecision(6));
	let codes = '';
	for (const value of values) codes += codeOf(Math.max(-steps, Math.min(steps, Math.round(value / scale))));
	return { scale, codes };
}

const rounded = (/** @type {Float32Array} */ values) =>
	[...values].map((value) => Number(value.toPrecision(6)));

/**
 * @param {import('./trainer.mjs').Trainer} trainer @param {string[]} words @param {object[]} hearing
 * @returns {import('#lib/recognition/model.ts').ModelFile}
 */
export function modelFileOf(trainer, words, hearing) {
	const layer = (/** @type {{ values: Float32Array }} */ { values }) =>
		packed(values, LARGEST_CODE, FURTHEST.layers);
	const file = {
		shape: { vector: DIMENSIONS, hidden: trainer.settings.hidden, window: trainer.settings.window },
		words: words.join(' '),
		vectors: packed(trainer.vectors.values, VECTOR_STEPS, FURTHEST.vectors),
		window: layer(trainer.window),
		whole: layer(trainer.whole),
		traits: layer(trainer.traits),
		hiddenBias: layer(trainer.hiddenBias),
		output: layer(trainer.output),
		outputBias: rounded(trainer.outputBias.values),
		ruleWeight: rounded(trainer.ruleWeight.values),
		hearing
	};
	const mark = createHash('sha256').update(JSON.stringify(file)).digest('hex').slice(0, 8);
	return { version: `rules-1+model-${mark}`, ...file };
}
