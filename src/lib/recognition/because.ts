import type { Act } from '#lib/domain/act.ts';

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

/** Longer quotations are cut: the words are marked in the message anyway. */
const LONGEST_QUOTE = 80;

/** A short plain sentence for the trainee, with the words that decided. */
export function reasonFor(act: Act, words: string): string {
	const plain = words.replace(/\s+/g, ' ').trim();
	const quote = plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : plain;
	return `${DOES[act]}: “${quote}”`;
}
