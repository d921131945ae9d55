/**
 * Trains the network of src/lib/recognition/network.ts by gradient descent (Adam), in plain arrays: no library,
 * no chance but a seeded one, so that the same data give the same weights bit for bit.
 *
 * Loss: per act, the evidence within the stretch that decides must say yes, the evidence of all other words must say
 * no (with less weight: a message may say a thing twice and have one stretch marked).
 */
import { ACTS } from '#lib/domain/act.ts';
import { UNKNOWN } from '#lib/recognition/model.ts';
import { TRAITS } from '#lib/recognition/reading.ts';
import { bell, seeded, shuffle } from './chance.mjs';

const A = ACTS.length;

/** Chosen by leave-writer-out; what else was tried stands in docs/recognition.md. */
export const SETTINGS = {
	hidden: 96,
	window: 5,
	rounds: 10,
	batch: 16,
	rate: 0.003,
	/** The rate rises over so many steps, stays, and falls in the last part. */
	warmSteps: 50,
	fallsFrom: 0.4,
	lowestRate: 0.5,
	/** The weights that ship are the mean of those of the last part, taken every so many steps: less is left to chance. */
	averagedFrom: 0.5,
	averagedEvery: 10,
	/** Hidden units and words left out by chance, so that no single one is relied on. */
	unitsLeftOut: 0.5,
	wordsLeftOut: 0.15,
	decay: 0.02,
	weightOutsideSpan: 0.3,
	/** No act is the rule: evidence starts far below even odds. */
	firstBias: -4.5,
	firstRuleWeight: 2,
	seed: 1
};
const FIRST_MOMENT = 0.9;
const SECOND_MOMENT = 0.99;

/** @typedef {import('./examples.mjs').Example} Example */
/** @typedef {{ values: Float32Array, gradient: Float32Array, first: Float32Array, second: Float32Array, decays: boolean }} Weights */

/** @param {Float32Array} values @param {boolean} decays @returns {Weights} */
const weights = (values, decays) => ({
	values,
	gradient: new Float32Array(values.length),
	first: new Float32Array(values.length),
	second: new Float32Array(values.length),
	decays
});

export class Trainer {
	/** @param {Float32Array} vectors words × dimensions @param {number} dimensions @param {typeof SETTINGS} settings */
	constructor(vectors, dimensions, settings = SETTINGS) {
		const { hidden: H, window: K } = settings;
		this.settings = settings;
		this.D = dimensions;
		this.chance = seeded(settings.seed);
		const drawn = (/** @type {number} */ length, /** @type {number} */ spread) =>
			weights(
				Float32Array.from({ length }, () => bell(this.chance) * spread),
				true
			);
		this.vectors = weights(Float32Array.from(vectors), false);
		this.window = drawn(H * K * dimensions, Math.sqrt(1.5 / (dimensions * K)));
		this.whole = drawn(H * 3 * dimensions, Math.sqrt(1.5 / (dimensions * 5)));
		this.traits = drawn(TRAITS * H, 0.1);
		this.hiddenBias = weights(new Float32Array(H), false);
		this.output = drawn(H * K * A, Math.sqrt(1 / (H * K)));
		this.outputBias = weights(new Float32Array(A).fill(settings.firstBias), false);
		this.ruleWeight = weights(new Float32Array(A).fill(settings.firstRuleWeight), false);
		this.dense = [
			this.window,
			this.whole,
			this.traits,
			this.hiddenBias,
			this.output,
			this.outputBias,
			this.ruleWeight
		];
		/** Rows of the word vectors that the batch used: only these are updated. @type {Set<number>} */
		this.touched = new Set();
		this.steps = 0;
	}

	/** @param {Example[]} examples @param {(round: number, loss: number) => void} [report] */
	fit(examples, report) {
		const { rounds, batch, rate, warmSteps, fallsFrom, lowestRate, averagedFrom, averagedEvery } =
			this.settings;
		const layers = [this.vectors, ...this.dense];
		const means = layers.map(({ values }) => new Float64Array(values.length));
		let taken = 0;
		const order = examples.map((_, index) => index);
		const total = Math.ceil(examples.length / batch) * rounds;
		for (let round = 0; round < rounds; round++) {
			shuffle(order, this.chance);
			let loss = 0;
			for (let i = 0; i < order.length; i += batch) {
				for (const index of order.slice(i, i + batch)) loss += this.learn(examples[index]);
				const done = this.steps / total;
				const fall = done < fallsFrom ? 1 : Math.max(lowestRate, (1 - done) / (1 - fallsFrom));
				this.update(rate * Math.min(1, (this.steps + 1) / warmSteps) * fall);
				if (done <= averagedFrom || this.steps % averagedEvery !== 0) continue;
				taken++;
				layers.forEach(({ values }, layer) => {
					const mean = means[layer];
					for (let w = 0; w < values.length; w++) mean[w] += (values[w] - mean[w]) / taken;
				});
			}
			report?.(round, loss / order.length);
		}
		if (taken > 0) layers.forEach(({ values }, layer) => values.set(means[layer]));
		return this;
	}

	/** Adds one example's gradient; returns its loss. @param {Example} example */
	learn(example) {
		const n = example.words.length;
		if (n === 0) return 0;
		const state = this.forward(example);
		const slope = new Float32Array(n * A);
		let loss = 0;
		for (let a = 0; a < A; a++) {
			const span = example.spans[a];
			if (!span) loss += this.judge(state.outputs, slope, a, 0, n, false, 0, example.weight);
			else {
				loss += this.judge(state.outputs, slope, a, span[0], span[1], false, 1, example.weight);
				const outside = example.weight * this.settings.weightOutsideSpan;
				loss += this.judge(state.outputs, slope, a, span[0], span[1], true, 0, outside);
			}
		}
		this.backward(example, state, slope);
		return loss;
	}

	/**
	 * Cross-entropy of the summed evidence inside [from, to), or outside it, against what it should say.
	 * @param {Float32Array} outputs @param {Float32Array} slope @param {number} a @param {number} from @param {number} to
	 * @param {boolean} outside @param {0 | 1} wanted @param {number} weight
	 */
	judge(outputs, slope, a, from, to, outside, wanted, weight) {
		const n = outputs.length / A;
		let top = -Infinity;
		for (let t = 0; t < n; t++)
			if ((t >= from && t < to) !== outside) top = Math.max(top, outputs[t * A + a]);
		if (top === -Infinity) return 0;
		let sum = 0;
		for (let t = 0; t < n; t++)
			if ((t >= from && t < to) !== outside) sum += Math.exp(outputs[t * A + a] - top);
		const says = 1 / (1 + Math.exp(-(top + Math.log(sum))));
		const push = (says - wanted) * weight;
		for (let t = 0; t < n; t++) {
			if ((t >= from && t < to) !== outside)
				slope[t * A + a] += (push * Math.exp(outputs[t * A + a] - top)) / sum;
		}
		return -weight * Math.log(Math.max(1e-7, wanted === 1 ? says : 1 - says));
	}

	/** @param {Example} example */
	forward({ words, context, sentenceOf, traits, hints }) {
		const { D, chance, settings } = this;
		const { hidden: H, window: K, unitsLeftOut, wordsLeftOut } = settings;
		const E = this.vectors.values;
		const n = words.length;
		const S = traits.length;
		const reach = (K - 1) / 2;
		const seen = words.map((word) => (chance() < wordsLeftOut ? UNKNOWN : word));
		// The word vectors in a row with empty places at both ends: a unit's window is then one stretch of it.
		const row = new Float32Array((n + 2 * reach) * D);
		const whole = new Float32Array(S * 3 * D);
		const lengths = new Float32Array(S);
		for (let t = 0; t < n; t++) {
			const s = sentenceOf[t];
			lengths[s]++;
			for (let d = 0; d < D; d++) {
				const value = E[seen[t] * D + d];
				row[(t + reach) * D + d] = value;
				whole[s * 3 * D + d] += value;
				whole[2 * D + d] += value / Math.sqrt(n);
			}
		}
		for (const word of context) {
			for (let d = 0; d < D; d++) whole[D + d] += E[word * D + d] / Math.sqrt(context.length);
		}
		for (let s = 0; s < S; s++) {
			const share = 1 / Math.sqrt(Math.max(lengths[s], 1));
			for (let d = 0; d < D; d++) whole[s * 3 * D + d] *= share;
			if (s > 0) whole.copyWithin(s * 3 * D + D, D, 3 * D);
		}
		const bases = new Float32Array(S * H);
		for (let s = 0; s < S; s++) {
			for (let h = 0; h < H; h++) {
				let sum = this.hiddenBias.values[h];
				for (const trait of traits[s]) sum += this.traits.values[trait * H + h];
				bases[s * H + h] = sum + dot(whole, s * 3 * D, this.whole.values, h * 3 * D, 3 * D);
			}
		}
		const units = new Float32Array(n * H);
		const scale = 1 / (1 - unitsLeftOut);
		for (let t = 0; t < n; t++) {
			for (let h = 0; h < H; h++) {
				if (chance() < unitsLeftOut) continue;
				const value = bases[sentenceOf[t] * H + h] + dot(row, t * D, this.window.values, h * K * D, K * D);
				if (value > 0) units[t * H + h] = value * scale;
			}
		}
		const outputs = new Float32Array(n * A);
		for (let t = 0; t < n; t++) outputs.set(this.outputBias.values, t * A);
		for (let t = 0; t < n; t++) {
			for (let h = 0; h < H; h++) {
				const value = units[t * H + h];
				if (value === 0) continue;
				for (let k = Math.max(0, t + reach - n + 1); k < K && k <= t + reach; k++) {
					const from = (h * K + k) * A;
					const to = (t - k + reach) * A;
					for (let a = 0; a < A; a++) outputs[to + a] += value * this.output.values[from + a];
				}
			}
		}
		for (const { act, from, to, confidence } of hints) {
			for (let t = from; t < to && t < n; t++)
				outputs[t * A + act] += this.ruleWeight.values[act] * confidence;
		}
		return { seen, row, whole, lengths, units, outputs };
	}

	/** @param {Example} example @param {ReturnType<Trainer['forward']>} state @param {Float32Array} slope */
	backward({ context, sentenceOf, traits, hints }, { seen, row, whole, lengths, units }, slope) {
		const { D } = this;
		const { hidden: H, window: K, unitsLeftOut } = this.settings;
		const n = seen.length;
		const S = traits.length;
		const reach = (K - 1) / 2;
		const scale = 1 / (1 - unitsLeftOut);
		for (let i = 0; i < n * A; i++) this.outputBias.gradient[i % A] += slope[i];
		for (const { act, from, to, confidence } of hints) {
			for (let t = from; t < to && t < n; t++)
				this.ruleWeight.gradient[act] += slope[t * A + act] * confidence;
		}
		const rowSlope = new Float32Array(row.length);
		const baseSlope = new Float32Array(S * H);
		for (let t = 0; t < n; t++) {
			for (let h = 0; h < H; h++) {
				const value = units[t * H + h];
				if (value === 0) continue;
				let push = 0;
				for (let k = Math.max(0, t + reach - n + 1); k < K && k <= t + reach; k++) {
					const at = (h * K + k) * A;
					const from = (t - k + reach) * A;
					for (let a = 0; a < A; a++) {
						push += slope[from + a] * this.output.values[at + a];
						this.output.gradient[at + a] += value * slope[from + a];
					}
				}
				push *= scale;
				baseSlope[sentenceOf[t] * H + h] += push;
				addScaled(rowSlope, t * D, this.window.values, h * K * D, push, K * D);
				addScaled(this.window.gradient, h * K * D, row, t * D, push, K * D);
			}
		}
		const wholeSlope = new Float32Array(whole.length);
		for (let s = 0; s < S; s++) {
			for (let h = 0; h < H; h++) {
				const push = baseSlope[s * H + h];
				if (push === 0) continue;
				this.hiddenBias.gradient[h] += push;
				for (const trait of traits[s]) this.traits.gradient[trait * H + h] += push;
				addScaled(wholeSlope, s * 3 * D, this.whole.values, h * 3 * D, push, 3 * D);
				addScaled(this.whole.gradient, h * 3 * D, whole, s * 3 * D, push, 3 * D);
			}
		}
		const contextSlope = new Float32Array(D);
		const messageSlope = new Float32Array(D);
		for (let s = 0; s < S; s++) {
			for (let d = 0; d < D; d++) {
				contextSlope[d] += wholeSlope[(s * 3 + 1) * D + d];
				messageSlope[d] += wholeSlope[(s * 3 + 2) * D + d] / Math.sqrt(n);
			}
		}
		for (let t = 0; t < n; t++) {
			const s = sentenceOf[t];
			const share = 1 / Math.sqrt(lengths[s]);
			this.touched.add(seen[t]);
			for (let d = 0; d < D; d++) {
				this.vectors.gradient[seen[t] * D + d] +=
					rowSlope[(t + reach) * D + d] + wholeSlope[s * 3 * D + d] * share + messageSlope[d];
			}
		}
		for (const word of context) {
			this.touched.add(word);
			addScaled(this.vectors.gradient, word * D, contextSlope, 0, 1 / Math.sqrt(context.length), D);
		}
	}

	/** One step of Adam over what the batch gathered. @param {number} rate */
	update(rate) {
		this.steps++;
		const firstShare = 1 - FIRST_MOMENT ** this.steps;
		const secondShare = 1 - SECOND_MOMENT ** this.steps;
		const { batch, decay } = this.settings;
		const move = (
			/** @type {Weights} */ { values, gradient, first, second, decays },
			/** @type {number} */ from,
			/** @type {number} */ to
		) => {
			for (let i = from; i < to; i++) {
				const g = gradient[i] / batch;
				first[i] = FIRST_MOMENT * first[i] + (1 - FIRST_MOMENT) * g;
				second[i] = SECOND_MOMENT * second[i] + (1 - SECOND_MOMENT) * g * g;
				const step = first[i] / firstShare / (Math.sqrt(second[i] / secondShare) + 1e-7);
				values[i] -= rate * (step + (decays ? decay * values[i] : 0));
				gradient[i] = 0;
			}
		};
		for (const layer of this.dense) move(layer, 0, layer.values.length);
		for (const word of this.touched) move(this.vectors, word * this.D, (word + 1) * this.D);
		this.touched.clear();
	}
}

/** @param {Float32Array} a @param {number} i @param {Float32Array} b @param {number} j @param {number} length a multiple of 4 */
function dot(a, i, b, j, length) {
	let s0 = 0;
	let s1 = 0;
	let s2 = 0;
	let s3 = 0;
	for (let d = 0; d < length; d += 4) {
		s0 += a[i + d] * b[j + d];
		s1 += a[i + d + 1] * b[j + d + 1];
		s2 += a[i + d + 2] * b[j + d + 2];
		s3 += a[i + d + 3] * b[j + d + 3];
	}
	return s0 + s1 + s2 + s3;
}

/** @param {Float32Array} to @param {number} i @param {Float32Array} from @param {number} j @param {number} factor @param {number} length */
function addScaled(to, i, from, j, factor, length) {
	for (let d = 0; d < length; d++) to[i + d] += factor * from[j + d];
}
