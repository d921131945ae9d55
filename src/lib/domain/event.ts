import type { Heard } from './act.ts';
import type { ResolutionCode } from './code.ts';
import type { Gives, Tab } from './facts.ts';

/** What a message of the patron does, beside giving an address or a date. */
export const DEEDS = [
	'confirms',
	'corrects',
	'assents',
	'refuses',
	'satisfied',
	'asks-more',
	'leaves'
] as const;
export type Deed = (typeof DEEDS)[number];

export type Departure = 'said-goodbye' | 'system-line';

/** What happens in a session, in the words of the desk: never clicks or keys. */
export type SessionEvent =
	| {
			type: 'librarian.said';
			text: string;
			/** What was heard in it when it was said; a better recogniser never changes this. */
			heard: readonly Heard[];
			/** Version of the recogniser that heard it. */
			recogniser: string;
			/** Id of the script it was inserted from, also where it was edited. */
			script?: string;
	  }
	| { type: 'librarian.sent-finding'; finding: string; text: string }
	| { type: 'librarian.opened-tab'; tab: Tab }
	| { type: 'librarian.noted'; text: string }
	| { type: 'librarian.ended' }
	| { type: 'librarian.coded'; code: ResolutionCode; descriptive: readonly string[] }
	| { type: 'patron.said'; text: string; gives: Gives; does: readonly Deed[] }
	| { type: 'patron.left'; how: Departure }
	| { type: 'patron.fell-silent' }
	| { type: 'patron.started-typing' }
	/** From here on follow-up is due: what could be searched has been, and the need is open. */
	| { type: 'follow-up.fell-due' }
	/** The trainee let time pass instead of waiting for it. */
	| { type: 'clock.moved'; byMs: number };

export type EventOf<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** An event as it stands in the log: `seq` counts from 1 without gaps, `at` is milliseconds since the takeover and never falls. */
export type LoggedEvent = SessionEvent & { seq: number; at: number };
