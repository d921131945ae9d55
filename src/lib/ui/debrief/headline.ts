import type { Outcome } from '#lib/domain/consequence.ts';

/** What became of a session, in one sentence for the head of its debrief. */
export const HEADLINES: Readonly<Record<Outcome, (patron: string) => string>> = {
	reached: (patron) => `${patron} gets an answer.`,
	content: (patron) => `${patron} has what was asked for.`,
	read: () => 'The library reads your note.',
	told: (patron) => `Nobody keeps ${patron} waiting.`,
	unanswered: (patron) => `${patron} goes without an answer.`,
	puzzled: () => 'Nobody knows why this was sent.',
	unreachable: (patron) => `Nobody can write back to ${patron}.`,
	bounced: (patron) => `The mail to ${patron} comes back.`,
	lost: (patron) => `Nobody looks for ${patron}.`,
	waiting: (patron) => `${patron} waits.`
};
