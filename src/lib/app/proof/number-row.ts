/** Most rows are asked for a few standings only; a row doubles when it is too short. */
const FIRST_LENGTH = 32;

/**
 * A number for each of many numbers, -1 where there is none yet. An array with holes would be turned into a slow
 * dictionary by the engine, and the proof asks it millions of times.
 */
export class NumberRow {
	#kept = new Int32Array(FIRST_LENGTH).fill(-1);

	get(at: number): number {
		return this.#kept[at] ?? -1;
	}

	set(at: number, value: number): void {
		if (at >= this.#kept.length) {
			const longer = new Int32Array(2 ** Math.ceil(Math.log2(at + 1))).fill(-1);
			longer.set(this.#kept);
			this.#kept = longer;
		}
		this.#kept[at] = value;
	}
}
