import type { Span } from './span.ts';

export const STEP_VERDICTS = ['met', 'missed', 'not-applicable'] as const;
export type StepVerdict = (typeof STEP_VERDICTS)[number];

export const RED_LINE_VERDICTS = ['kept', 'broken', 'unsure', 'not-applicable'] as const;
export type RedLineVerdict = (typeof RED_LINE_VERDICTS)[number];

/** What a verdict rests on: an event of the log, and the words in it where words decided. */
export interface Evidence {
	seq: number;
	span?: Span;
}
