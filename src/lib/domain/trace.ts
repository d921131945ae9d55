import type { Region, Standing } from './standing.ts';
import type { RuleId } from './step.ts';

/** Stands for what was there before the first event: the takeover and the lines before it. */
export const TAKEOVER_SEQ = 0;

/** One region moved by one event. `seq` is null for a wait that passed. */
export interface Moved {
	seq: number | null;
	/** Milliseconds since the takeover. */
	at: number;
	region: Region;
	from: string;
	to: string;
	/** The rule that the transition serves, where it serves one. */
	step: RuleId | null;
}

/** What the closing machine makes of a log: where it stands at the end, and how it came there. */
export interface Trace {
	standing: Standing;
	moved: readonly Moved[];
}
