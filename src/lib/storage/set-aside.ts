import type { GenericSchema, InferOutput } from 'valibot';
import type { SetAside } from './port.ts';
import { KEY_OF, type KeyedTable } from './rows.ts';
import { parseWith } from './schema.ts';

/** Deeper than any record of ours; below it three dots are written, so that a circle ends. */
const DEEPEST_WRITTEN = 40;

/** Anything that a database can hold, as something that JSON can write. */
function writable(value: unknown, depth: number): unknown {
	if (typeof value === 'bigint' || typeof value === 'number') {
		return Number.isFinite(value) ? value : String(value);
	}
	if (typeof value !== 'object' || value === null) return value;
	if (depth >= DEEPEST_WRITTEN) return '…';
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : value.toISOString();
	if (Array.isArray(value)) return value.map((one) => writable(one, depth + 1));
	if (value instanceof Map || value instanceof Set) return [...value].map((one) => writable(one, depth + 1));
	const tag = Object.prototype.toString.call(value);
	if (tag !== '[object Object]') return tag;
	// Entries, not assignment: a key called __proto__ stays a key.
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, writable(one, depth + 1)]));
}

export const rawText = (value: unknown): string => JSON.stringify(writable(value, 0)) ?? String(value);

/** A field of a row that may be anything at all. */
export function fieldOf(row: unknown, field: string): unknown {
	return typeof row === 'object' && row !== null && Object.hasOwn(row, field)
		? (row as Record<string, unknown>)[field]
		: undefined;
}

/** The attempt that a row belongs to, where it says so. */
export const attemptOf = (table: string, row: unknown): string | null => {
	const found = fieldOf(row, table === 'attempts' ? 'id' : 'attempt');
	return typeof found === 'string' ? found : null;
};

export const setAsideOf = (
	table: KeyedTable | 'events',
	row: unknown,
	problems: readonly string[]
): SetAside => {
	const key =
		table === 'events'
			? `${String(fieldOf(row, 'attempt'))}, ${String(fieldOf(row, 'seq'))}`
			: String(fieldOf(row, KEY_OF[table]));
	return { where: `${table}: ${key}`, attempt: attemptOf(table, row), problems, raw: rawText(row) };
};

/** Sorts rows into those that can be read and those that can't. */
export function readRows<S extends GenericSchema<unknown, unknown>>(
	table: KeyedTable | 'events',
	schema: S,
	rows: readonly unknown[]
): { items: InferOutput<S>[]; broken: SetAside[] } {
	const items: InferOutput<S>[] = [];
	const broken: SetAside[] = [];
	for (const row of rows) {
		const parsed = parseWith(schema, row);
		if ('value' in parsed) items.push(parsed.value);
		else broken.push(setAsideOf(table, row, parsed.problems));
	}
	return { items, broken };
}
