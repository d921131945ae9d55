import type { LoggedEvent } from './event.ts';
import type { Facts, TakeoverLine } from './facts.ts';
import type { OurDesk } from './our-desk.ts';

export const MODES = ['guided', 'practice', 'assessment'] as const;
export type Mode = (typeof MODES)[number];

/** How time goes in a session: as on the wall, without anybody losing patience meanwhile, or only by *Let time pass*. */
export const PACES = ['real', 'relaxed', 'stepped'] as const;
export type Pace = (typeof PACES)[number];

/** Version of the shape of an attempt as it is stored and exported. */
export const ATTEMPT_FORMAT = 2;

/** The moment of an earlier attempt from which this one goes on. */
export interface Origin {
	attempt: string;
	/** Number of the last event that was taken over from it. */
	seq: number;
}

/** One session played by one trainee. The events are the truth; everything else that is shown is derived from them. */
export interface Attempt {
	format: typeof ATTEMPT_FORMAT;
	id: string;
	scenario: { id: string; title: string; hash: string };
	facts: Facts;
	takeover: readonly TakeoverLine[];
	/** Seed of the patron's variation. */
	seed: number;
	mode: Mode;
	pace: Pace;
	/** Id of who played it; null where nobody had said who they are. */
	trainee: string | null;
	/** Id of the assignment that it was played for, or null. */
	assignment: string | null;
	/** Null where it was begun at the takeover. */
	origin: Origin | null;
	/** Id of the policy pack in force when it was played. */
	pack: string;
	/** The library's own desk that it was played at; absent where it was the scenario's, with a pack of the bank. */
	desk?: OurDesk;
	/** ISO 8601, UTC. */
	startedAt: string;
	events: readonly LoggedEvent[];
}

/** All of an attempt but its events: what is stored once, before the first message. */
export type AttemptHeader = Omit<Attempt, 'events'>;
