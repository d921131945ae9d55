/** The side tabs of the chat monitor. */
export const TABS = ['scripts', 'info', 'policy', 'found', 'notes'] as const;
export type Tab = (typeof TABS)[number];

/** Something that lies ready to be sent: an answer, a link, a title. */
export interface Finding {
	text: string;
	/** True if sending it meets all that is open. */
	meets: boolean;
}

/** Something the local library should know, though nothing is owed to the patron. */
export interface Fyi {
	reason: string;
	/** One of these (whole words, any case) must stand in a note that explains it. */
	words: readonly string[];
}

/**
 * What is true of a session whoever plays it. Scoring needs nothing else of a scenario.
 * From when on follow-up is due is not here: it is an event of the log (`follow-up.fell-due`).
 */
export interface Facts {
	library: {
		name: string;
		/** The Goodbye script of the patron's library, or null where it has none. */
		goodbye: string | null;
	};
	/** Goodbye scripts of other libraries that lie in the Scripts tab, by id. */
	otherScripts: Readonly<Record<string, string>>;
	patron: {
		name: string;
		/** The e-mail field of the Info tab at the start; null where nothing was entered. */
		email: string | null;
		/** Whether mail to that address arrives. Shapes the consequence, never a verdict. */
		works: boolean;
	};
	/** The need at the takeover. */
	need: 'open' | 'met';
	/** The chatting librarian could give the answer later herself. */
	withinReach: boolean;
	/** Only the patron's library can say. */
	local: boolean;
	/** Its policy page says it. */
	policyAnswers: boolean;
	fyi: Fyi | null;
	/** One of these must stand in a note about an open need; where there are none, five words will do. */
	noteWords: readonly string[];
	findings: Readonly<Record<string, Finding>>;
}

/** What a message of the patron gives. */
export interface Gives {
	email?: string;
	deadline?: string;
}

/** A line that was said before the takeover. */
export interface TakeoverLine {
	who: 'patron' | 'librarian';
	text: string;
	gives?: Gives;
}
