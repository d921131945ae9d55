import { expect, test } from 'vitest';
import { agreementOf } from './prediction.ts';
import { STEPS, type StepId } from './step.ts';
import type { StepVerdict } from './verdict.ts';

const marks = (over: Partial<Record<StepId, StepVerdict>>) =>
	Object.fromEntries(STEPS.map((step) => [step, { verdict: over[step] ?? 'not-applicable' }])) as Record<
		StepId,
		{ verdict: StepVerdict }
	>;

test('a step that neither reading holds to apply counts for nothing', () => {
	const { agreed, of } = agreementOf(
		{ steps: [{ step: 'silence', verdict: 'not-applicable' }] },
		marks({ goodbye: 'not-applicable' })
	);
	expect([agreed, of]).toEqual([0, 0]);
});

test('where the readings part it is told which said what, in the order of a debrief', () => {
	const prediction = {
		steps: [
			{ step: 'goodbye' as const, verdict: 'met' as const },
			{ step: 'email' as const, verdict: 'met' as const },
			{ step: 'deadline' as const, verdict: 'missed' as const }
		]
	};
	expect(agreementOf(prediction, marks({ email: 'missed', goodbye: 'met', note: 'missed' }))).toEqual({
		agreed: 1,
		of: 4,
		parted: [
			{ step: 'email', predicted: 'met', marked: 'missed' },
			{ step: 'deadline', predicted: 'missed', marked: 'not-applicable' },
			{ step: 'note', predicted: 'not-applicable', marked: 'missed' }
		]
	});
});
