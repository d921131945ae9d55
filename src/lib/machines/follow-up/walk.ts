import { initialTransition, transition, type SnapshotFrom } from 'xstate';
import type { FollowUpStanding, Happening, SessionDeed } from '#lib/domain/follow-up.ts';
import { followUpMachine, type Filing, type FollowUpEvent } from './follow-up.machine.ts';

/** Mail to an address that does not exist comes back within the hour; mail that arrives has arrived by then. */
const MAIL_MS = 60 * 60_000;

/** A deed, by the clock of its desk. */
export interface DatedDeed {
	/** Milliseconds since 1970. */
	at: number;
	deed: SessionDeed;
	/** Whether an address put in is one at which the patron is reached; anything else without meaning. */
	isPatrons: boolean;
}

/** When a session came to the desk, and when its answer comes too late. */
export interface Dates {
	codedAt: number;
	/** The first moment after the last day; null where there is none. */
	deadlineAt: number | null;
}

/** A line of the session's history. */
export interface Happened {
	at: number;
	what: SessionDeed | { deed: Happening };
}

export interface FollowUpTrace {
	standing: FollowUpStanding;
	/** What was done and what came of it, in order; a deed that could not be done is not in it. */
	history: readonly Happened[];
	/** What can be done now. */
	can: Readonly<Record<SessionDeed['deed'], boolean>>;
	/** When something happens by itself next; null where nothing will. */
	nextAt: number | null;
}

type State = SnapshotFrom<typeof followUpMachine>;

const standingOf = (state: State): FollowUpStanding => state.value as FollowUpStanding;

/** The same events are met again and again, in one desk and in the next; XState works each of them out once. */
const known = new Map<string, State | null>();
const unfiled = initialTransition(followUpMachine)[0];

/** Where an event leads; null where it can't happen. */
function follow(state: State, event: FollowUpEvent): State | null {
	const key = JSON.stringify([state.value, event]);
	let next = known.get(key);
	if (next === undefined) {
		next = state.can(event) ? transition(followUpMachine, state, event)[0] : null;
		known.set(key, next);
	}
	return next;
}

const eventOf = ({ deed, isPatrons }: DatedDeed): FollowUpEvent =>
	deed.deed === 'put-in-address' ? { type: deed.deed, isPatrons } : { type: deed.deed };

/**
 * Follows a session through its desk, from its filing to `now`: what was done to it and what came by itself, in the
 * order of time. What could not happen (two tabs did the same, a file brought it in late) is passed over.
 */
export function walkFollowUp(
	filing: Filing,
	{ codedAt, deadlineAt }: Dates,
	deeds: readonly DatedDeed[],
	now: number
): FollowUpTrace {
	const history: Happened[] = [];
	let state = follow(unfiled, { type: 'session.coded', ...filing }) ?? unfiled;
	let repliedAt: number | null = null;

	const coming = (): { at: number; deed: Happening } | null => {
		const { mail, deadline } = standingOf(state);
		const isOnItsWay = mail === 'under-way' || mail === 'astray';
		const mailAt = isOnItsWay && repliedAt !== null ? repliedAt + MAIL_MS : Infinity;
		const overAt = deadline === 'ahead' && deadlineAt !== null ? deadlineAt : Infinity;
		if (mailAt <= overAt)
			return mailAt === Infinity
				? null
				: { at: mailAt, deed: mail === 'astray' ? 'mail-came-back' : 'mail-arrived' };
		return { at: overAt, deed: 'deadline-passed' };
	};
	const passTime = (until: number): void => {
		for (let next = coming(); next !== null && next.at <= until; next = coming()) {
			const after = follow(state, { type: next.deed });
			if (after === null) return;
			state = after;
			history.push({ at: next.at, what: { deed: next.deed } });
		}
	};

	for (const dated of deeds) {
		const at = Math.max(dated.at, codedAt);
		passTime(at);
		const after = follow(state, eventOf(dated));
		if (after === null) continue;
		state = after;
		if (dated.deed.deed === 'replied') repliedAt = at;
		history.push({ at, what: dated.deed });
	}
	passTime(now);
	const can = (event: FollowUpEvent): boolean => follow(state, event) !== null;
	return {
		standing: standingOf(state),
		history,
		can: {
			'took-up': can({ type: 'took-up' }),
			'put-in-address': can({ type: 'put-in-address', isPatrons: true }),
			replied: can({ type: 'replied' }),
			rejected: can({ type: 'rejected' }),
			closed: can({ type: 'closed' })
		},
		nextAt: coming()?.at ?? null
	};
}
