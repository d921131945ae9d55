import Papa from 'papaparse';
import { ATTEMPT_COLUMNS, VERDICT_COLUMNS, type Lines } from './export-lines.ts';

/** Says to a spreadsheet that what follows is UTF-8; without it names with accents are broken in some. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Texts that a spreadsheet would take for a formula, also behind spaces, and in the wide letters of East Asia: they get
 * an apostrophe in front, which a spreadsheet does not show.
 */
const FORMULA = /^[\s\p{Cc}]*[=+\-@|%＝＋－＠]/u;

const inWords = (cell: string | number | boolean | null): string | number =>
	cell === null ? '' : typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell;

/** A table as RFC 4180 has it: commas, quotation marks where needed, lines ended by CR LF. */
function csvOf<C extends string>(
	columns: readonly C[],
	rows: readonly Record<C, string | number | boolean | null>[]
): string {
	const data = rows.map((row) => columns.map((column) => inWords(row[column])));
	const table = Papa.unparse({ fields: [...columns], data }, { escapeFormulae: FORMULA, newline: '\r\n' });
	return `${BYTE_ORDER_MARK}${table}\r\n`;
}

export const attemptsCsv = ({ attempts }: Lines): string => csvOf(ATTEMPT_COLUMNS, attempts);
export const verdictsCsv = ({ verdicts }: Lines): string => csvOf(VERDICT_COLUMNS, verdicts);

/** Both tables in one text; here nothing is put in front of anything, for no program takes JSON for a formula. */
export const reportJson = ({ attempts, verdicts }: Lines): string =>
	JSON.stringify({ format: 'closing-time/report', version: 1, attempts, verdicts }, null, '\t');
