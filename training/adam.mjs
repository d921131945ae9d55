/** Adam (Kingma and Ba 2015), with weights that decay. */

const FIRST_MOMENT = 0.9;
const SECOND_MOMENT = 0.99;

/**
 * @typedef {object} Weights
 * @property {Float32Array} values
 * @property {Float32Array} gradient what the examples of a batch add up to
 * @property {Float32Array} first its moving mean
 * @property {Float32Array} second the moving mean of its square
 * @property {boolean} decays
 */

/**
 * Moves the weights from `from` to before `to` by one step, and clears their gradient.
 * @param {Weights} weights @param {number} from @param {number} to
 * @param {{ rate: number, batch: number, decay: number, steps: number }} step `steps`: how many there were, this one included
 */
export function move({ values, gradient, first, second, decays }, from, to, { rate, batch, decay, steps }) {
	const firstShare = 1 - FIRST_MOMENT ** steps;
	const secondShare = 1 - SECOND_MOMENT ** steps;
	for (let i = from; i < to; i++) {
		const g = gradient[i] / batch;
		first[i] = FIRST_MOMENT * first[i] + (1 - FIRST_MOMENT) * g;
		second[i] = SECOND_MOMENT * second[i] + (1 - SECOND_MOMENT) * g * g;
		const step = first[i] / firstShare / (Math.sqrt(second[i] / secondShare) + 1e-7);
		values[i] -= rate * (step + (decays ? decay * values[i] : 0));
		gradient[i] = 0;
	}
}
