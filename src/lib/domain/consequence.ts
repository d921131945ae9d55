import type { ResolutionCode } from './code.ts';
import type { AddressFound } from './log-facts.ts';

/** The lists of the Ask module. */
export const LISTS = ['New', 'Active', 'Pending', 'Answered', 'Closed'] as const;
export type List = (typeof LISTS)[number];

/** Everything on which depends what becomes of a session. */
export interface EndingFacts {
	code: ResolutionCode;
	isNeedMet: boolean;
	/** The address the next librarian has, or null. */
	address: AddressFound | null;
	/** Whether mail to it arrives. */
	works: boolean;
	hasFyi: boolean;
	hasFyiNote: boolean;
	/** Whether a note says why the question is still open. */
	hasNote: boolean;
	isPromised: boolean;
	hasRefused: boolean;
	isWithinReach: boolean;
}

/** Names for the sentences. */
export interface Cast {
	patron: string;
	library: string;
	followUpLibrarian: string;
}

export type Outcome =
	| 'reached'
	| 'content'
	| 'read'
	| 'unreachable'
	| 'bounced'
	| 'lost'
	| 'waiting'
	| 'told'
	| 'unanswered'
	| 'puzzled';

/** What becomes of a session, three days later. */
export interface Consequence {
	outcome: Outcome;
	list: List;
	/** Whose list it lies in. */
	owner: string;
	/** What the follow-up librarian finds. */
	finds: string;
	/** What they can do. */
	canDo: string;
	/** What the patron experiences. */
	patron: string;
	when: string;
}

type Ending = Omit<Consequence, 'list' | 'owner'>;

function mailTo({ address, works }: EndingFacts, { patron, followUpLibrarian }: Cast, who: string): Ending {
	const where =
		address!.where === 'info-tab'
			? `The address is in the Info tab: ${address!.address}.`
			: `The Info tab shows no such address, but the transcript does: ${address!.address}. ${who === 'you' ? 'You put it in.' : `${followUpLibrarian} puts it in.`}`;
	if (!works)
		return {
			outcome: 'bounced',
			finds: where,
			canDo: 'Write, and see the mail come back. There is no other address in the transcript.',
			patron: `${patron} hears nothing, and does not know why.`,
			when: 'The mail comes back within the hour.'
		};
	return {
		outcome: 'reached',
		finds: where,
		canDo: 'Reply.',
		patron: `${patron} gets an answer by e-mail.`,
		when: 'Within a few days.'
	};
}

/** Whether the note is all that the follow-up librarian has to do with: nothing is owed to the patron, or can be. */
export const isNoteTheTask = (
	facts: Pick<EndingFacts, 'hasFyi' | 'hasFyiNote' | 'isNeedMet' | 'address'>
): boolean => facts.hasFyi && facts.hasFyiNote && (facts.isNeedMet || facts.address === null);

function followedUp(facts: EndingFacts, cast: Cast): Ending {
	const { patron, followUpLibrarian } = cast;
	if (isNoteTheTask(facts))
		return {
			outcome: 'read',
			finds: 'The note says first of all why the session was sent.',
			canDo: 'Put right what the note tells, and close the session. Nobody waits for a reply.',
			patron: facts.isNeedMet
				? `${patron} has the answer, and expects nothing more.`
				: `${patron} hears nothing; there is no address.`,
			when: 'As soon as the list is read.'
		};
	if (facts.isNeedMet)
		return {
			outcome: 'puzzled',
			finds: 'A contented patron and no word on why this was sent.',
			canDo: `Read it all, guess, and close it. ${followUpLibrarian} finds no task in it.`,
			patron: `${patron} has the answer, and expects nothing more.`,
			when: 'When somebody has had the time to read it through.'
		};
	if (facts.address !== null) return mailTo(facts, cast, 'somebody');
	return {
		outcome: 'unreachable',
		finds: facts.hasNote
			? 'No address. A note says how it came about.'
			: 'No address, in the Info tab or in the transcript.',
		canDo: facts.hasNote
			? 'Keep the answer ready, in case the patron comes back.'
			: 'Nothing. There is nobody to write to.',
		patron: facts.isPromised ? `${patron} waits for a mail that can’t be sent.` : `${patron} hears nothing.`,
		when: 'Never.'
	};
}

function followedUpByMe(facts: EndingFacts, cast: Cast): Ending {
	if (facts.isNeedMet || facts.address === null) return followedUp(facts, cast);
	if (facts.isWithinReach) return { ...mailTo(facts, cast, 'you'), when: 'When you are next at the desk.' };
	return {
		outcome: 'waiting',
		finds: `Pending: ${cast.library} takes it that you are working on it.`,
		canDo: 'You have what you had during the chat, and it was not enough then.',
		patron: `${cast.patron} waits.`,
		when: 'Until somebody asks you about it.'
	};
}

function filedAsAnswered(facts: EndingFacts, cast: Cast): Ending {
	const { patron } = cast;
	const when = 'No day is set: nobody works through this list.';
	if (facts.isPromised)
		return {
			outcome: 'waiting',
			finds: 'Nobody opens it: it counts as done.',
			canDo: 'Nothing, until the patron complains.',
			patron: `${patron} waits for the answer that was promised.`,
			when: 'Never.'
		};
	if (facts.isNeedMet)
		return {
			outcome: 'content',
			finds: facts.hasFyi
				? facts.hasFyiNote
					? 'The note, if somebody reads Answered sessions that day.'
					: 'Nothing tells the library what it should know.'
				: 'Nothing to do.',
			canDo:
				facts.hasFyi && facts.hasFyiNote ? 'Put right what the note tells.' : 'Nothing, and nothing is owed.',
			patron: `${patron} has the answer.`,
			when
		};
	if (facts.hasRefused)
		return {
			outcome: 'told',
			finds: facts.hasNote
				? 'The note says that the patron declined, and what was looked for.'
				: 'An open question, and no word on why it was left.',
			canDo: facts.hasNote
				? 'Help on the spot, should the patron come to the desk.'
				: 'Begin again, should the patron come to the desk.',
			patron: `${patron} knows the decision was theirs.`,
			when
		};
	if (facts.address !== null)
		return {
			outcome: 'lost',
			finds: 'An open question filed as done, with an address that nobody will use.',
			canDo: 'Answer it, if somebody happens to read it.',
			patron: `${patron} goes without an answer.`,
			when
		};
	return {
		outcome: 'unanswered',
		finds: facts.hasNote
			? 'No address; the note says what is still open.'
			: 'No address, and no note on what is still open.',
		canDo: facts.hasNote ? 'Help on the spot, should the patron come back.' : 'Nothing.',
		patron: `${patron} goes without an answer.`,
		when
	};
}

function lost(facts: EndingFacts, { patron }: Cast): Ending {
	const isAnswerable = facts.address !== null && !facts.isNeedMet;
	const isNoteLost = facts.hasFyi && facts.hasFyiNote;
	return {
		outcome: isAnswerable || facts.isPromised ? 'lost' : facts.isNeedMet ? 'content' : 'told',
		finds: isAnswerable
			? 'Nobody looks here. The address would have been there.'
			: isNoteLost
				? 'Nobody looks here, and so nobody reads the note.'
				: 'Nobody looks here.',
		canDo: 'Nothing: the session is closed.',
		patron: facts.isNeedMet
			? `${patron} has the answer.`
			: facts.isPromised
				? `${patron} waits for the answer that was promised.`
				: `${patron} hears nothing.`,
		when: 'Never.'
	};
}

/** What becomes of a session: which list of which library holds it, what can be done there, what the patron gets. */
export function consequenceOf(facts: EndingFacts, cast: Cast): Consequence {
	switch (facts.code) {
		case 'follow-up-by-patrons-library':
			return { list: 'New', owner: cast.library, ...followedUp(facts, cast) };
		case 'follow-up-by-me':
			return { list: 'Pending', owner: cast.library, ...followedUpByMe(facts, cast) };
		case 'lost-call':
			return { list: 'Closed', owner: cast.library, ...lost(facts, cast) };
		case 'answered':
		case 'practice':
			return { list: 'Answered', owner: cast.library, ...filedAsAnswered(facts, cast) };
	}
}
