import type { Label } from './entry.ts';
import type { RedLineVerdict, StepVerdict } from './verdict.ts';

/** Verdicts as a trainer reads and gives them. */
export const VERDICT_WORDS: Readonly<Record<StepVerdict | RedLineVerdict, string>> = {
	met: 'Met',
	missed: 'Missed',
	kept: 'Kept',
	broken: 'Crossed',
	unsure: 'Unsure',
	'not-applicable': 'Did not apply'
};

/** What a chat can be filed under, in words. */
export const LABEL_WORDS: Readonly<Record<Label, string>> = {
	fyi: 'FYI',
	complaint: 'Complaint',
	compliment: 'Compliment'
};
