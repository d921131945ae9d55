import type { FollowUpDeed } from './follow-up.ts';
import type { Prediction } from './prediction.ts';
import type { Assignment } from './assignment.ts';
import type { OurDesk } from './our-desk.ts';
import type { Span } from './span.ts';
import type { RedLineId, RuleId, StepId } from './step.ts';
import type { RedLineVerdict, StepVerdict } from './verdict.ts';

/** What a reviewer files a chat under, as in the reports of a cooperative. */
export const LABELS = ['fyi', 'complaint', 'compliment'] as const;
export type Label = (typeof LABELS)[number];

/** Another verdict than the machine's; nobody overrides into doubt. */
export type Override =
	| { rule: StepId; says: StepVerdict; reason: string }
	| { rule: RedLineId; says: Exclude<RedLineVerdict, 'unsure'>; reason: string };

/** What a trainee objects to: a verdict, or what was heard (or not heard) in the message of this number. */
export type Objection = { verdict: RuleId } | { hearing: number };

/** What each kind of entry says, beside who wrote it, when, and about what. */
export interface EntryBodies {
	/** Who a trainee is. `about` is the trainee's id; the latest holds, so a renamed one stays the same. */
	trainee: { name: string; library: string };
	/** What was done at the follow-up desk. `about` is an attempt, a session of a mission, or the desk itself. */
	'follow-up': FollowUpDeed;
	/** How a trainee marked an attempt before they saw the marks. `about` is the attempt; the first counts. */
	prediction: Prediction;
	/** An exercise was solved. `about` is its id; two of them say no more than one. */
	'exercise-done': { lesson: string };
	/** A tip that a reader left for others. `about` is `TIPS_SUBJECT`. */
	'reader-tip': { title: string; text: string };
	/** What a reader says to a tip. `about` is the tip's id. */
	'tip-comment': { text: string };
	/** Who belongs together. `about` is the group's id; the latest holds. One without members is gone. */
	group: { name: string; members: readonly string[] };

	/** Who played an attempt that was begun before anybody had said who they are; the latest holds. */
	'played-by': { trainee: string };
	/** A word on an event of an attempt (`event` is its number, 0 the takeover), or on some words of its text. */
	comment: { event: number; span: Span | null; text: string };
	/** A trainer's verdict instead of the machine's, on an attempt; the latest of a rule holds. */
	override: Override;
	/** An `unsure` verdict confirmed (`stands`: the line is crossed) or dismissed, on an attempt. */
	ruling: { rule: RedLineId; stands: boolean };
	/** What an attempt is filed under; the latest holds, and may be empty. */
	label: { labels: readonly Label[] };
	/** The overall note on an attempt; the latest holds. */
	overall: { text: string };
	/** An attempt has been looked through. */
	reviewed: Record<string, never>;
	/** The trainee objects, on an attempt. */
	dispute: { against: Objection; reason: string };
	/** What became of a dispute, by its id, on the same attempt; the latest holds. */
	upheld: { dispute: string; upheld: boolean; reason: string };
	/** Which policy pack counts. `about` is what it counts for; the latest holds. */
	'pack-choice': { pack: string };

	/** A library's own desk. `about` is the id of its pack; the latest holds. */
	'our-desk': OurDesk;
	/** What trainees are asked to play. `about` is its id, which is made of what it says. */
	assignment: Assignment;

	/** Takes back an earlier entry, by its id; about the same thing as that one. What is taken back can be said again. */
	undone: { entry: string };
}

/** What readers' own tips are about. */
export const TIPS_SUBJECT = 'tips';

/** A reader's tip is no book: a title is a line, a text a page or two. In UTF-16 units. */
export const LONGEST_WRITING = { title: 200, text: 5_000 };

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

/** Entries without those that were taken back, and without the takings-back; in the order given. */
export function standing(entries: readonly Entry[]): Entry[] {
	const undone = new Set(
		entries
			.filter((entry): entry is EntryOf<'undone'> => entry.kind === 'undone')
			.map(({ body }) => body.entry)
	);
	return entries.filter(({ id, kind }) => kind !== 'undone' && !undone.has(id));
}

/** The entries of one kind, in order. */
export const ofKind = <K extends EntryKind>(entries: readonly Entry[], kind: K): EntryOf<K>[] =>
	// The compiler can't narrow a union by a kind that is itself a parameter.
	inOrder(entries.filter((entry) => entry.kind === kind) as Entry[] as EntryOf<K>[]);

/** The last word on each thing: the latest entry of a kind by what it is about. */
export const latestOf = <K extends EntryKind>(entries: readonly Entry[], kind: K): Map<string, EntryOf<K>> =>
	new Map(ofKind(entries, kind).map((entry) => [entry.about, entry]));
