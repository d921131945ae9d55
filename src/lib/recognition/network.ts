import { ACTS } from '#lib/domain/act.ts';
import { unpacked, Vocabulary, type ModelFile } from './model.ts';
import type { Reading } from './reading.ts';

const ACT_COUNT = ACTS.length;

/** What one known word adds to the hidden units, worked out when it is first met. */
interface WordEffect {
	/** window × hidden: at each place of the window. */
	atPlace: Float32Array;
	/** As part of the sentence, of the context, of the message. */
	inSentence: Float32Array;
	inContext: Float32Array;
	inMessage: Float32Array;
}

/** Evidence per token and act (tokens × acts, in log-odds). */
export interface Evidence {
	perToken: Float32Array;
	/** Per act: all tokens together. */
	perAct: Float32Array;
}

/**
 * A small convolutional network over word vectors: every hidden unit sees five words, the sentence, the message and
 * the patron's line as sums of word vectors, and the traits of the sentence. An act's evidence at a word comes from
 * the hidden units around it; its evidence in the message is that of all words together (log of the sum of exponentials),
 * so the words that decided are known.
 */
export class Network {
	readonly vocabulary: Vocabulary;
	readonly #hidden: number;
	readonly #vector: number;
	readonly #window: number;
	readonly #vectors: Float32Array;
	readonly #windowWeights: Float32Array;
	readonly #wholeWeights: Float32Array;
	readonly #traits: Float32Array;
	readonly #hiddenBias: Float32Array;
	readonly #output: Float32Array;
	readonly #outputBias: Float32Array;
	readonly #ruleWeight: Float32Array;
	readonly #effects = new Map<number, WordEffect>();

	constructor(file: ModelFile) {
		this.vocabulary = new Vocabulary(file.words.split(' '));
		this.#hidden = file.shape.hidden;
		this.#vector = file.shape.vector;
		this.#window = file.shape.window;
		this.#vectors = unpacked(file.vectors);
		this.#windowWeights = unpacked(file.window);
		this.#wholeWeights = unpacked(file.whole);
		this.#traits = unpacked(file.traits);
		this.#hiddenBias = unpacked(file.hiddenBias);
		this.#output = unpacked(file.output);
		this.#outputBias = Float32Array.from(file.outputBias);
		this.#ruleWeight = Float32Array.from(file.ruleWeight);
	}

	evidenceIn(reading: Reading): Evidence {
		const perToken = this.#outputsOf(reading, this.#hiddenOf(reading));
		for (const { act, from, to, confidence } of reading.hints) {
			const weight = (this.#ruleWeight[act] as number) * confidence;
			for (let t = from; t < to; t++) (perToken[t * ACT_COUNT + act] as number) += weight;
		}
		return { perToken, perAct: together(perToken, reading.tokens.length) };
	}

	/** tokens × hidden, after the rectifier. */
	#hiddenOf(reading: Reading): Float32Array {
		const hidden = this.#hidden;
		const count = reading.tokens.length;
		const words = reading.tokens.map(({ form }) => this.#effectOf(this.vocabulary.indexOf(form)));
		const bases = this.#basesOf(reading, words);
		const units = new Float32Array(count * hidden);
		const reach = (this.#window - 1) / 2;
		for (let t = 0; t < count; t++) {
			const to = t * hidden;
			add(units, to, bases, (reading.sentenceOf[t] as number) * hidden, hidden, 1);
			const last = Math.min(this.#window - 1, count - 1 - t + reach);
			for (let place = Math.max(0, reach - t); place <= last; place++) {
				const word = words[t + place - reach] as WordEffect;
				add(units, to, word.atPlace, place * hidden, hidden, 1);
			}
			for (let h = to; h < to + hidden; h++) if ((units[h] as number) < 0) units[h] = 0;
		}
		return units;
	}

	/** sentences × hidden: what the hidden units of a sentence hold before the words around are added. */
	#basesOf(reading: Reading, words: readonly WordEffect[]): Float32Array {
		const hidden = this.#hidden;
		const count = reading.traits.length;
		const message = new Float32Array(this.#hiddenBias);
		const shareOfMessage = 1 / Math.sqrt(Math.max(words.length, 1));
		for (const { inMessage } of words) add(message, 0, inMessage, 0, hidden, shareOfMessage);
		const shareOfContext = 1 / Math.sqrt(Math.max(reading.context.length, 1));
		for (const { form } of reading.context) {
			const { inContext } = this.#effectOf(this.vocabulary.indexOf(form));
			add(message, 0, inContext, 0, hidden, shareOfContext);
		}
		const bases = new Float32Array(count * hidden);
		const lengths = new Uint16Array(count);
		words.forEach(({ inSentence }, t) => {
			const sentence = reading.sentenceOf[t] as number;
			(lengths[sentence] as number)++;
			add(bases, sentence * hidden, inSentence, 0, hidden, 1);
		});
		for (let sentence = 0; sentence < count; sentence++) {
			const from = sentence * hidden;
			const share = 1 / Math.sqrt(Math.max(lengths[sentence] as number, 1));
			for (let h = 0; h < hidden; h++) {
				bases[from + h] = (bases[from + h] as number) * share + (message[h] as number);
			}
			for (const trait of reading.traits[sentence] as number[]) {
				add(bases, from, this.#traits, trait * hidden, hidden, 1);
			}
		}
		return bases;
	}

	/** tokens × acts. A unit speaks for all places around it at once: one stretch of a row with empty ends. */
	#outputsOf(reading: Reading, units: Float32Array): Float32Array {
		const count = reading.tokens.length;
		const hidden = this.#hidden;
		const spoken = this.#window * ACT_COUNT;
		const ends = ((this.#window - 1) / 2) * ACT_COUNT;
		const row = new Float32Array(count * ACT_COUNT + 2 * ends);
		for (let t = 0; t < count; t++) {
			for (let h = 0; h < hidden; h++) {
				const value = units[t * hidden + h] as number;
				if (value !== 0) add(row, t * ACT_COUNT, this.#output, h * spoken, spoken, value);
			}
		}
		const outputs = row.slice(ends, ends + count * ACT_COUNT);
		for (let t = 0; t < count; t++) add(outputs, t * ACT_COUNT, this.#outputBias, 0, ACT_COUNT, 1);
		return outputs;
	}

	#effectOf(index: number): WordEffect {
		const known = this.#effects.get(index);
		if (known) return known;
		const vector = this.#vectors.subarray(index * this.#vector, (index + 1) * this.#vector);
		const hidden = this.#hidden;
		const atPlace = new Float32Array(this.#window * hidden);
		const whole = new Float32Array(3 * hidden);
		for (let h = 0; h < hidden; h++) {
			for (let place = 0; place < this.#window; place++) {
				const from = (h * this.#window + place) * this.#vector;
				atPlace[place * hidden + h] = product(vector, this.#windowWeights, from);
			}
			for (let kind = 0; kind < 3; kind++) {
				whole[kind * hidden + h] = product(vector, this.#wholeWeights, (h * 3 + kind) * this.#vector);
			}
		}
		const effect = {
			atPlace,
			inSentence: whole.subarray(0, hidden),
			inContext: whole.subarray(hidden, 2 * hidden),
			inMessage: whole.subarray(2 * hidden)
		};
		this.#effects.set(index, effect);
		return effect;
	}
}

function product(vector: Float32Array, weights: Float32Array, from: number): number {
	let sum = 0;
	for (let d = 0; d < vector.length; d++) sum += (vector[d] as number) * (weights[from + d] as number);
	return sum;
}

/** Adds `factor` times a stretch of `source` to a stretch of `target`. */
function add(
	target: Float32Array,
	to: number,
	source: Float32Array,
	from: number,
	length: number,
	factor: number
): void {
	for (let i = 0; i < length; i++) (target[to + i] as number) += (source[from + i] as number) * factor;
}

/** Per act the log of the summed exponentials over tokens; minus infinity for an empty message. */
function together(perToken: Float32Array, count: number): Float32Array {
	const perAct = new Float32Array(ACT_COUNT).fill(-Infinity);
	if (count === 0) return perAct;
	for (let a = 0; a < ACT_COUNT; a++) {
		let top = -Infinity;
		for (let t = 0; t < count; t++) top = Math.max(top, perToken[t * ACT_COUNT + a] as number);
		let sum = 0;
		for (let t = 0; t < count; t++) sum += Math.exp((perToken[t * ACT_COUNT + a] as number) - top);
		perAct[a] = top + Math.log(sum);
	}
	return perAct;
}
