import { LISTS, type List } from './consequence.ts';

/** What a follow-up librarian does with a session, in the words of the desk. */
export type SessionDeed =
	| { deed: 'took-up' }
	| { deed: 'put-in-address'; address: string }
	| { deed: 'replied'; text: string }
	/** A miscoded session goes back to New, with a word on why. */
	| { deed: 'rejected'; note: string }
	| { deed: 'closed' };

/** What happens at a desk as a whole: its day begins (again), or somebody lets days pass. */
export type DeskDeed = { deed: 'began' } | { deed: 'let-days-pass'; days: number };

export type FollowUpDeed = SessionDeed | DeskDeed;

/** What can come of a deed by itself, later. */
export type Happening = 'mail-arrived' | 'mail-came-back' | 'deadline-passed';

/**
 * Where the follow-up of a session stands: one region per fact, each in exactly one of its states. The follow-up
 * machine moves them, everything shown of the desk is read from them.
 */
export const FOLLOW_UP_REGIONS = {
	/** The list it lies in; `unfiled` until its chat is coded. */
	list: ['unfiled', 'new', 'active', 'pending', 'answered', 'closed'],
	/**
	 * The address that a reply would go to: in the e-mail field (`listed`, `listed-wrong` where mail to it comes back),
	 * put in by the follow-up librarian, or only somewhere in the words of the chat.
	 */
	address: ['none', 'in-transcript', 'listed', 'listed-wrong', 'put-in', 'put-in-wrong'],
	mail: ['unsent', 'under-way', 'astray', 'arrived', 'came-back'],
	/** What became of a promise to get back to the patron. */
	promise: ['none', 'open', 'kept', 'broken', 'kept-late'],
	/** The day by which the patron needs the answer. */
	deadline: ['none', 'ahead', 'met', 'passed'],
	/** A note that is the whole task: nothing is owed to the patron. */
	note: ['none', 'unread', 'read']
} as const;

type Region = keyof typeof FOLLOW_UP_REGIONS;
export type FollowUpStanding = { readonly [R in Region]: (typeof FOLLOW_UP_REGIONS)[R][number] };

/** The list as the desk names it; null where the session is in none yet. */
export const listOfStanding = ({ list }: FollowUpStanding): List | null =>
	LISTS.find((name) => name.toLowerCase() === list) ?? null;

/** What is true of the session itself, however it was coded. */
export interface FollowUpFacts {
	isNeedMet: boolean;
	hasRefused: boolean;
	/** The chat holds an address that the patron gave and did not take back. */
	hasAddress: boolean;
}

/** What a row of the desk says of its session. */
export type Affair =
	| 'waits'
	| 'too-late'
	| 'unseen'
	| 'under-way'
	| 'answered'
	| 'answered-late'
	| 'came-back'
	| 'nobody-to-write-to'
	| 'declined'
	| 'note-unread'
	| 'note-read'
	| 'no-task'
	| 'nothing-owed';

/** Whether anybody works through the list it lies in; in Pending it is the chatting librarian. */
const isSeen = ({ list }: FollowUpStanding): boolean =>
	list === 'new' || list === 'active' || list === 'pending';

/** How things stand with a session, in one word. */
export function affairOf(at: FollowUpStanding, facts: FollowUpFacts): Affair {
	switch (at.mail) {
		case 'arrived':
			return at.deadline === 'passed' ? 'answered-late' : 'answered';
		case 'under-way':
		case 'astray':
			return 'under-way';
		case 'came-back':
			return 'came-back';
		case 'unsent':
	}
	if (at.note === 'read') return 'note-read';
	if (at.note === 'unread') return 'note-unread';
	if (facts.isNeedMet) return isSeen(at) ? 'no-task' : 'nothing-owed';
	if (facts.hasRefused) return 'declined';
	if (!facts.hasAddress && at.address !== 'put-in-wrong') return 'nobody-to-write-to';
	if (!isSeen(at)) return 'unseen';
	return at.deadline === 'passed' ? 'too-late' : 'waits';
}

/** Whether nothing more can be done for anybody here: a mission is over when that is true of all its sessions. */
export function isSettled(at: FollowUpStanding, affair: Affair, canArrive: boolean): boolean {
	const isFiled = at.list === 'answered' || at.list === 'closed';
	switch (affair) {
		case 'answered':
		case 'answered-late':
		case 'nothing-owed':
			return true;
		case 'came-back':
			return !canArrive && at.list === 'closed';
		case 'declined':
		case 'nobody-to-write-to':
			return isFiled;
		case 'note-read':
			return at.list === 'closed';
		case 'waits':
		case 'too-late':
		case 'unseen':
		case 'under-way':
		case 'note-unread':
		case 'no-task':
			return false;
	}
}
