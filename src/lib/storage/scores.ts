import { inOrder, type Entry } from '#lib/domain/entry.ts';
import type { Revision } from '#lib/domain/difference.ts';
import type { ScoreRow } from '#lib/domain/score-row.ts';
import { findAttempt } from './attempt-log.ts';
import { entrySchema } from './entry-schema.ts';
import type { Derive, Revise, Revised, Scores } from './port.ts';
import type { Transaction } from './rows.ts';
import { keepAllScores, keepScores, knownScores, removeScores } from './score-sheets.ts';
import { readRows } from './set-aside.ts';

const byAttempt = (a: ScoreRow, b: ScoreRow): number =>
	a.attempt < b.attempt ? -1 : a.attempt > b.attempt ? 1 : 0;

/** The rows that stand, and the attempts without one. */
export async function readScores(transaction: Transaction): Promise<Scores> {
	const { rows, missing } = await knownScores(transaction);
	const found = [...rows.values()].sort(byAttempt);
	// Where the sums agree nobody has to ask for ten thousand keys.
	if (rows.size + missing.length === (await transaction.count('attempts')))
		return { rows: found, unscored: missing };
	const ids = await transaction.keys('attempts');
	return { rows: found, unscored: ids.filter((one) => !rows.has(one)) };
}

/** What is written about an attempt, in order; what can't be read is left out. */
async function entriesAbout(transaction: Transaction, attempt: string): Promise<readonly Entry[]> {
	const rows = await transaction.entriesWith('about', attempt);
	return inOrder(readRows('entries', entrySchema, rows).items);
}

/** Derives and keeps the rows of these attempts; one that is not there or can't be read gets none. */
export async function deriveScores(
	transaction: Transaction,
	ids: readonly string[],
	derive: Derive
): Promise<ScoreRow[]> {
	// Asked for at once: the database answers one while it looks for the next.
	const found = await Promise.all(
		ids.map(async (id) => {
			const [{ header, headerBroken, events }, entries] = await Promise.all([
				findAttempt(transaction, id),
				entriesAbout(transaction, id)
			]);
			return { id, header, isGone: header === null && headerBroken === null, events, entries };
		})
	);
	const rows = found.flatMap(({ header, events, entries }) =>
		header === null ? [] : [derive({ ...header, events }, entries)]
	);
	await keepScores(transaction, rows);
	const gone = found.filter(({ isGone }) => isGone).map(({ id }) => id);
	if (gone.length > 0) await removeScores(transaction, gone);
	return rows;
}

/** What trainers say of verdicts, by the attempt that it is about, in order. */
async function trainersWords(transaction: Transaction): Promise<Map<string, Entry[]>> {
	const words = new Map<string, Entry[]>();
	for (const kind of ['override', 'ruling', 'undone'] as const) {
		for (const entry of readRows('entries', entrySchema, await transaction.entriesWith('kind', kind)).items) {
			const own = words.get(entry.about);
			if (own === undefined) words.set(entry.about, [entry]);
			else own.push(entry);
		}
	}
	return words;
}

/** Works every kept row out anew from itself and from what trainers said; with `isKept` that is what counts from now on. */
export async function reviseScores(
	transaction: Transaction,
	revise: Revise,
	isKept: boolean
): Promise<Revised> {
	const { rows, unscored } = await readScores(transaction);
	const words = await trainersWords(transaction);
	const revisions: Revision[] = [];
	const left = [...unscored];
	const kept: ScoreRow[] = [];
	for (const before of rows) {
		const after = revise(before, inOrder(words.get(before.attempt) ?? []));
		if (after === null) left.push(before.attempt);
		else revisions.push({ before, after });
		kept.push(after ?? before);
	}
	if (isKept) await keepAllScores(transaction, kept);
	return { revisions, left };
}
