import type { AttemptHeader, Mode, Pace } from './attempt.ts';
import type { OurDesk } from './our-desk.ts';

/** What a trainer asks trainees to play. It never changes: its id is made of what it says. */
export interface Assignment {
	title: string;
	/** Words to the trainees; may be empty. */
	note: string;
	/** Each scenario once, in the order in which they are asked. The seed is the same for everybody. */
	tasks: readonly { scenario: string; seed: number }[];
	mode: Mode;
	pace: Pace;
	/** Id of the policy pack: one of the bank, or that of `desk`. */
	pack: string;
	/** The desk at which it is played; null where each chat is at its own library. */
	desk: OurDesk | null;
	/** How many attempts at each chat count; null where all do. */
	attempts: number | null;
	/** The last day on which a chat can be begun in time, `2026-01-31`; null where there is none. */
	due: string | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Where a day ends last: twelve hours behind UTC. Nobody is late as long as it is still that day somewhere. */
const LAST_ON_EARTH_MS = 12 * 60 * 60 * 1000;

/** Whether a chat begun then (ISO 8601, UTC) was begun after the last day. */
export const isLate = ({ due }: Pick<Assignment, 'due'>, startedAt: string): boolean =>
	due !== null && Date.parse(startedAt) >= Date.parse(due) + DAY_MS + LAST_ON_EARTH_MS;

type Begun = Pick<AttemptHeader, 'id' | 'scenario' | 'startedAt'>;

/** An attempt among those at the same chat for the same assignment by the same person. */
export interface Place<A> {
	attempt: A;
	/** 1 for the first begun. One that was left counts: it was begun. */
	number: number;
	isCounted: boolean;
	isLate: boolean;
}

/**
 * Which attempts count: of each chat those begun first, as many as are allowed. `begun` are attempts of one person that
 * name the assignment; one at a chat that it does not ask for never counts. In order of their beginning.
 */
export function placesIn<A extends Begun>(assignment: Assignment, begun: readonly A[]): Place<A>[] {
	const numbers = new Map<string, number>();
	const allowed = assignment.attempts ?? Number.POSITIVE_INFINITY;
	return [...begun]
		.sort(
			(a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
		)
		.map((attempt) => {
			const { id } = attempt.scenario;
			const number = (numbers.get(id) ?? 0) + 1;
			numbers.set(id, number);
			return {
				attempt,
				number,
				isCounted: number <= allowed && assignment.tasks.some(({ scenario }) => scenario === id),
				isLate: isLate(assignment, attempt.startedAt)
			};
		});
}
