import { ASKING_ACTS, hasSpan, isCertain, type Heard } from './act.ts';
import { addressesIn, isAddressShaped } from './address.ts';
import type { Cued, LibrarianCue, PatronCue, TakeoverCue } from './cue.ts';
import type { EventOf, SessionEvent } from './event.ts';
import type { Facts, TakeoverLine } from './facts.ts';
import { readScript } from './goodbye.ts';
import { readNotes } from './note.ts';

/** The sentence of `text` that holds the character at `index` ends in a question mark. */
function isInQuestion(text: string, index: number): boolean {
	// A dot inside an address or a number ends no sentence: an end is punctuation before a space, or a line break.
	const rest = text.slice(index);
	const end = /[.!?]+["'”’)]*(?=\s|$)|\n/.exec(rest);
	return end !== null && end[0].includes('?');
}

/**
 * Whether explain-follow-up was said as an offer. Without a span (a session written by hand) it is one
 * if the message has a question mark and none of its other acts asks.
 */
function isOffer(text: string, heard: Heard, all: readonly Heard[]): boolean {
	if (hasSpan(heard)) return isInQuestion(text, Math.max(heard.start, heard.end - 1));
	return text.includes('?') && !all.some((other) => ASKING_ACTS.has(other.act));
}

function followUpCues(text: string, all: readonly Heard[]): LibrarianCue[] {
	return all
		.filter((heard) => heard.act === 'explain-follow-up')
		.map((heard): LibrarianCue => {
			const kind = isOffer(text, heard, all) ? 'offer' : 'promise';
			return isCertain(heard) ? kind : `${kind}-unsure`;
		});
}

/** What a message of the librarian comes to, in a stable order without repeats. */
export function librarianCues(event: EventOf<'librarian.said'>, facts: Facts): LibrarianCue[] {
	const { text, heard } = event;
	const script = readScript(text, facts);
	const scripted = script.whose !== null || event.script !== undefined;
	const cues = new Set<LibrarianCue>(heard.map(({ act }) => act));
	for (const cue of followUpCues(text, heard)) cues.add(cue);
	if (heard.some((one) => one.act === 'ask-private' && isCertain(one))) cues.add('private-sure');
	if (script.whose === 'own') cues.add('own-goodbye');
	const thanks = cues.has('thank-for-using');
	const invites = cues.has('invite-return');
	if (cues.has('goodbye') || script.whose !== null || (thanks && invites)) cues.add('farewell');
	if (thanks && script.whose !== 'other') cues.add('own-thanks');
	if (invites && script.whose !== 'other') cues.add('own-invitation');
	if (invites && !scripted) cues.add('unscripted-invitation');
	if (addressesIn(text).length > 0) cues.add('writes-out-address');
	return [...cues].sort();
}

/** What a message of the patron comes to, in a stable order. */
export function patronCues(event: Pick<EventOf<'patron.said'>, 'gives' | 'does'>): PatronCue[] {
	const { gives, does } = event;
	const cues = new Set<PatronCue>();
	const shaped = gives.email !== undefined && isAddressShaped(gives.email.trim());
	if (shaped) cues.add('gives-address');
	else if (does.includes('corrects')) cues.add('takes-address-back');
	if (gives.deadline !== undefined) cues.add('names-deadline');
	for (const deed of does) if (deed !== 'corrects' && deed !== 'leaves') cues.add(deed);
	return [...cues].sort();
}

/** A date, a weekday or the like, named as a limit: enough to see that a patron said by when, before the takeover. */
const DAY =
	'(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|today|this (?:week|weekend|evening|afternoon)|next (?:week|month)|(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b|\\d{1,2}(?:st|nd|rd|th)\\b|noon|midnight';
const NAMES_DEADLINE = new RegExp(
	`\\b(?:due|deadline|by|before|no later than|hand(?:ed)? (?:it )?in|need (?:it|this|them|that))\\b[^.?!]{0,24}\\b(?:${DAY})`,
	'i'
);

/** How a session begins for the closing, from its facts and what was said before the takeover. */
export function takeoverCues(facts: Facts, takeover: readonly TakeoverLine[]): TakeoverCue[] {
	const cues = new Set<TakeoverCue>();
	if (facts.need === 'met') cues.add('need-met');
	if (facts.patron.email !== null && isAddressShaped(facts.patron.email)) cues.add('address-on-file');
	let librarianWrote = false;
	for (const line of takeover) {
		if (line.who === 'librarian') librarianWrote = true;
		else {
			if (librarianWrote) cues.add('exchanged');
			if (
				line.gives?.email !== undefined
					? isAddressShaped(line.gives.email)
					: addressesIn(line.text).length > 0
			)
				cues.add('address-typed');
			if (line.gives?.deadline !== undefined || NAMES_DEADLINE.test(line.text)) cues.add('deadline-named');
		}
	}
	if (librarianWrote) cues.add('librarian-wrote');
	return [...cues].sort();
}

/**
 * Hears the events of one session in order. It keeps what a single event does not hold: the notes written so far
 * (they count together) and whether the session has ended (what the patron does then reaches nobody).
 */
export class Hearing {
	readonly #facts: Facts;
	readonly #notes: string[] = [];
	#ended = false;
	#coded = false;

	constructor(facts: Facts) {
		this.#facts = facts;
	}

	/** The event as the closing hears it, or null where it is nothing to the closing. */
	hear(event: SessionEvent): Cued | null {
		if (this.#coded) return null;
		switch (event.type) {
			case 'librarian.said':
				return this.#ended ? null : { type: event.type, cues: librarianCues(event, this.#facts) };
			case 'librarian.sent-finding':
				return this.#ended
					? null
					: { type: event.type, meets: this.#facts.findings[event.finding]?.meets ?? false };
			case 'librarian.opened-tab':
				return { type: event.type, tab: event.tab };
			case 'librarian.noted':
				this.#notes.push(event.text);
				return { type: event.type, ...readNotes(this.#notes, this.#facts) };
			case 'librarian.ended':
				this.#ended = true;
				return { type: event.type };
			case 'librarian.coded':
				this.#coded = true;
				return { type: event.type, code: event.code };
			case 'patron.said':
				return this.#ended ? null : { type: event.type, cues: patronCues(event) };
			case 'patron.left':
				return this.#ended ? null : { type: event.type, how: event.how };
			case 'patron.fell-silent':
			case 'patron.started-typing':
			case 'follow-up.fell-due':
				return this.#ended ? null : { type: event.type };
			case 'clock.moved':
				return null;
		}
	}
}
