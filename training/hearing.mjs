/**
 * From what the network said of writers it had not seen, to when an act counts as heard, how sure that is, and from
 * what evidence on it is certain.
 */
import { ACTS } from '#lib/domain/act.ts';

/**
 * The F1 that decides a threshold is averaged over the cuts to either side, as far as this part of the cases that are
 * there, or chance would choose it.
 */
const SMOOTHED_REACH = 0.05;
/** Certain: among the strongest, not one mistake in so many (so that one in a hundred is kept with room to spare)… */
const MISTAKES_ALLOWED = 0.005;
/** …and only the strongest part of those, at least so many of them. */
const KEPT_PART = 0.75;
const FEWEST_FOR_CERTAIN = 32;

/** @typedef {{ evidence: number[], corroborated: boolean[], there: boolean[] }} Judgement per act, for one message */

/** @param {Judgement[]} judgements */
export const hearingOf = (judgements) =>
	ACTS.map((_, a) => {
		const cases = judgements
			.map(({ evidence, corroborated, there }) => ({
				evidence: evidence[a] ?? -Infinity,
				corroborated: corroborated[a] === true,
				there: there[a] === true
			}))
			.filter(({ evidence }) => Number.isFinite(evidence))
			.sort((x, y) => y.evidence - x.evidence);
		return {
			threshold: rounded(thresholdOf(cases)),
			...curveOf(cases),
			certain: certainFrom(cases.filter(({ corroborated }) => corroborated))
		};
	});

const rounded = (/** @type {number} */ value) => Number(value.toFixed(4));

/** @typedef {{ evidence: number, corroborated: boolean, there: boolean }[]} Cases strongest first */

/** The cut with the best smoothed F1. @param {Cases} cases */
function thresholdOf(cases) {
	const all = cases.filter(({ there }) => there).length;
	let right = 0;
	const f1 = cases.map(({ there }, index) => {
		if (there) right++;
		return (2 * right) / (index + 1 + all);
	});
	const reach = Math.ceil(SMOOTHED_REACH * all);
	let best = -1;
	let at = 0;
	f1.forEach((_, index) => {
		const near = f1.slice(Math.max(0, index - reach), index + reach + 1);
		const mean = near.reduce((sum, value) => sum + value, 0) / (2 * reach + 1);
		if (mean > best) [best, at] = [mean, index];
	});
	return ((cases[at]?.evidence ?? 0) + (cases[at + 1]?.evidence ?? 0)) / 2;
}

/** A step of Newton's method is cut to this length: far from the curve it would leap away. */
const LONGEST_STEP = 0.2;

/** Slope and offset of a logistic curve through the cases (Newton's method). @param {Cases} cases */
function curveOf(cases) {
	let slope = 1;
	let offset = 0;
	for (let round = 0; round < 50; round++) {
		let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
		for (const { evidence, there } of cases) {
			const p = 1 / (1 + Math.exp(-(slope * evidence + offset)));
			const error = p - (there ? 1 : 0);
			const width = p * (1 - p);
			g0 += error * evidence;
			g1 += error;
			h00 += width * evidence * evidence;
			h01 += width * evidence;
			h11 += width;
		}
		const determinant = h00 * h11 - h01 * h01;
		const bounded = (/** @type {number} */ step) => Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
		slope -= bounded((h11 * g0 - h01 * g1) / determinant);
		offset -= bounded((h00 * g1 - h01 * g0) / determinant);
	}
	return { slope: rounded(slope), offset: rounded(offset) };
}

/**
 * Where network and rules agree, nothing is taken back, and the evidence is strong. The network alone is not enough: it is trained on the
 * words of other people, and the rules fail in other places than it does.
 * @param {Cases} cases
 */
function certainFrom(cases) {
	let mistakes = 0;
	let longest = 0;
	cases.forEach(({ there }, index) => {
		if (!there) mistakes++;
		if (mistakes <= MISTAKES_ALLOWED * (index + 1)) longest = index + 1;
	});
	const kept = Math.floor(longest * KEPT_PART);
	const last = cases[kept - 1];
	return kept < FEWEST_FOR_CERTAIN || !last ? null : rounded(last.evidence);
}
