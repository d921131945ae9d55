import { ACTS } from '#lib/domain/act.ts';
import { unpacked, Vocabulary, type ModelFile } from './model.ts';
import type { Reading } from './reading.ts';
import { addSum, SpeakingUnits, WINDOW } from './units.ts';
import { WordEffects, type WordEffect } from './word-effects.ts';

const ACT_COUNT = ACTS.length;
/** How many words a hidden unit sees to either side. */
const REACH = (WINDOW - 1) / 2;

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
	readonly #effects: WordEffects;
	readonly #units: SpeakingUnits;
	readonly #traits: Float32Array;
	readonly #hiddenBias: Float32Array;
	/** In double precision, which is what arithmetic is done in: it spares a conversion at every step. */
	readonly #output: Float64Array;
	readonly #outputBias: Float32Array;
	readonly #ruleWeight: Float32Array;

	constructor(file: ModelFile) {
		this.vocabulary = new Vocabulary(file.words.split(' '));
		this.#hidden = file.shape.hidden;
		this.#units = new SpeakingUnits(file.shape.hidden, WINDOW * ACT_COUNT);
		this.#effects = new WordEffects({
			vectors: unpacked(file.vectors),
			windowWeights: unpacked(file.window),
			wholeWeights: unpacked(file.whole),
			shape: file.shape
		});
		this.#traits = unpacked(file.traits);
		this.#hiddenBias = unpacked(file.hiddenBias);
		this.#output = Float64Array.from(unpacked(file.output));
		this.#outputBias = Float32Array.from(file.outputBias);
		this.#ruleWeight = Float32Array.from(file.ruleWeight);
	}

	evidenceIn(reading: Reading): Evidence {
		const perToken = this.#outputsOf(reading);
		for (const { act, from, to, confidence } of reading.hints) {
			const weight = (this.#ruleWeight[act] as number) * confidence;
			for (let t = from; t < to; t++) (perToken[t * ACT_COUNT + act] as number) += weight;
		}
		return { perToken, perAct: together(perToken, reading.tokens.length) };
	}

	/** For each sentence what its hidden units hold before the words around are added. */
	#basesOf(reading: Reading, words: readonly WordEffect[]): Float64Array[] {
		const hidden = this.#hidden;
		const inContext = reading.context.map(({ form }) => this.#effectOf(form).inContext);
		const inMessage = words.map((word) => word.inMessage);
		const message = Float64Array.from(this.#hiddenBias);
		addSum(message, inMessage, meanFactor(inMessage.length));
		addSum(message, inContext, meanFactor(inContext.length));
		return reading.traits.map((traits, sentence) => {
			const base = message.slice();
			const inSentence: Float32Array[] = [];
			words.forEach((word, t) => {
				if (reading.sentenceOf[t] === sentence) inSentence.push(word.inSentence);
			});
			addSum(base, inSentence, meanFactor(inSentence.length));
			const ofTraits = traits.map((trait) => this.#traits.subarray(trait * hidden, (trait + 1) * hidden));
			addSum(base, ofTraits, 1);
			return base;
		});
	}

	/** tokens × acts. A unit speaks for all places around it at once: one stretch of a row with empty ends. */
	#outputsOf(reading: Reading): Float32Array {
		const count = reading.tokens.length;
		const words = reading.tokens.map(({ form }) => this.#effectOf(form));
		const bases = this.#basesOf(reading, words);
		const outside = new Array<Float32Array>(REACH).fill(this.#effects.ofNoWord);
		const around = [...outside, ...words.map(({ atPlace }) => atPlace), ...outside];
		const row = new Float64Array(around.length * ACT_COUNT);
		for (let t = 0; t < count; t++) {
			this.#units.see(bases[reading.sentenceOf[t] as number] as Float64Array, around, t);
			this.#units.speak(this.#output, row, t * ACT_COUNT);
		}
		const outputs = Float32Array.from(row.subarray(REACH * ACT_COUNT, (REACH + count) * ACT_COUNT));
		for (let i = 0; i < outputs.length; i++)
			(outputs[i] as number) += this.#outputBias[i % ACT_COUNT] as number;
		return outputs;
	}

	#effectOf(form: string): WordEffect {
		return this.#effects.of(this.vocabulary.indexOf(form));
	}
}

/** What a sum of so many words is multiplied by: a long message does not drown the rest, a short one is not drowned. */
const meanFactor = (count: number): number => 1 / Math.sqrt(Math.max(count, 1));

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
