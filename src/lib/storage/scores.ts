import * as v from 'valibot';
import { MODES } from '#lib/domain/attempt.ts';
import { LABELS, inOrder, type Entry } from '#lib/domain/entry.ts';
import { REGION_NAMES } from '#lib/domain/standing.ts';
import type { Revision } from '#lib/domain/difference.ts';
import { RULES, VERDICT_LETTERS, type ScoreRow } from '#lib/domain/score-row.ts';
import { findAttempt } from './attempt-log.ts';
import { entrySchema } from './entry-schema.ts';
import type { Derive, Revise, Revised, Scores } from './port.ts';
import type { Transaction } from './rows.ts';
import { fieldOf, readRows } from './set-aside.ts';
import { count, exactly, id, list, moment, text } from './shape.ts';

const verdicts = v.pipe(v.string(), v.regex(new RegExp(`^[${VERDICT_LETTERS}]{${RULES.length}}$`)));

const scoreSchema = exactly<ScoreRow>()(
	v.strictObject({
		attempt: id,
		trainee: v.nullable(id),
		scenario: text,
		title: text,
		mode: v.picklist(MODES),
		assignment: v.nullable(id),
		startedAt: moment,
		isCoded: v.boolean(),
		earned: count,
		possible: count,
		isPassed: v.boolean(),
		machine: verdicts,
		holds: verdicts,
		playedPack: text,
		pack: text,
		rules: count,
		standing: v.pipe(v.string(), v.length(REGION_NAMES.length)),
		facts: text,
		waits: text,
		isReviewed: v.boolean(),
		openDisputes: count,
		labels: list(v.picklist(LABELS))
	})
);

/** To be called wherever a log or what is written about an attempt changes, in the same transaction. */
export const forgetScore = (transaction: Transaction, attempt: string): Promise<void> =>
	transaction.remove('scores', attempt);

/** So many rows come at once: copying and checking them takes a page some milliseconds, and then it may draw. */
const ROWS_AT_ONCE = 500;

/** The rows that stand, and the attempts without one. A row that can't be read is none: it is derived anew. */
export async function readScores(transaction: Transaction): Promise<Scores> {
	const ids = await transaction.keys('attempts');
	const rows: ScoreRow[] = [];
	for (let last: string | null = null; ;) {
		const found = await transaction.some('scores', last, ROWS_AT_ONCE);
		for (const row of found) if (v.is(scoreSchema, row)) rows.push(row);
		if (found.length < ROWS_AT_ONCE) break;
		last = String(fieldOf(found.at(-1), 'attempt'));
	}
	const scored = new Set(rows.map(({ attempt }) => attempt));
	return { rows, unscored: ids.filter((one) => !scored.has(one)) };
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
	const rows: ScoreRow[] = [];
	for (const one of ids) {
		const [{ header, events }, entries] = await Promise.all([
			findAttempt(transaction, one),
			entriesAbout(transaction, one)
		]);
		if (header === null) continue;
		const row = derive({ ...header, events }, entries);
		await transaction.put('scores', row);
		rows.push(row);
	}
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
	for (const before of rows) {
		const after = revise(before, inOrder(words.get(before.attempt) ?? []));
		if (after === null) left.push(before.attempt);
		else revisions.push({ before, after });
	}
	if (isKept)
		await transaction.putAll(
			'scores',
			revisions.map(({ after }) => after)
		);
	return { revisions, left };
}
