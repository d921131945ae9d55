import type { Attempt, AttemptHeader } from '#lib/domain/attempt.ts';
import type { Entry, EntryKind } from '#lib/domain/entry.ts';
import type { ResolutionCode } from '#lib/domain/code.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Revision } from '#lib/domain/difference.ts';
import type { ScoreRow } from '#lib/domain/score-row.ts';
import type { Tab } from '#lib/domain/facts.ts';
import type { Outcome } from './failure.ts';

/** What one answer in the coding drill came to. */
export interface DrillResult {
	id: string;
	caseId: string;
	/** The code that was chosen. */
	code: ResolutionCode;
	/** ISO 8601, UTC. */
	at: string;
	right: boolean;
	/** Id of the rule that decides the case. */
	rule: string;
}

/** What stands unsent in a session, so that it can be taken up again where it was left. */
export interface Draft {
	/** The typing box. */
	text: string;
	/** A note that is not saved yet. */
	note: string;
	tab: Tab;
	/** Milliseconds since the takeover, by the session's own clock. */
	elapsedMs: number;
}

export interface Setting {
	key: string;
	value: string | number | boolean;
}

/** Records that could be read, and how many could not; those stay where they are and are told by `setAside`. */
export interface Readable<T> {
	items: readonly T[];
	unreadable: number;
}

export interface AttemptSummary {
	header: AttemptHeader;
	/** How many events stand in the log. */
	events: number;
	/** Whether it was coded. */
	finished: boolean;
	/** `at` of the last event: milliseconds since the takeover; null where nothing has happened yet, or where it can't be read. */
	lastAtMs: number | null;
	/** The log has a gap or its end can't be read: `read` gives what stands before the break, `mend` makes it playable. */
	damaged: boolean;
}

export interface AttemptRead {
	/** All events before the first that can't be read. */
	attempt: Attempt;
	/** How many records of it stand at or after the break. */
	unreadable: number;
}

/** A record that could not be read. */
export interface SetAside {
	/** Table and key, for a reader of the export. */
	where: string;
	/** The attempt that it belonged to, if it belonged to one. */
	attempt: string | null;
	problems: readonly string[];
	/** Its content as JSON text, as far as it can be written so. */
	raw: string;
}

/** Everything that is worth carrying to another browser. Sorted by id, so that equal stores give equal contents. */
export interface Contents {
	attempts: readonly Attempt[];
	drill: readonly DrillResult[];
	entries: readonly Entry[];
}

/** Which entries are asked for; all that fit each of what is given. */
export interface EntryQuery {
	kinds?: readonly EntryKind[];
	/** Id of what they are about. */
	about?: string;
}

/** The rows of lists and tables. */
export interface Scores {
	/** In order of the attempts' ids. */
	rows: readonly ScoreRow[];
	/** Attempts whose row is missing, because they or what is written about them changed. */
	unscored: readonly string[];
}

/** Makes the row of an attempt from it and from what is written about it, in order. Waits for nothing. */
export type Derive = (attempt: Attempt, entries: readonly Entry[]) => ScoreRow;

/**
 * Makes a row anew from a kept one and from what trainers said of its verdicts, in order; null where the log itself is
 * needed for it. Waits for nothing.
 */
export type Revise = (row: ScoreRow, words: readonly Entry[]) => ScoreRow | null;

/** Rows before and after, and the attempts that are to be derived from their logs. */
export interface Revised {
	revisions: readonly Revision[];
	left: readonly string[];
}

/** What a merge changed. Nothing was changed where all but `unchanged` are 0. */
export interface Merged {
	added: number;
	/** Attempts that were here already and went on. */
	extended: number;
	unchanged: number;
	drillAdded: number;
	entriesAdded: number;
}

/** What a change was about. */
export type Area = 'attempts' | 'drill' | 'entries' | 'settings' | 'drafts';

/**
 * Where sessions are stored. Plain data in and out. Each call is one transaction: it resolves when that is complete
 * on disk, and where it fails, nothing of it was stored. What can't be read is set aside and never breaks a call.
 */
export interface AttemptStore {
	/** Stores an attempt before its first event. The same header again is fine; another one under its id is a `conflict`. */
	create(header: AttemptHeader): Promise<Outcome<null>>;
	/**
	 * Adds events to the end of a log; gives the number of events that now stand in it. The first must carry the next
	 * number. Events that stand there already are skipped if they are the same (so a call can be repeated), else a
	 * `conflict`, as are a gap, a time that falls, and an attempt that is not there. With `draft`, what stands unsent
	 * changes in the same transaction: a message is never both sent and waiting in the typing box.
	 */
	append(attemptId: string, events: readonly LoggedEvent[], draft?: Draft): Promise<Outcome<number>>;
	/** One attempt with its log in order; null where there is none. `corrupt` where its header can't be read. */
	read(attemptId: string): Promise<Outcome<AttemptRead | null>>;
	/** All attempts, the last started first. Looks at the ends of the logs only: a break in the middle is found by `read`. */
	list(): Promise<Outcome<Readable<AttemptSummary>>>;
	/**
	 * Deletes attempts with their events, their drafts, the entries about them and what was set aside of them, all or
	 * none. Under the id of a trainee there are entries only.
	 */
	remove(...ids: readonly string[]): Promise<Outcome<null>>;
	/** Moves what can't be read, and the events after it, out of the log, so that the attempt goes on; gives how many. */
	mend(attemptId: string): Promise<Outcome<number>>;

	addDrillResult(result: DrillResult): Promise<Outcome<null>>;
	/** In order of time. */
	listDrillResults(): Promise<Outcome<Readable<DrillResult>>>;

	/** Adds entries; gives how many were new. The same entry again is fine; another one under its id is a `conflict`. */
	addEntries(entries: readonly Entry[]): Promise<Outcome<number>>;
	/** In order of time. */
	listEntries(query?: EntryQuery): Promise<Outcome<Readable<Entry>>>;

	listScores(): Promise<Outcome<Scores>>;
	/**
	 * Derives the rows of these attempts and keeps them, so that no change slips in between; gives them. An attempt that is
	 * not there, or can't be read, gets none.
	 */
	deriveScores(attemptIds: readonly string[], derive: Derive): Promise<Outcome<readonly ScoreRow[]>>;

	/** Makes every kept row anew, without reading a log. With `isKept` the new ones take the place of the old. */
	reviseScores(revise: Revise, isKept: boolean): Promise<Outcome<Revised>>;

	/** Null removes it. */
	saveSetting(key: string, value: Setting['value'] | null): Promise<Outcome<null>>;
	listSettings(): Promise<Outcome<Readable<Setting>>>;

	/** Null removes it. `conflict` where there is no such attempt. */
	saveDraft(attemptId: string, draft: Draft | null): Promise<Outcome<null>>;
	/** Null where there is none, or none that can be read. */
	readDraft(attemptId: string): Promise<Outcome<Draft | null>>;

	/**
	 * All of what can be read, or the attempts asked for with the entries about them, their trainees and their
	 * assignments, and no drill results.
	 */
	contents(attemptIds?: readonly string[]): Promise<Outcome<Contents & { unreadable: number }>>;
	/**
	 * Takes in all of the contents or nothing. An attempt that is here already may go on, never change: one that
	 * contradicts what is here makes the whole a `conflict`. What was damaged here is replaced where the contents have it.
	 */
	merge(contents: Contents): Promise<Outcome<Merged>>;
	/** Merges each of these by itself, wholly or not at all, in one transaction; gives what became of each, in order. */
	mergeEach(all: readonly Contents[]): Promise<Outcome<readonly Outcome<Merged>[]>>;
	/** Every record that can't be read, and all that was moved out of the way. Reads everything. */
	setAside(): Promise<Outcome<readonly SetAside[]>>;
	/** Deletes everything, settings and what was set aside included. */
	wipe(): Promise<Outcome<null>>;

	/** Tells of every change, also by other tabs, after it is stored. Gives the function that ends it. */
	subscribe(onChange: (areas: ReadonlySet<Area>) => void): () => void;
	/** Lets go of the database. Calls after it fail as `unavailable`. */
	close(): void;
}
