import type { Outcome } from '#lib/domain/consequence.ts';

/** How an ending is felt: well, badly, or neither. */
export type Mood = 'well' | 'badly' | 'neither';

/** An ending in two or three words. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, { name: string; mood: Mood }>> = {
	reached: { name: 'An answer arrives', mood: 'well' },
	content: { name: 'Nobody waits', mood: 'well' },
	read: { name: 'The note is read', mood: 'well' },
	told: { name: 'Nobody waits', mood: 'neither' },
	unanswered: { name: 'No answer', mood: 'neither' },
	puzzled: { name: 'A riddle', mood: 'badly' },
	unreachable: { name: 'A dead end', mood: 'badly' },
	bounced: { name: 'The mail comes back', mood: 'badly' },
	lost: { name: 'Lost', mood: 'badly' },
	waiting: { name: 'Left waiting', mood: 'badly' }
};
