import type { StepId } from './step.ts';

/** A stretch of a tip's text. */
export type TipRun =
	{ is: 'text' | 'strong' | 'em'; text: string } | { is: 'link'; text: string; href: string };

/** A paragraph, a quotation or a list of a tip. */
export type TipBlock =
	| { is: 'paragraph' | 'quote'; runs: readonly TipRun[] }
	| { is: 'heading'; text: string }
	| { is: 'list'; isOrdered: boolean; items: readonly (readonly TipRun[])[] };

/** A quality tip: one habit of a good closing, as a colleague would pass it on. */
export interface Tip {
	id: string;
	title: string;
	/** The step of the closing that it is about. */
	step: StepId;
	/** Id of a scenario that drills it. */
	scenario: string;
	/** Where what it says is from. */
	source: string;
	body: readonly TipBlock[];
}

const MS_PER_WEEK = 7 * 24 * 60 * 60 * 1000;
/** The first Monday after the beginning of 1970: weeks begin on Mondays. */
const FIRST_MONDAY_MS = 4 * 24 * 60 * 60 * 1000;

/** The tip of the week: every tip has its week, one after the other, and then again. Undefined where there is none. */
export function tipOfWeek<T>(tips: readonly T[], nowMs: number): T | undefined {
	const week = Math.floor((nowMs - FIRST_MONDAY_MS) / MS_PER_WEEK);
	return tips[((week % tips.length) + tips.length) % tips.length];
}
