/** How many words a hidden unit sees. The loops below are written out for this number: they are most of the time of hearing. */
export const WINDOW = 5;
/** So many sums are gathered at a time, as they fit into a processor's registers; what a unit says has a multiple of it. */
const ABREAST = 8;

/** Of all hidden units at one word those that have something to say, with how strongly. */
export class SpeakingUnits {
	readonly #hidden: number;
	/** How many numbers a unit says: one for each act at each place. */
	readonly #spoken: number;
	readonly #values: Float64Array;
	readonly #units: Int32Array;
	#count = 0;

	constructor(hidden: number, spoken: number) {
		this.#hidden = hidden;
		this.#spoken = spoken;
		this.#values = new Float64Array(hidden);
		this.#units = new Int32Array(hidden);
	}

	/**
	 * Finds them where `base` holds what the sentence brings and `around`, from `first` on, what the words that are
	 * seen bring (window × hidden each).
	 */
	see(base: Float64Array, around: readonly Float32Array[], first: number): void {
		const hidden = this.#hidden;
		const values = this.#values;
		const units = this.#units;
		const a = around[first] as Float32Array;
		const b = around[first + 1] as Float32Array;
		const c = around[first + 2] as Float32Array;
		const d = around[first + 3] as Float32Array;
		const e = around[first + 4] as Float32Array;
		let count = 0;
		for (let h = 0; h < hidden; h++) {
			const value =
				(base[h] as number) +
				(a[h] as number) +
				(b[h + hidden] as number) +
				(c[h + 2 * hidden] as number) +
				(d[h + 3 * hidden] as number) +
				(e[h + 4 * hidden] as number);
			if (value > 0) {
				values[count] = value;
				units[count] = h;
				count++;
			}
		}
		this.#count = count;
	}

	/** Adds to `row` from `to` on what they say; `output` holds it for each unit. */
	speak(output: Float64Array, row: Float64Array, to: number): void {
		const spoken = this.#spoken;
		const count = this.#count;
		const values = this.#values;
		const units = this.#units;
		for (let column = 0; column < spoken; column += ABREAST) {
			let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
			for (let k = 0; k < count; k++) {
				const value = values[k] as number;
				const at = (units[k] as number) * spoken + column;
				s0 += value * (output[at] as number);
				s1 += value * (output[at + 1] as number);
				s2 += value * (output[at + 2] as number);
				s3 += value * (output[at + 3] as number);
				s4 += value * (output[at + 4] as number);
				s5 += value * (output[at + 5] as number);
				s6 += value * (output[at + 6] as number);
				s7 += value * (output[at + 7] as number);
			}
			const into = to + column;
			(row[into] as number) += s0;
			(row[into + 1] as number) += s1;
			(row[into + 2] as number) += s2;
			(row[into + 3] as number) += s3;
			(row[into + 4] as number) += s4;
			(row[into + 5] as number) += s5;
			(row[into + 6] as number) += s6;
			(row[into + 7] as number) += s7;
		}
	}
}

/** Adds to `target` `factor` times the sum of `sources`, which are as long. */
export function addSum(target: Float64Array, sources: readonly Float32Array[], factor: number): void {
	let next = 0;
	for (; next + 4 <= sources.length; next += 4) {
		const a = sources[next] as Float32Array;
		const b = sources[next + 1] as Float32Array;
		const c = sources[next + 2] as Float32Array;
		const d = sources[next + 3] as Float32Array;
		for (let i = 0; i < target.length; i++) {
			const sum = (a[i] as number) + (b[i] as number) + (c[i] as number) + (d[i] as number);
			(target[i] as number) += sum * factor;
		}
	}
	for (; next < sources.length; next++) {
		const source = sources[next] as Float32Array;
		for (let i = 0; i < target.length; i++) (target[i] as number) += (source[i] as number) * factor;
	}
}
