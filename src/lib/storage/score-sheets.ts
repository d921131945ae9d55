import { MODES } from '#lib/domain/attempt.ts';
import { LABELS } from '#lib/domain/entry.ts';
import { REGION_NAMES } from '#lib/domain/standing.ts';
import { RULES, VERDICT_LETTERS, type ScoreRow } from '#lib/domain/score-row.ts';
import type { Transaction } from './rows.ts';
import { fieldOf } from './set-aside.ts';

/**
 * Ten thousand rows by themselves take half a second to read and more to write; as texts of some hundred each they take
 * a tenth of that. So rows stand in sheets, and what came or went since stands loose beside them and counts before them.
 */
const ROWS_A_SHEET = 500;
/** So many rows that come together are a sheet of their own. */
const WORTH_A_SHEET = 100;
/** So many loose rows are read without anybody noticing. */
const MOST_LOOSE = 500;
/** Sheets of few rows and of rows that later ones replace may be so many more than are needed. */
const SPARE_SHEETS = 8;
/** So many sheets come at once: some milliseconds, and then a page may draw. */
const SHEETS_AT_ONCE = 2;
/** Sheets are in order as texts up to a hundred million rows. */
const DIGITS = 6;

const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
const isOneOf = (all: readonly unknown[]) => (value: unknown) => all.includes(value);
const letters = new RegExp(`^[${VERDICT_LETTERS}]{${RULES.length}}$`);
const areVerdicts = (value: unknown): boolean => typeof value === 'string' && letters.test(value);

/** By hand and not by schema: ten thousand rows are looked at before a queue can be shown. */
const FIELDS = Object.entries({
	attempt: isText,
	trainee: isTextOrNull,
	scenario: isText,
	title: isText,
	mode: isOneOf(MODES),
	assignment: isTextOrNull,
	startedAt: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
	isCoded: isFlag,
	earned: isCount,
	possible: isCount,
	isPassed: isFlag,
	machine: areVerdicts,
	holds: areVerdicts,
	playedPack: isText,
	pack: isText,
	rules: isCount,
	standing: (value) => typeof value === 'string' && value.length === REGION_NAMES.length,
	facts: isText,
	waits: isText,
	isReviewed: isFlag,
	openDisputes: isCount,
	labels: (value) => Array.isArray(value) && value.every(isOneOf(LABELS))
} satisfies Record<keyof ScoreRow, (value: unknown) => boolean>);

function isScoreRow(value: unknown): value is ScoreRow {
	if (typeof value !== 'object' || value === null) return false;
	const row = value as Record<string, unknown>;
	return FIELDS.every(([field, isFit]) => isFit(row[field]));
}

function rowsOn(sheet: unknown): unknown[] {
	try {
		const rows: unknown = JSON.parse(String(fieldOf(sheet, 'rows')));
		return Array.isArray(rows) ? rows : [];
	} catch {
		return [];
	}
}

/** Scores that are known, by attempt, and the attempts of which it is known that theirs is missing. */
export interface KnownScores {
	rows: Map<string, ScoreRow>;
	missing: readonly string[];
}

/** What can't be read is none: it is derived anew. */
export async function knownScores(transaction: Transaction): Promise<KnownScores> {
	const rows = new Map<string, ScoreRow>();
	for (let last: string | null = null; ;) {
		const sheets = await transaction.some('sheets', last, SHEETS_AT_ONCE);
		for (const row of sheets.flatMap(rowsOn)) if (isScoreRow(row)) rows.set(row.attempt, row);
		if (sheets.length < SHEETS_AT_ONCE) break;
		last = String(fieldOf(sheets.at(-1), 'id'));
	}
	for (const loose of await transaction.all('scores')) {
		if (isScoreRow(loose)) rows.set(loose.attempt, loose);
		else rows.delete(String(fieldOf(loose, 'attempt')));
	}
	const missing = await transaction.keys('unscored');
	for (const attempt of missing) rows.delete(attempt);
	return { rows, missing };
}

/** To be called wherever a log or what is written about an attempt changes, in the same transaction. */
export const forgetScores = (transaction: Transaction, attempts: Iterable<string>): Promise<void> =>
	transaction.putAll(
		'unscored',
		[...attempts].map((attempt) => ({ attempt }))
	);

const sheetOf = (number: number, rows: readonly ScoreRow[]) => ({
	id: String(number).padStart(DIGITS, '0'),
	rows: JSON.stringify(rows)
});

async function addSheets(transaction: Transaction, first: number, rows: readonly ScoreRow[]): Promise<void> {
	const sheets: object[] = [];
	for (let from = 0; from < rows.length; from += ROWS_A_SHEET)
		sheets.push(sheetOf(first + sheets.length, rows.slice(from, from + ROWS_A_SHEET)));
	await transaction.putAll('sheets', sheets);
}

/** Writes all sheets anew, with nothing loose beside them. */
export async function keepAllScores(transaction: Transaction, rows: readonly ScoreRow[]): Promise<void> {
	await transaction.clear('sheets');
	await transaction.clear('scores');
	await addSheets(transaction, 0, rows);
}

/** Keeps these rows beside, and instead of, those that are there. */
export async function keepScores(transaction: Transaction, rows: readonly ScoreRow[]): Promise<void> {
	const ids = rows.map(({ attempt }) => attempt);
	const sheets = await transaction.keys('sheets');
	await transaction.removeAll('unscored', ids);
	if (rows.length < WORTH_A_SHEET) await transaction.putAll('scores', rows);
	else {
		await addSheets(transaction, Number(sheets.at(-1) ?? -1) + 1, rows);
		await transaction.removeAll('scores', ids);
	}
	const needed = Math.ceil((await transaction.count('attempts')) / ROWS_A_SHEET);
	const isUntidy =
		sheets.length > 2 * needed + SPARE_SHEETS || (await transaction.count('scores')) > MOST_LOOSE;
	if (isUntidy) await keepAllScores(transaction, [...(await knownScores(transaction)).rows.values()]);
}

/** Removes the rows of these attempts for good, from wherever they stand. */
export async function removeScores(transaction: Transaction, attempts: readonly string[]): Promise<void> {
	const gone = new Set<unknown>(attempts);
	await transaction.removeAll('scores', attempts);
	await transaction.removeAll('unscored', attempts);
	for (const sheet of await transaction.all('sheets')) {
		const rows = rowsOn(sheet);
		const left = rows.filter((row) => !gone.has(fieldOf(row, 'attempt')));
		if (left.length < rows.length)
			await transaction.put('sheets', { id: String(fieldOf(sheet, 'id')), rows: JSON.stringify(left) });
	}
}
