import { STEPS, type StepId } from './step.ts';
import type { StepVerdict } from './verdict.ts';

/** What somebody said of each step of their own session before they saw the marks. */
export interface Prediction {
	steps: readonly { step: StepId; verdict: StepVerdict }[];
}

/** One step on which the marks and the trainee's own reading part. */
export interface Parted {
	step: StepId;
	predicted: StepVerdict;
	marked: StepVerdict;
}

export interface Agreement {
	agreed: number;
	/** Steps that apply by either reading: where both say that a step did not apply, there is nothing to agree on. */
	of: number;
	/** In the order of a debrief. */
	parted: readonly Parted[];
}

/** Holds a prediction against the marks. A step that was not predicted counts as one held not to apply. */
export function agreementOf(
	{ steps }: Prediction,
	marks: Readonly<Record<StepId, { verdict: StepVerdict }>>
): Agreement {
	const pairs = STEPS.map((step): Parted => ({
		step,
		predicted: steps.find((one) => one.step === step)?.verdict ?? 'not-applicable',
		marked: marks[step].verdict
	})).filter(({ predicted, marked }) => predicted !== 'not-applicable' || marked !== 'not-applicable');
	const parted = pairs.filter(({ predicted, marked }) => predicted !== marked);
	return { agreed: pairs.length - parted.length, of: pairs.length, parted };
}
