import { neighbour, type Repair } from './spelling.ts';

/**
 * The shipped model file, made by training/train.mjs. Weights are written one printable character each, so that
 * general compression finds their true weight; `scale` is what one step is worth.
 */
export interface ModelFile {
	version: string;
	/** Length of a word vector, number of hidden units, words that one hidden unit sees (units.ts reads five). */
	shape: { vector: number; hidden: number; window: number };
	/** The vocabulary, separated by spaces; the first entries are the special words below. */
	words: string;
	vectors: Packed;
	/** hidden × (window × vector): what a hidden unit makes of the words around. */
	window: Packed;
	/** hidden × (3 × vector): what it makes of the sentence, the context, the message as a whole. */
	whole: Packed;
	/** traits × hidden */
	traits: Packed;
	hiddenBias: Packed;
	/** hidden × (window × acts): what a hidden unit says about the acts at the places around it, in their order. */
	output: Packed;
	outputBias: number[];
	/** Per act: what a rule of full confidence adds. */
	ruleWeight: number[];
	/** Per act, in the order of ACTS. */
	hearing: Hearing[];
}

export interface Packed {
	scale: number;
	codes: string;
}

/** From the network's evidence for an act to what is reported. */
export interface Hearing {
	/** Heard from this evidence on (chosen on writers that were held out). */
	threshold: number;
	/** Confidence = 1 / (1 + exp(-(slope × evidence + offset))), below `certain`. */
	slope: number;
	offset: number;
	/** From this evidence on the act is certain, if it is corroborated; null where no evidence is enough. */
	certain: number | null;
}

/** Special words, at fixed places at the head of every vocabulary. */
export const UNKNOWN = 0;
export const SPECIAL_WORDS = ['@unknown', '@address', '@link', '@number'] as const;
const NUMBER = SPECIAL_WORDS.indexOf('@number');

const FIRST_CODE = 35;
const BACKSLASH = 92;
/** Codes run over printable characters without quotes and backslash; the middle one is zero. */
const LARGEST_CODE = 45;

/** The character for a weight of so many steps (-45 to 45). */
export function codeOf(steps: number): string {
	const code = FIRST_CODE + LARGEST_CODE + steps;
	return String.fromCharCode(code >= BACKSLASH ? code + 1 : code);
}

/** The weights of one packed array. */
export function unpacked({ scale, codes }: Packed): Float32Array {
	const weights = new Float32Array(codes.length);
	for (let i = 0; i < codes.length; i++) {
		const code = codes.charCodeAt(i);
		weights[i] = ((code > BACKSLASH ? code - 1 : code) - FIRST_CODE - LARGEST_CODE) * scale;
	}
	return weights;
}

/** Which words a model knows, and how it reads one that it does not know. */
export class Vocabulary {
	readonly #indices: ReadonlyMap<string, number>;
	readonly size: number;
	/** What words that it does not know were taken for: a name comes again and again, and to look for it is slow. */
	readonly #mended = new Map<string, string>();

	constructor(words: readonly string[]) {
		this.#indices = new Map(words.map((word, index) => [word, index]));
		this.size = words.length;
	}

	indexOf(form: string): number {
		const first = form.charCodeAt(0);
		if (first >= 48 && first <= 57) return NUMBER;
		return this.#indices.get(form) ?? UNKNOWN;
	}

	/** Mends one slip of the fingers towards a known word; shorter words have too many neighbours. */
	readonly repair: Repair = (word) => {
		if (word.length < SHORTEST_MENDED || word.length > LONGEST_MENDED || this.#indices.has(word)) return word;
		const before = this.#mended.get(word);
		if (before !== undefined) return before;
		const mended = neighbour(word, (candidate) => this.#indices.has(candidate)) ?? word;
		if (this.#mended.size >= MENDED_KEPT) this.#mended.clear();
		this.#mended.set(word, mended);
		return mended;
	};
}

const SHORTEST_MENDED = 4;
const LONGEST_MENDED = 16;
/** A session has a few dozen; a wall of letters must not fill the memory. */
const MENDED_KEPT = 1000;
