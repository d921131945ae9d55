/**
 * A source of numbers in [0, 1) that gives the same row for the same seed on every machine (mulberry32).
 * @param {number} seed
 * @returns {() => number}
 */
export function seeded(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** About normal, with spread 1: the sum of twelve even chances. @param {() => number} chance */
export function bell(chance) {
	let sum = -6;
	for (let i = 0; i < 12; i++) sum += chance();
	return sum;
}

/** Shuffles in place. @template T @param {T[]} list @param {() => number} chance */
export function shuffle(list, chance) {
	for (let i = list.length - 1; i > 0; i--) {
		const j = Math.floor(chance() * (i + 1));
		[list[i], list[j]] = [list[j], list[i]];
	}
	return list;
}
