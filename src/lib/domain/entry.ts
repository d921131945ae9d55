import type { FollowUpDeed } from './follow-up.ts';
import type { Prediction } from './prediction.ts';

/** What each kind of entry says, beside who wrote it, when, and about what. */
export interface EntryBodies {
	/** Who a trainee is. `about` is the trainee's id; the latest holds, so a renamed one stays the same. */
	trainee: { name: string; library: string };
	/** What was done at the follow-up desk. `about` is an attempt, a session of a mission, or the desk itself. */
	'follow-up': FollowUpDeed;
	/** How a trainee marked an attempt before they saw the marks. `about` is the attempt; the first counts. */
	prediction: Prediction;
}

export type EntryKind = keyof EntryBodies;

/**
 * Something written down beside the logs: never changed, only followed by a later one. What holds is derived from all
 * of them, so two browsers that hold the same entries show the same, whatever the order in which they came.
 */
export type EntryOf<K extends EntryKind> = {
	[Kind in K]: {
		id: string;
		kind: Kind;
		/** Id of what it is about: a trainee, an attempt, a tip. */
		about: string;
		/** Id of the trainee or trainer who wrote it; null where nobody had said who they are. */
		by: string | null;
		/** ISO 8601, UTC. */
		at: string;
		body: EntryBodies[Kind];
	};
}[K];
export type Entry = EntryOf<EntryKind>;

/** Entries in the order in which they were written; those of the same moment in the order of their ids. */
export const inOrder = <E extends Pick<Entry, 'id' | 'at'>>(entries: readonly E[]): E[] =>
	[...entries].sort(
		(a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
	);

/** The entries of one kind, in order. */
export const ofKind = <K extends EntryKind>(entries: readonly Entry[], kind: K): EntryOf<K>[] =>
	inOrder(entries.filter((entry) => entry.kind === kind) as unknown as EntryOf<K>[]);

/** The last word on each thing: the latest entry of a kind by what it is about. */
export const latestOf = <K extends EntryKind>(entries: readonly Entry[], kind: K): Map<string, EntryOf<K>> =>
	new Map(ofKind(entries, kind).map((entry) => [entry.about, entry]));
