import { WINDOW } from './units.ts';

/** What one known word adds to the hidden units of a network. */
export interface WordEffect {
	/** window × hidden: at each place of the window. */
	atPlace: Float32Array;
	/** As part of the sentence, of the context, of the message. */
	inSentence: Float32Array;
	inContext: Float32Array;
	inMessage: Float32Array;
}

/** A word stands in a sentence, in the patron's line and in the message, in this order of the weights. */
const WHOLES = 3;

interface Layers {
	/** words × vector */
	vectors: Float32Array;
	/** hidden × (window × vector) */
	windowWeights: Float32Array;
	/** hidden × (wholes × vector) */
	wholeWeights: Float32Array;
	shape: { vector: number; hidden: number };
}

/** The effects of words, each worked out when it is first met: talk repeats its words, so most have been. */
export class WordEffects {
	readonly #layers: Layers;
	/** window × hidden: what stands before the first and after the last word adds nothing. */
	readonly ofNoWord: Float32Array;
	readonly #known = new Map<number, WordEffect>();

	constructor(layers: Layers) {
		this.#layers = layers;
		this.ofNoWord = new Float32Array(WINDOW * layers.shape.hidden);
	}

	of(index: number): WordEffect {
		const known = this.#known.get(index);
		if (known) return known;
		const effect = this.#workedOut(index);
		this.#known.set(index, effect);
		return effect;
	}

	#workedOut(index: number): WordEffect {
		const { vectors, windowWeights, wholeWeights, shape } = this.#layers;
		const { vector: length, hidden } = shape;
		const vector = vectors.subarray(index * length, (index + 1) * length);
		const atPlace = new Float32Array(WINDOW * hidden);
		const whole = new Float32Array(WHOLES * hidden);
		for (let h = 0; h < hidden; h++) {
			for (let place = 0; place < WINDOW; place++)
				atPlace[place * hidden + h] = product(vector, windowWeights, (h * WINDOW + place) * length);
			for (let kind = 0; kind < WHOLES; kind++)
				whole[kind * hidden + h] = product(vector, wholeWeights, (h * WHOLES + kind) * length);
		}
		return {
			atPlace,
			inSentence: whole.subarray(0, hidden),
			inContext: whole.subarray(hidden, 2 * hidden),
			inMessage: whole.subarray(2 * hidden)
		};
	}
}

function product(vector: Float32Array, weights: Float32Array, from: number): number {
	let sum = 0;
	for (let d = 0; d < vector.length; d++) sum += (vector[d] as number) * (weights[from + d] as number);
	return sum;
}
