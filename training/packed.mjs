/** From trained weights to the model file that ships. */
import { createHash } from 'node:crypto';
import { codeOf } from '#lib/recognition/model.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { DIMENSIONS } from './examples.mjs';

/**
 * Steps to either side of zero. Word vectors are most of the weight, and bear coarse ones; what finer ones bring stands in
 * docs/recognition.md.
 */
const STEPS = { vectors: 9, layers: 22 };
/** Weights further out than so many spreads are cut off, so that one of them does not make all steps coarse. */
const FURTHEST = { vectors: 3, layers: 6 };

/** @param {Float32Array} values @param {number} steps @param {number} furthest @param {(index: number) => number} [grain] */
function packed(values, steps, furthest, grain = () => 1) {
	const spread = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
	const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	const scale = Number((Math.min(largest, furthest * spread) / steps || 1).toPrecision(6));
	let codes = '';
	values.forEach((value, index) => {
		const of = grain(index);
		const most = Math.floor(steps / of) * of;
		codes += codeOf(Math.max(-most, Math.min(most, Math.round(value / scale / of) * of)));
	});
	return { scale, codes };
}

const rounded = (/** @type {Float32Array} */ values) =>
	[...values].map((value) => Number(value.toPrecision(6)));

/** The same layer of all groups, one after the other. @param {Float32Array[]} parts @param {number} [factor] */
const joined = (parts, factor = 1) =>
	Float32Array.from(
		parts.flatMap((part) => [...part]),
		(value) => value * factor
	);

/** Rows of one group beside rows of the next. @param {Float32Array[]} parts @param {number} width */
const beside = (parts, width) =>
	joined(
		Array.from({ length: parts[0].length / width }, (_, row) =>
			joined(parts.map((part) => part.subarray(row * width, (row + 1) * width)))
		)
	);

/** @param {Float32Array[]} parts */
const meanOf = (parts) =>
	parts[0].map((_, i) => parts.reduce((sum, part) => sum + part[i], 0) / parts.length);

/**
 * The mean of all groups of hidden units, as one network.
 * @param {import('./trainer.mjs').Trainer} trainer @param {{ words: string[], grains: number[] }} vocabulary
 * @param {object[]} hearing
 * @returns {import('#lib/recognition/model.ts').ModelFile}
 */
export function modelFileOf({ groups, settings, vectors }, { words, grains }, hearing) {
	const layer = (/** @type {Float32Array} */ values) => packed(values, STEPS.layers, FURTHEST.layers);
	/** @type {(name: keyof typeof groups[number]) => Float32Array[]} */
	const all = (name) => groups.map((group) => group[name].values);
	const file = {
		shape: {
			vector: DIMENSIONS,
			hidden: groups.length * settings.hidden,
			window: settings.window
		},
		words: words.join(' '),
		vectors: packed(
			vectors.values,
			STEPS.vectors,
			FURTHEST.vectors,
			(index) => grains[Math.floor(index / DIMENSIONS)]
		),
		window: layer(joined(all('window'))),
		whole: layer(joined(all('whole'))),
		traits: layer(beside(all('traits'), settings.hidden)),
		hiddenBias: layer(joined(all('hiddenBias'))),
		output: layer(joined(all('output'), 1 / groups.length)),
		outputBias: rounded(meanOf(all('outputBias'))),
		ruleWeight: rounded(meanOf(all('ruleWeight'))),
		hearing
	};
	const mark = createHash('sha256').update(JSON.stringify(file)).digest('hex').slice(0, 8);
	return { version: `${rulesRecogniser.version}+model-${mark}`, ...file };
}
