/**
 * The two loops in which training spends its time, as WebAssembly with four numbers a step: several times as fast as
 * plain arrays, and the same bits on every machine (each operation is rounded to single precision, in a fixed order).
 *
 * Arrays that the loops run over lie in one memory, given out by `floats` and never given back. Lengths are multiples
 * of eight numbers.
 */

/** 32 MB: weights, gradients and moments of some 400,000 numbers, with room for a larger vocabulary. */
const PAGES = 512;
const FLOAT_BYTES = 4;
/** Loads of four numbers are fastest from places that are multiples of so many bytes. */
const ALIGNED = 16;

/** WebAssembly instructions by their names in the specification. */
const GET = 0x20;
const SET = 0x21;
const TEE = 0x22;
const CONST = 0x41;
const F32 = 0x7d;
const I32 = 0x7f;
const V128 = 0x7b;
const LOOP = [0x03, 0x40];
const BRANCH_IF = [0x0d, 0];
const END = 0x0b;
const ADD = 0x6a;
const SHIFT_LEFT = 0x74;
const LESS = 0x49;
const ADD_F32 = 0x92;
const LOAD_4 = (/** @type {number} */ offset) => [0xfd, 0x00, 4, offset];
const STORE_4 = (/** @type {number} */ offset) => [0xfd, 0x0b, 4, offset];
const SPREAD_4 = [0xfd, 0x13];
const ADD_4 = [0xfd, 0xe4, 0x01];
const MULTIPLY_4 = [0xfd, 0xe6, 0x01];
const LANE = (/** @type {number} */ lane) => [0xfd, 0x1f, lane];

/** Eight numbers are two loads; each loop goes on by so many bytes. */
const STEP = 32;
const advance = (/** @type {number} */ local) => [GET, local, CONST, STEP, ADD, SET, local];
/** end = from + 4 × length */
const endOf = (/** @type {number} */ from, /** @type {number} */ length, /** @type {number} */ end) => [
	GET,
	from,
	GET,
	length,
	CONST,
	2,
	SHIFT_LEFT,
	ADD,
	SET,
	end
];
const sumOfLanes = (/** @type {number} */ local) => [
	...[GET, local, ...LANE(0), GET, local, ...LANE(1), ADD_F32],
	...[GET, local, ...LANE(2), GET, local, ...LANE(3), ADD_F32, ADD_F32]
];

/** dot(a, b, length): parameters 0 to 2, then end, and two sums of four lanes each. */
const DOT = [
	...[2, 1, I32, 2, V128],
	...endOf(0, 2, 3),
	...LOOP,
	...[GET, 0, ...LOAD_4(0), GET, 1, ...LOAD_4(0), ...MULTIPLY_4, GET, 4, ...ADD_4, SET, 4],
	...[GET, 0, ...LOAD_4(16), GET, 1, ...LOAD_4(16), ...MULTIPLY_4, GET, 5, ...ADD_4, SET, 5],
	...advance(1),
	...[GET, 0, CONST, STEP, ADD, TEE, 0, GET, 3, LESS, ...BRANCH_IF, END],
	...[GET, 4, GET, 5, ...ADD_4, SET, 4],
	...sumOfLanes(4),
	END
];

/** addScaled(to, from, factor, length): parameters 0 to 3, then end, and the factor in four lanes. */
const ADD_SCALED = [
	...[2, 1, I32, 1, V128],
	...endOf(0, 3, 4),
	...[GET, 2, ...SPREAD_4, SET, 5],
	...LOOP,
	...[GET, 0, GET, 0, ...LOAD_4(0), GET, 1, ...LOAD_4(0), GET, 5, ...MULTIPLY_4, ...ADD_4, ...STORE_4(0)],
	...[GET, 0, GET, 0, ...LOAD_4(16), GET, 1, ...LOAD_4(16), GET, 5, ...MULTIPLY_4, ...ADD_4, ...STORE_4(16)],
	...advance(1),
	...[GET, 0, CONST, STEP, ADD, TEE, 0, GET, 4, LESS, ...BRANCH_IF, END],
	END
];

const sized = (/** @type {number[]} */ bytes) => [...unsigned(bytes.length), ...bytes];
/** @param {number} value @returns {number[]} in groups of seven bits */
const unsigned = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >> 7)]);
const named = (/** @type {string} */ name) => sized([...Buffer.from(name)]);
const section = (/** @type {number} */ id, /** @type {number[][]} */ entries) => [
	id,
	...sized([entries.length, ...entries.flat()])
];

const PROGRAM = Uint8Array.from([
	...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
	...section(1, [
		[0x60, 3, I32, I32, I32, 1, F32],
		[0x60, 4, I32, I32, F32, I32, 0]
	]),
	...section(2, [[...named('m'), ...named('m'), 2, 0, ...unsigned(PAGES)]]),
	...section(3, [[0], [1]]),
	...section(7, [
		[...named('dot'), 0, 0],
		[...named('addScaled'), 0, 1]
	]),
	...section(10, [sized(DOT), sized(ADD_SCALED)])
]);

/** A memory of its own with the loops over it. */
export function kernel() {
	const memory = new WebAssembly.Memory({ initial: PAGES });
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(PROGRAM), { m: { m: memory } });
	let used = 0;
	return {
		/** So many numbers, zero at first; throws a RangeError where the memory is full. @param {number} length */
		floats(length) {
			const array = new Float32Array(memory.buffer, used, length);
			used += Math.ceil((length * FLOAT_BYTES) / ALIGNED) * ALIGNED;
			return array;
		},
		/**
		 * Sum of products of two stretches, given by their places in bytes.
		 * @type {(a: number, b: number, length: number) => number}
		 */
		dot: /** @type {any} */ (exports.dot),
		/**
		 * Adds `factor` times one stretch to another, both given by their places in bytes.
		 * @type {(to: number, from: number, factor: number, length: number) => void}
		 */
		addScaled: /** @type {any} */ (exports.addScaled)
	};
}
