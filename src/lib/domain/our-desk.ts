import type { AcceptedCode, Pack, Situation, Waits } from './pack.ts';

/**
 * A library's own desk, as its trainer describes it: what a librarian elsewhere sees of the library, and the rules of
 * the house. An attempt carries the desk that it was played at, so that it can be read and scored anywhere.
 */
export interface OurDesk {
	name: string;
	/** What patrons call the place: it stands where a scenario names its own library in passing. */
	shortName: string;
	/** The Goodbye script, or null where the library provides none. */
	goodbye: string | null;
	/** The policy page: staff only, never pushed to a patron. Each heading once. */
	policy: readonly { heading: string; text: string }[];
	/** The rules of the house: codes and waits. Its id is the desk's, its version rises with every change. */
	pack: Pack;
}

/** A desk as it stands in a form: every field as it was typed. */
export interface DeskDraft {
	name: string;
	shortName: string;
	/** Empty where the library provides no Goodbye script. */
	goodbye: string;
	policy: { heading: string; text: string }[];
	/** Times such as “5 min” or “90 s”. */
	waits: Record<keyof Waits, string>;
	noteExcusesMissingEmail: boolean;
	codes: Record<Situation, AcceptedCode[]>;
}

/** The codes between which cooperatives choose, by situation. A page that was not read has no right code anywhere. */
export const CODE_CHOICES: Readonly<Record<Situation, readonly AcceptedCode[]>> = {
	'need-met': [{ code: 'answered' }],
	'open-with-address': [
		{ code: 'follow-up-by-patrons-library' },
		{ code: 'follow-up-by-me', only: 'within-reach' },
		{ code: 'answered' }
	],
	'open-declined': [{ code: 'answered' }, { code: 'lost-call' }],
	'open-without-address': [{ code: 'answered' }, { code: 'lost-call' }],
	'gone-unexchanged-with-address': [{ code: 'follow-up-by-patrons-library' }, { code: 'answered' }],
	'gone-unexchanged-without-address': [{ code: 'lost-call' }, { code: 'answered' }],
	'policy-page-unread': [],
	fyi: [{ code: 'answered' }, { code: 'follow-up-by-patrons-library', only: 'with-fyi-note' }]
};
