import type { GenericSchema } from 'valibot';
import type { Attempt } from '#lib/domain/attempt.ts';
import { findAttempt, mendAttempt, rowsOf } from './attempt-log.ts';
import { isSame } from './canonical.ts';
import { StorageError } from './failure.ts';
import type { Contents, Merged } from './port.ts';
import type { Transaction } from './rows.ts';
import { entrySchema } from './entry-schema.ts';
import { drillSchema, parseWith } from './schema.ts';
import { forgetScore } from './scores.ts';
import { setAsideOf } from './set-aside.ts';

/** More names than this help nobody. */
const MOST_PROBLEMS = 50;

/**
 * The longer of two logs that agree is the join of both, so the order in which files come in does not matter.
 * Gives what changed, or the contradiction in words.
 */
async function mergeAttempt(
	transaction: Transaction,
	attempt: Attempt
): Promise<'added' | 'extended' | 'unchanged' | { problem: string }> {
	const { events, ...header } = attempt;
	const found = await findAttempt(transaction, header.id);
	if (found.header !== null && !isSame(found.header, header)) {
		return { problem: `"${header.id}" is here already, begun otherwise` };
	}
	const shared = Math.min(found.events.length, events.length);
	for (let index = 0; index < shared; index++) {
		if (!isSame(found.events[index], events[index])) {
			return { problem: `"${header.id}" is here already, and went on otherwise from event ${index + 1}` };
		}
	}
	const fresh = events.slice(shared);
	const wasDamaged = found.headerBroken !== null || (found.broken.length > 0 && fresh.length > 0);
	if (wasDamaged) await mendAttempt(transaction, header.id, found);
	if (found.header === null) await transaction.put('attempts', header);
	if (fresh.length > 0) await transaction.addEvents(rowsOf(header.id, fresh));
	if (found.header === null || fresh.length > 0) await forgetScore(transaction, header.id);
	if (found.header === null) return 'added';
	return fresh.length > 0 ? 'extended' : 'unchanged';
}

/** Puts a record that never changes: the same again is fine, another one under its id is a contradiction. */
async function mergeRecord<A extends keyof Merged, S extends GenericSchema<unknown, { id: string }>>(
	transaction: Transaction,
	record: { id: string },
	{ table, schema, says, added }: { table: 'drill' | 'entries'; schema: S; says: string; added: A }
): Promise<A | 'unchanged' | { problem: string }> {
	const row = await transaction.get(table, record.id);
	if (row !== undefined) {
		const parsed = parseWith(schema, row);
		if ('value' in parsed) {
			return isSame(parsed.value, record)
				? 'unchanged'
				: { problem: `${says} "${record.id}" is here already, and says otherwise` };
		}
		await transaction.addSetAside([setAsideOf(table, row, parsed.problems)]);
	}
	await transaction.put(table, record);
	return added;
}

const DRILL = { table: 'drill', schema: drillSchema, says: 'The drill result', added: 'drillAdded' } as const;
const ENTRIES = { table: 'entries', schema: entrySchema, says: 'The entry', added: 'entriesAdded' } as const;

/** Takes in everything; where anything contradicts what is here, throws a `conflict` that names all contradictions. */
export async function mergeContents(transaction: Transaction, contents: Contents): Promise<Merged> {
	const merged: Merged = { added: 0, extended: 0, unchanged: 0, drillAdded: 0, entriesAdded: 0 };
	const problems: string[] = [];
	const note = (change: keyof Merged | { problem: string }) => {
		if (typeof change === 'string') merged[change]++;
		else problems.push(change.problem);
	};
	for (const attempt of contents.attempts) note(await mergeAttempt(transaction, attempt));
	for (const result of contents.drill) note(await mergeRecord(transaction, result, DRILL));
	for (const entry of contents.entries) {
		const change = await mergeRecord(transaction, entry, ENTRIES);
		if (change === 'entriesAdded') await forgetScore(transaction, entry.about);
		note(change);
	}
	if (problems.length > 0) throw new StorageError('conflict', problems.slice(0, MOST_PROBLEMS));
	return merged;
}
