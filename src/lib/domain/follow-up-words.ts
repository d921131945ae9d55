import type { Affair, FollowUpStanding, Happening, SessionDeed } from './follow-up.ts';

interface AffairWords {
	/** A few words for the row in the list. */
	short: string;
	/** What it means, for whoever has the session open. */
	sentence: string;
	/** Whether it is well, still open, or has done harm. */
	tone: 'well' | 'open' | 'harm';
}

/** How things stand with a session, in the product's own words; `inWordsOf` puts them into those of another desk. */
export const AFFAIR_WORDS: Readonly<Record<Affair, AffairWords>> = {
	waits: {
		short: 'Waits for a reply',
		sentence: 'The question is open, and the patron can be written to.',
		tone: 'open'
	},
	'too-late': {
		short: 'Deadline passed',
		sentence: 'The day by which the answer was needed is over, and nobody has written.',
		tone: 'harm'
	},
	unseen: {
		short: 'Waits, unseen',
		sentence:
			'The question is open and the patron can be written to, but nobody works through this list. Only a Reject brings it back to New.',
		tone: 'harm'
	},
	'under-way': {
		short: 'Mail under way',
		sentence: 'The reply is sent. Within the hour it has arrived or comes back.',
		tone: 'open'
	},
	answered: { short: 'Patron has the answer', sentence: 'The reply has arrived.', tone: 'well' },
	'answered-late': {
		short: 'Answered, too late',
		sentence: 'The reply has arrived, after the day by which it was needed.',
		tone: 'harm'
	},
	'came-back': {
		short: 'Mail came back',
		sentence: 'There is no such address. Look once more whether the transcript has another one.',
		tone: 'harm'
	},
	'nobody-to-write-to': {
		short: 'Nobody to write to',
		sentence: 'The question is open, and there is no address, in the Info tab or in the transcript.',
		tone: 'harm'
	},
	declined: {
		short: 'Patron declined',
		sentence: 'The patron did not want to be written to. Nothing is owed.',
		tone: 'well'
	},
	'note-unread': {
		short: 'A note to read',
		sentence: 'Nothing is owed to the patron. The note says why the session was sent.',
		tone: 'open'
	},
	'note-read': {
		short: 'Note read',
		sentence: 'What the note tells can be put right. Nobody waits for a reply, so the session can be closed.',
		tone: 'well'
	},
	'no-task': {
		short: 'No task in it',
		sentence: 'The patron has what they came for, and no note says why this was sent. Read it, and close it.',
		tone: 'open'
	},
	'nothing-owed': {
		short: 'Nothing owed',
		sentence: 'The patron has what they came for.',
		tone: 'well'
	}
};

/** Why a patron can't be reached. */
export const UNREACHED_WORDS = {
	unasked: 'Nobody asked for an address.',
	'asked-in-vain': 'An address was asked for, and the chat ended before there was one.',
	declined: 'The patron would not give one.',
	'taken-back': 'The patron took the address back.',
	'came-back': 'The only address there is does not exist.'
} as const;
export type Unreached = keyof typeof UNREACHED_WORDS;

export const PROMISE_WORDS: Readonly<Record<FollowUpStanding['promise'], string>> = {
	none: '',
	open: 'The patron was promised that somebody gets back to them. Nobody has, so far.',
	kept: 'The promise that somebody gets back to the patron is kept.',
	broken: 'The promise that somebody gets back to the patron is broken.',
	'kept-late': 'The promise that somebody gets back to the patron was kept too late.'
};

/** What was done or happened, as a line of the session's history. */
export const DEED_WORDS: Readonly<Record<SessionDeed['deed'] | Happening, string>> = {
	'took-up': 'Taken up',
	'put-in-address': 'Address put in',
	replied: 'Reply sent',
	rejected: 'Rejected, back to New',
	closed: 'Closed',
	'mail-arrived': 'The reply arrived',
	'mail-came-back': 'The mail came back: no such address',
	'deadline-passed': 'The deadline passed'
};
