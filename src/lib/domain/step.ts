/** What a good closing does, in the order in which a debrief shows it. Rules: docs/scoring.md. */
export const STEPS = [
	'complete-check',
	'policy-page',
	'info-tab',
	'email',
	'deadline',
	'next-steps',
	'way-out',
	'no-brush-off',
	'note',
	'goodbye',
	'in-order',
	'silence',
	'resolution-code'
] as const;

export type StepId = (typeof STEPS)[number];

/** What no closing may do. */
export const RED_LINES = ['no-email-no-follow-up', 'no-empty-promise', 'privacy'] as const;

export type RedLineId = (typeof RED_LINES)[number];

export type RuleId = StepId | RedLineId;
