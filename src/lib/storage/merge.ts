import type { GenericSchema } from 'valibot';
import type { Attempt } from '#lib/domain/attempt.ts';
import { findAttempt, mendAttempt, rowsOf, wholeLog } from './attempt-log.ts';
import { isSame } from './canonical.ts';
import { StorageError, type Outcome } from './failure.ts';
import type { Contents, Merged } from './port.ts';
import type { Transaction } from './rows.ts';
import { entrySchema } from './entry-schema.ts';
import { drillSchema, parseWith } from './schema.ts';
import { forgetScores } from './score-sheets.ts';
import { setAsideOf } from './set-aside.ts';

/** More names than this help nobody. */
const MOST_PROBLEMS = 50;

/** What is to be done about one record: nothing is written before all of them are known to fit. */
interface Plan {
	change: keyof Merged;
	/** The attempt whose score goes with it; null where none does. */
	scored: string | null;
	write: () => Promise<void>;
}
type Planned = Plan | { problem: string };

const nothing = async (): Promise<void> => {};

/**
 * The longer of two logs that agree is the join of both, so the order in which files come in does not matter.
 * Gives what is to change, or the contradiction in words.
 */
async function planAttempt(transaction: Transaction, attempt: Attempt): Promise<Planned> {
	const { events, ...header } = attempt;
	const { id } = header;
	const found = await findAttempt(transaction, id);
	if (found.header !== null && !isSame(found.header, header)) {
		return { problem: `"${id}" is here already, begun otherwise` };
	}
	const shared = Math.min(found.events.length, events.length);
	for (let index = 0; index < shared; index++) {
		if (!isSame(found.events[index], events[index])) {
			return { problem: `"${id}" is here already, and went on otherwise from event ${index + 1}` };
		}
	}
	const fresh = events.slice(shared);
	const isNew = found.header === null;
	if (!isNew && fresh.length === 0) return { change: 'unchanged', scored: null, write: nothing };
	const write = async () => {
		const wasDamaged = found.headerBroken !== null || (found.broken.length > 0 && fresh.length > 0);
		if (wasDamaged) await mendAttempt(transaction, id, found);
		if (isNew) await transaction.put('attempts', header);
		const rows = found.events.length === 0 ? wholeLog(id, fresh) : rowsOf(id, fresh);
		if (rows.length > 0) await transaction.addEvents(rows);
	};
	return { change: isNew ? 'added' : 'extended', scored: id, write };
}

/** Puts a record that never changes: the same again is fine, another one under its id is a contradiction. */
async function planRecord<S extends GenericSchema<unknown, { id: string }>>(
	transaction: Transaction,
	record: { id: string },
	{ table, schema, says, added }: { table: 'drill' | 'entries'; schema: S; says: string; added: keyof Merged }
): Promise<Planned> {
	const row = await transaction.get(table, record.id);
	const put = () => transaction.put(table, record);
	if (row === undefined) return { change: added, scored: null, write: put };
	const parsed = parseWith(schema, row);
	if ('problems' in parsed) {
		const write = async () => {
			await transaction.addSetAside([setAsideOf(table, row, parsed.problems)]);
			await put();
		};
		return { change: added, scored: null, write };
	}
	return isSame(parsed.value, record)
		? { change: 'unchanged', scored: null, write: nothing }
		: { problem: `${says} "${record.id}" is here already, and says otherwise` };
}

const DRILL = { table: 'drill', schema: drillSchema, says: 'The drill result', added: 'drillAdded' } as const;
const ENTRIES = { table: 'entries', schema: entrySchema, says: 'The entry', added: 'entriesAdded' } as const;

/** Takes in everything; where anything contradicts what is here, throws a `conflict` that names all, with nothing written. */
export async function mergeContents(transaction: Transaction, contents: Contents): Promise<Merged> {
	const planned: Planned[] = [];
	for (const attempt of contents.attempts) planned.push(await planAttempt(transaction, attempt));
	for (const result of contents.drill) planned.push(await planRecord(transaction, result, DRILL));
	for (const entry of contents.entries) {
		const plan = await planRecord(transaction, entry, ENTRIES);
		const isFresh = 'change' in plan && plan.change !== 'unchanged';
		planned.push(isFresh ? { ...plan, scored: entry.about } : plan);
	}
	const problems = planned.flatMap((plan) => ('problem' in plan ? [plan.problem] : []));
	if (problems.length > 0) throw new StorageError('conflict', problems.slice(0, MOST_PROBLEMS));
	const merged: Merged = { added: 0, extended: 0, unchanged: 0, drillAdded: 0, entriesAdded: 0 };
	const changed = new Set<string>();
	for (const plan of planned) {
		if ('problem' in plan) continue;
		await plan.write();
		merged[plan.change]++;
		if (plan.scored !== null) changed.add(plan.scored);
	}
	await forgetWhatIsThere(transaction, changed);
	return merged;
}

/** Entries may be about a trainee, a tip or an attempt that has not come yet: those have no score. */
async function forgetWhatIsThere(transaction: Transaction, subjects: Iterable<string>): Promise<void> {
	const attempts: string[] = [];
	for (const id of subjects) if ((await transaction.get('attempts', id)) !== undefined) attempts.push(id);
	await forgetScores(transaction, attempts);
}

/** Takes in each of these wholly or not at all, all in one transaction; one that contradicts keeps none from coming in. */
export async function mergeEach(
	transaction: Transaction,
	all: readonly Contents[]
): Promise<Outcome<Merged>[]> {
	const outcomes: Outcome<Merged>[] = [];
	for (const contents of all) {
		try {
			outcomes.push({ ok: true, value: await mergeContents(transaction, contents) });
		} catch (error) {
			if (!(error instanceof StorageError) || error.failure.code !== 'conflict') throw error;
			outcomes.push({ ok: false, failure: error.failure });
		}
	}
	return outcomes;
}
