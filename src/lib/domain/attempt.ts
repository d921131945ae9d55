import type { LoggedEvent } from './event.ts';
import type { Facts, TakeoverLine } from './facts.ts';

export const MODES = ['guided', 'practice', 'assessment'] as const;
export type Mode = (typeof MODES)[number];

/** Version of the shape of an attempt as it is stored and exported. */
export const ATTEMPT_FORMAT = 1;

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
	/** Id of the policy pack in force when it was played. */
	pack: string;
	/** ISO 8601, UTC. */
	startedAt: string;
	events: readonly LoggedEvent[];
}

/** All of an attempt but its events: what is stored once, before the first message. */
export type AttemptHeader = Omit<Attempt, 'events'>;
