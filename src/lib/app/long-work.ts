import type { DeskWords } from '#lib/domain/desk-words.ts';
import type { Difference } from '#lib/domain/difference.ts';
import type { Pack } from '#lib/domain/pack.ts';
import type { Outcome } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { readGlance, type Glance } from './glance.ts';
import { takeInAll, type Arrival, type Incoming } from './inbox.ts';
import { readManuscript, type ReadManuscript } from './review.ts';
import { compareScores, keepScores } from './rescoring.ts';
import { scoreMissing } from './score-row.ts';

/** What takes long enough that a page must not do it itself, with what each kind is given and what comes of it. */
export interface LongWork {
	/** Scores what has no score that counts; whether it came to its end. */
	score: { given: null; done: boolean };
	/** What a choice of pack would change. */
	compare: { given: Pack | null; done: Difference };
	/** Lets a choice of pack count. */
	keep: { given: Pack | null; done: null };
	'take-in': { given: readonly Incoming[]; done: readonly Arrival[] };
	/** Reads a chat with its debrief; null where it can't be read. */
	read: { given: { id: string; words: DeskWords }; done: ReadManuscript | null };
	/** Sums up the chats of a group; null: of everybody. */
	glance: { given: string | null; done: Outcome<Glance> };
}
export type LongWorkKind = keyof LongWork;

export interface Doing {
	onProgress: (done: number, of: number) => void;
	/** Lets whoever else works on the same thread have their turn. */
	pause: () => Promise<void>;
	isCalledOff: () => boolean;
}

type Doer<K extends LongWorkKind> = (
	store: AttemptStore,
	given: LongWork[K]['given'],
	doing: Doing
) => Promise<LongWork[K]['done']>;

const DOERS: { [K in LongWorkKind]: Doer<K> } = {
	score: (store, _, doing) => scoreMissing(store, doing),
	compare: compareScores,
	keep: async (store, choice) => {
		await keepScores(store, choice);
		return null;
	},
	'take-in': takeInAll,
	glance: readGlance,
	read: async (store, { id, words }) => {
		const read = await readManuscript(store, id, words);
		return 'text' in read ? null : read;
	}
};

/** Does the work, on whatever thread this is. */
export const doLongWork = <K extends LongWorkKind>(
	kind: K,
	store: AttemptStore,
	given: LongWork[K]['given'],
	doing: Doing
): Promise<LongWork[K]['done']> => DOERS[kind](store, given, doing);
