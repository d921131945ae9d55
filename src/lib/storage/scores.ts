import * as v from 'valibot';
import { MODES } from '#lib/domain/attempt.ts';
import { LABELS, inOrder, type Entry } from '#lib/domain/entry.ts';
import { RULES, VERDICT_LETTERS, type ScoreRow } from '#lib/domain/score-row.ts';
import { findAttempt } from './attempt-log.ts';
import { entrySchema } from './entry-schema.ts';
import type { Derive, Scores } from './port.ts';
import type { Transaction } from './rows.ts';
import { readRows } from './set-aside.ts';
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
		isReviewed: v.boolean(),
		openDisputes: count,
		labels: list(v.picklist(LABELS))
	})
);

/** To be called wherever a log or what is written about an attempt changes, in the same transaction. */
export const forgetScore = (transaction: Transaction, attempt: string): Promise<void> =>
	transaction.remove('scores', attempt);

/** The rows that stand, and the attempts without one. A row that can't be read is none: it is derived anew. */
export async function readScores(transaction: Transaction): Promise<Scores> {
	const [ids, found] = await Promise.all([transaction.keys('attempts'), transaction.all('scores')]);
	const rows = found.filter((row): row is ScoreRow => v.is(scoreSchema, row));
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
