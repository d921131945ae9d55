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
