/**
 * Trains the network of src/lib/recognition/network.ts by gradient descent (Adam), without a library and with no
 * chance but a seeded one, so that the same data give the same weights bit for bit.
 *
 * The hidden units form groups. Each group is a network of its own that has to be right alone; what ships is their
 * mean, which is one wider network. They share the word vectors, which are most of the weight.
 */
import { ACTS } from '#lib/domain/act.ts';
import { UNKNOWN } from '#lib/recognition/model.ts';
import { TRAITS } from '#lib/recognition/reading.ts';
import { WINDOW } from '#lib/recognition/units.ts';
import { move } from './adam.mjs';
import { bell, seeded, shuffle } from './chance.mjs';
import { kernel } from './kernel.mjs';
import { judged } from './loss.mjs';

const A = ACTS.length;
const FLOAT_BYTES = 4;
/** No message has more words, no sentence count is higher (src/lib/recognition/reading.ts reads no further). */
const LONGEST = 400;

/** Chosen by leave-writer-out; what else was tried stands in docs/recognition.md. */
export const SETTINGS = {
	groups: 2,
	/** Hidden units of a group; a multiple of 8. */
	hidden: 96,
	window: WINDOW,
	rounds: 8,
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
/** @typedef {import('./examples.mjs').Example} Example */
/** @typedef {import('./adam.mjs').Weights} Weights */

export class Trainer {
	/** @param {Float32Array} vectors words × dimensions @param {number} dimensions a multiple of 8 @param {typeof SETTINGS} settings */
	constructor(vectors, dimensions, settings = SETTINGS) {
		const { hidden: H, window: K } = settings;
		this.settings = settings;
		this.D = dimensions;
		this.chance = seeded(settings.seed);
		this.kernel = kernel();
		this.vectors = this.weights(vectors.length, false, (i) => vectors[i]);
		const drawn = (/** @type {number} */ length, /** @type {number} */ spread) =>
			this.weights(length, true, () => bell(this.chance) * spread);
		this.groups = Array.from({ length: settings.groups }, () => ({
			window: drawn(H * K * dimensions, Math.sqrt(1.5 / (dimensions * K))),
			whole: drawn(H * 3 * dimensions, Math.sqrt(1.5 / (dimensions * 5))),
			traits: drawn(TRAITS * H, 0.1),
			hiddenBias: this.weights(H, false, () => 0),
			output: drawn(H * K * A, Math.sqrt(1 / (H * K))),
			outputBias: this.weights(A, false, () => settings.firstBias),
			ruleWeight: this.weights(A, false, () => settings.firstRuleWeight)
		}));
		this.dense = this.groups.flatMap((group) => Object.values(group));
		const { floats } = this.kernel;
		const edges = K - 1;
		/** What one example needs on the way: given out once, cleared as far as it is used. */
		this.row = floats((LONGEST + edges) * dimensions);
		this.rowSlope = floats((LONGEST + edges) * dimensions);
		this.whole = floats(LONGEST * 3 * dimensions);
		this.wholeSlope = floats(LONGEST * 3 * dimensions);
		this.bases = floats(LONGEST * H);
		this.baseSlope = floats(LONGEST * H);
		this.units = floats(LONGEST * H);
		this.outputs = floats((LONGEST + edges) * A);
		this.slope = floats((LONGEST + edges) * A);
		/** Rows of the word vectors that the batch used: only these are updated. @type {Set<number>} */
		this.touched = new Set();
		this.steps = 0;
	}

	/** @param {number} length @param {boolean} decays @param {(index: number) => number} first @returns {Weights} */
	weights(length, decays, first) {
		const { floats } = this.kernel;
		const values = floats(length);
		for (let i = 0; i < length; i++) values[i] = first(i);
		return { values, gradient: floats(length), first: floats(length), second: floats(length), decays };
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
			report?.(round, loss / order.length / this.groups.length);
		}
		if (taken > 0) layers.forEach(({ values }, layer) => values.set(means[layer]));
		return this;
	}

	/** Adds one example's gradient; returns its loss over all groups. @param {Example} example */
	learn(example) {
		if (example.words.length === 0) return 0;
		const ends = ((this.settings.window - 1) / 2) * A;
		const outside = this.settings.weightOutsideSpan;
		let loss = 0;
		for (const group of this.groups) {
			const state = this.forward(group, example);
			this.slope.fill(0, 0, (example.words.length + this.settings.window - 1) * A);
			loss += judged(example, this.outputs.subarray(ends), this.slope.subarray(ends), outside);
			this.backward(group, example, state);
		}
		return loss;
	}

	/** @param {Trainer['groups'][number]} group @param {Example} example */
	forward(group, { words, context, sentenceOf, traits, hints }) {
		const { D, chance, settings, row, whole, bases, units, outputs } = this;
		const { dot, addScaled } = this.kernel;
		const { hidden: H, window: K, unitsLeftOut, wordsLeftOut } = settings;
		const E = this.vectors.values;
		const n = words.length;
		const S = traits.length;
		const reach = (K - 1) / 2;
		const seen = words.map((word) => (chance() < wordsLeftOut ? UNKNOWN : word));
		const lengths = new Float32Array(S);
		// The word vectors in a row with empty places at both ends: a unit's window is then one stretch of it.
		row.fill(0, 0, (n + K - 1) * D);
		whole.fill(0, 0, S * 3 * D);
		const ofMessage = 1 / Math.sqrt(n);
		for (let t = 0; t < n; t++) {
			const from = E.byteOffset + seen[t] * D * FLOAT_BYTES;
			lengths[sentenceOf[t]]++;
			row.set(E.subarray(seen[t] * D, (seen[t] + 1) * D), (t + reach) * D);
			addScaled(whole.byteOffset + sentenceOf[t] * 3 * D * FLOAT_BYTES, from, 1, D);
			addScaled(whole.byteOffset + 2 * D * FLOAT_BYTES, from, ofMessage, D);
		}
		const ofContext = 1 / Math.sqrt(context.length);
		for (const word of context) {
			const from = E.byteOffset + word * D * FLOAT_BYTES;
			addScaled(whole.byteOffset + D * FLOAT_BYTES, from, ofContext, D);
		}
		for (let s = 0; s < S; s++) {
			const share = 1 / Math.sqrt(Math.max(lengths[s], 1));
			for (let d = 0; d < D; d++) whole[s * 3 * D + d] *= share;
			if (s > 0) whole.copyWithin(s * 3 * D + D, D, 3 * D);
		}
		for (let s = 0; s < S; s++) {
			const from = whole.byteOffset + s * 3 * D * FLOAT_BYTES;
			for (let h = 0; h < H; h++) {
				let sum = group.hiddenBias.values[h];
				for (const trait of traits[s]) sum += group.traits.values[trait * H + h];
				const weights = group.whole.values.byteOffset + h * 3 * D * FLOAT_BYTES;
				bases[s * H + h] = sum + dot(from, weights, 3 * D);
			}
		}
		outputs.fill(0, 0, (n + K - 1) * A);
		const scale = 1 / (1 - unitsLeftOut);
		const spoken = K * A;
		for (let t = 0; t < n; t++) {
			const from = row.byteOffset + t * D * FLOAT_BYTES;
			const to = outputs.byteOffset + t * A * FLOAT_BYTES;
			for (let h = 0; h < H; h++) {
				units[t * H + h] = 0;
				if (chance() < unitsLeftOut) continue;
				const weights = group.window.values.byteOffset + h * K * D * FLOAT_BYTES;
				const value = (bases[sentenceOf[t] * H + h] + dot(from, weights, K * D)) * scale;
				if (!(value > 0)) continue;
				units[t * H + h] = value;
				addScaled(to, group.output.values.byteOffset + h * spoken * FLOAT_BYTES, value, spoken);
			}
		}
		for (let t = 0; t < n; t++) {
			for (let a = 0; a < A; a++) outputs[(t + reach) * A + a] += group.outputBias.values[a];
		}
		for (const { act, from, to, confidence } of hints) {
			const weight = group.ruleWeight.values[act] * confidence;
			for (let t = from; t < to && t < n; t++) outputs[(t + reach) * A + act] += weight;
		}
		return { seen, lengths };
	}

	/** @param {Trainer['groups'][number]} group @param {Example} example @param {ReturnType<Trainer['forward']>} state */
	backward(group, { context, sentenceOf, traits, hints }, { seen, lengths }) {
		const { D, row, rowSlope, whole, wholeSlope, baseSlope, units, slope } = this;
		const { dot, addScaled } = this.kernel;
		const { hidden: H, window: K, unitsLeftOut } = this.settings;
		const n = seen.length;
		const S = traits.length;
		const reach = (K - 1) / 2;
		const scale = 1 / (1 - unitsLeftOut);
		const spoken = K * A;
		for (let t = 0; t < n; t++) {
			for (let a = 0; a < A; a++) group.outputBias.gradient[a] += slope[(t + reach) * A + a];
		}
		for (const { act, from, to, confidence } of hints) {
			for (let t = from; t < to && t < n; t++)
				group.ruleWeight.gradient[act] += slope[(t + reach) * A + act] * confidence;
		}
		// A unit near an end speaks for places outside the message too: what was said there counts for nothing.
		slope.fill(0, 0, reach * A);
		slope.fill(0, (n + reach) * A, (n + K - 1) * A);
		rowSlope.fill(0, 0, (n + K - 1) * D);
		baseSlope.fill(0, 0, S * H);
		for (let t = 0; t < n; t++) {
			const said = slope.byteOffset + t * A * FLOAT_BYTES;
			const seenAt = t * D * FLOAT_BYTES;
			for (let h = 0; h < H; h++) {
				const value = units[t * H + h];
				if (value === 0) continue;
				const output = h * spoken * FLOAT_BYTES;
				const window = h * K * D * FLOAT_BYTES;
				const push = dot(said, group.output.values.byteOffset + output, spoken) * scale;
				addScaled(group.output.gradient.byteOffset + output, said, value, spoken);
				baseSlope[sentenceOf[t] * H + h] += push;
				addScaled(rowSlope.byteOffset + seenAt, group.window.values.byteOffset + window, push, K * D);
				addScaled(group.window.gradient.byteOffset + window, row.byteOffset + seenAt, push, K * D);
			}
		}
		wholeSlope.fill(0, 0, S * 3 * D);
		for (let s = 0; s < S; s++) {
			const at = s * 3 * D * FLOAT_BYTES;
			for (let h = 0; h < H; h++) {
				const push = baseSlope[s * H + h];
				if (push === 0) continue;
				group.hiddenBias.gradient[h] += push;
				for (const trait of traits[s]) group.traits.gradient[trait * H + h] += push;
				const weights = h * 3 * D * FLOAT_BYTES;
				addScaled(wholeSlope.byteOffset + at, group.whole.values.byteOffset + weights, push, 3 * D);
				addScaled(group.whole.gradient.byteOffset + weights, whole.byteOffset + at, push, 3 * D);
			}
		}
		this.passOn({ context, sentenceOf, seen, lengths, sentences: S });
	}

	/**
	 * From the slopes of the row and of the wholes to those of the word vectors.
	 * @param {{ context: Int32Array, sentenceOf: number[], seen: Int32Array, lengths: Float32Array, sentences: number }} read
	 */
	passOn({ context, sentenceOf, seen, lengths, sentences }) {
		const { D, rowSlope, wholeSlope, vectors, touched } = this;
		const { addScaled } = this.kernel;
		const reach = (this.settings.window - 1) / 2;
		const gradientOf = (/** @type {number} */ word) => vectors.gradient.byteOffset + word * D * FLOAT_BYTES;
		// The context and the message are the same for every sentence: the first one's slopes take in those of the others.
		const ofWhole = (/** @type {number} */ s, /** @type {number} */ kind) =>
			wholeSlope.byteOffset + (s * 3 + kind) * D * FLOAT_BYTES;
		for (let s = 1; s < sentences; s++) addScaled(ofWhole(0, 1), ofWhole(s, 1), 1, 2 * D);
		const ofMessage = 1 / Math.sqrt(seen.length);
		seen.forEach((word, t) => {
			touched.add(word);
			const to = gradientOf(word);
			addScaled(to, rowSlope.byteOffset + (t + reach) * D * FLOAT_BYTES, 1, D);
			addScaled(to, ofWhole(sentenceOf[t], 0), 1 / Math.sqrt(lengths[sentenceOf[t]]), D);
			addScaled(to, ofWhole(0, 2), ofMessage, D);
		});
		for (const word of context) {
			touched.add(word);
			addScaled(gradientOf(word), ofWhole(0, 1), 1 / Math.sqrt(context.length), D);
		}
	}

	/** One step of Adam over what the batch gathered. @param {number} rate */
	update(rate) {
		this.steps++;
		const { batch, decay } = this.settings;
		const step = { rate, batch, decay, steps: this.steps };
		for (const layer of this.dense) move(layer, 0, layer.values.length, step);
		for (const word of this.touched) move(this.vectors, word * this.D, (word + 1) * this.D, step);
		this.touched.clear();
	}
}
