/**
 * The dialogue acts of a librarian who closes a reference chat: what one message does for the patron who reads it.
 * Source: the sixteen acts on which two careful readers of a transcript agree (docs/acts.md).
 */
export const ACTS = [
	'check-answered',
	'offer-more',
	'ask-email',
	'verify-email',
	'ask-deadline',
	'explain-follow-up',
	'set-timeframe',
	'explain-need-email',
	'thank-for-using',
	'invite-return',
	'goodbye',
	'hold',
	'check-presence',
	'announce-end',
	'ask-private',
	'refer-away'
] as const;

export type Act = (typeof ACTS)[number];

/** What the words do for the patron, as the beginning of a sentence that a trainee reads beside the quoted words. */
export const DOES: Readonly<Record<Act, string>> = {
	'check-answered': 'asks whether the question is answered',
	'offer-more': 'asks whether the patron needs anything else',
	'ask-email': 'asks for an address',
	'verify-email': 'asks the patron to confirm an address',
	'ask-deadline': 'asks by when it is needed',
	'explain-follow-up': 'says that somebody will get back to the patron',
	'set-timeframe': 'says how long the answer may take',
	'explain-need-email': 'says why an address is needed',
	'thank-for-using': 'thanks the patron for coming to the service',
	'invite-return': 'invites the patron to come back',
	goodbye: 'says goodbye',
	hold: 'asks the patron to wait',
	'check-presence': 'asks whether the patron is still there',
	'announce-end': 'says that the chat is about to end',
	'ask-private': 'asks for something that a chat must not ask for',
	'refer-away': 'leaves the patron to get the answer elsewhere'
};

/** Acts that put a question to the patron. */
export const ASKING_ACTS: ReadonlySet<Act> = new Set<Act>([
	'check-answered',
	'offer-more',
	'ask-email',
	'verify-email',
	'ask-deadline',
	'check-presence',
	'ask-private'
]);

/**
 * One act heard in one message. `start` and `end` are UTF-16 offsets of the deciding words in the message
 * (end exclusive); where they are equal, no words are known (a session written down by hand).
 * `confidence` runs from 0 to 1 and is calibrated.
 */
export interface Heard {
	act: Act;
	start: number;
	end: number;
	confidence: number;
	/** Why it was heard, in words for a trainee. */
	because?: string;
}

/** From this confidence on, words alone may break a red line (precision measured on writers never seen). */
export const CERTAIN = 0.99;

export const isCertain = (heard: Heard): boolean => heard.confidence >= CERTAIN;
export const hasSpan = (heard: Heard): boolean => heard.end > heard.start;
