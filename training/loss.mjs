/**
 * How wrong the evidence of one message is. Per act, the evidence within the stretch that decides must say yes, the
 * evidence of all other words must say no (with less weight: a message may say a thing twice and have one stretch marked).
 */
import { ACTS } from '#lib/domain/act.ts';

const A = ACTS.length;

/**
 * @param {import('./examples.mjs').Example} example
 * @param {Float32Array} outputs words × acts
 * @param {Float32Array} slope words × acts: takes in how the loss changes with each output
 * @param {number} weightOutside of the words outside the stretch
 * @returns {number} the loss
 */
export function judged({ words, spans, weight }, outputs, slope, weightOutside) {
	const n = words.length;
	let loss = 0;
	spans.forEach((span, a) => {
		/** @type {(from: number, to: number, outside: boolean, wanted: 0 | 1, weight: number) => void} */
		const judge = (from, to, outside, wanted, ofThis) => {
			const within = (/** @type {number} */ t) => (t >= from && t < to) !== outside;
			loss += crossEntropy({ outputs, slope, a, n, within, wanted, weight: ofThis });
		};
		if (!span) judge(0, n, false, 0, weight);
		else {
			judge(span[0], span[1], false, 1, weight);
			judge(span[0], span[1], true, 0, weight * weightOutside);
		}
	});
	return loss;
}

/**
 * Of the summed evidence of the words within, against what it should say.
 * @param {{ outputs: Float32Array, slope: Float32Array, a: number, n: number, within: (t: number) => boolean, wanted: 0 | 1, weight: number }} judgement
 */
function crossEntropy({ outputs, slope, a, n, within, wanted, weight }) {
	let top = -Infinity;
	for (let t = 0; t < n; t++) if (within(t)) top = Math.max(top, outputs[t * A + a]);
	if (top === -Infinity) return 0;
	let sum = 0;
	for (let t = 0; t < n; t++) if (within(t)) sum += Math.exp(outputs[t * A + a] - top);
	const says = 1 / (1 + Math.exp(-(top + Math.log(sum))));
	const push = (says - wanted) * weight;
	for (let t = 0; t < n; t++) {
		if (within(t)) slope[t * A + a] += (push * Math.exp(outputs[t * A + a] - top)) / sum;
	}
	return -weight * Math.log(Math.max(1e-7, wanted === 1 ? says : 1 - says));
}
