import type { AttemptHeader } from '#lib/domain/attempt.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import { isSame } from './canonical.ts';
import { StorageError } from './failure.ts';
import type { SetAside } from './port.ts';
import type { Ends, EventKey, Transaction } from './rows.ts';
import { eventRowSchema, headerSchema, parseWith, wholeLogSchema, type Parsed } from './schema.ts';
import { forgetScores } from './score-sheets.ts';
import { followProblem } from './sequence.ts';
import { fieldOf, setAsideOf } from './set-aside.ts';

/** An event as it stands in its table while a session is played: each message is stored by itself, and at once. */
interface EventRow extends EventKey {
	event: LoggedEvent;
}

/** A log that came in whole: forty rows would take forty times as long to write, and some times to read. */
interface WholeLog extends EventKey {
	types: readonly string[];
	events: readonly LoggedEvent[];
}

export const rowsOf = (attempt: string, events: readonly LoggedEvent[]): EventRow[] =>
	events.map((event) => ({ attempt, seq: event.seq, event }));

/** The rows of a log of which nothing is stored yet. */
export const wholeLog = (attempt: string, events: readonly LoggedEvent[]): WholeLog[] =>
	events.length === 0
		? []
		: [{ attempt, seq: 1, types: [...new Set(events.map(({ type }) => type))], events }];

/** What stands in a row that holds several events; undefined where it holds one. */
const severalIn = (row: unknown): readonly unknown[] | undefined => {
	const several = fieldOf(row, 'events');
	return Array.isArray(several) ? (several as readonly unknown[]) : undefined;
};

function eventsIn(row: unknown): Parsed<readonly LoggedEvent[]> {
	if (severalIn(row) !== undefined) {
		const parsed = parseWith(wholeLogSchema, row);
		return 'value' in parsed ? { value: parsed.value.events } : parsed;
	}
	const parsed = parseWith(eventRowSchema, row);
	return 'value' in parsed ? { value: [parsed.value.event] } : parsed;
}

function gapBefore(events: readonly LoggedEvent[], log: readonly LoggedEvent[]): string[] {
	const problem = followProblem(log.at(-1) ?? null, events[0]!);
	return problem === null ? [] : [problem];
}

/** Where a log ends: how many events it holds, its last one (null: there is none, or none that can be read), and why not. */
export function endOf({ count, first, last }: Ends): {
	count: number;
	last: LoggedEvent | null;
	problems: readonly string[];
} {
	if (count === 0) return { count, last: null, problems: [] };
	const all = count + (severalIn(first)?.length ?? 1) - 1;
	const parsed = eventsIn(last);
	return 'value' in parsed
		? { count: all, last: parsed.value.at(-1) ?? null, problems: [] }
		: { count: all, last: null, problems: parsed.problems };
}

export interface LogRead {
	/** The events that follow one another from the first on, up to the first that is missing or can't be read. */
	events: LoggedEvent[];
	/** All other rows. */
	broken: SetAside[];
	brokenKeys: EventKey[];
}

/** Reads a whole log from its rows, in order. */
export function readLog(rows: readonly unknown[]): LogRead {
	const log: LogRead = { events: [], broken: [], brokenKeys: [] };
	for (const row of rows) {
		const parsed = eventsIn(row);
		const problems = 'problems' in parsed ? parsed.problems : gapBefore(parsed.value, log.events);
		if ('value' in parsed && problems.length === 0) for (const event of parsed.value) log.events.push(event);
		else {
			log.broken.push(setAsideOf('events', row, problems));
			// A row is found by its key, so it has one, whatever else is wrong with it.
			log.brokenKeys.push(row as EventKey);
		}
	}
	return log;
}

export interface AttemptFound extends LogRead {
	/** Null where there is none, or none that can be read (then `headerBroken` has it). */
	header: AttemptHeader | null;
	headerBroken: SetAside | null;
}

export async function findAttempt(transaction: Transaction, id: string): Promise<AttemptFound> {
	const row = await transaction.get('attempts', id);
	const log = readLog(await transaction.events(id));
	if (row === undefined) return { ...log, header: null, headerBroken: null };
	const parsed = parseWith(headerSchema, row);
	return 'value' in parsed
		? { ...log, header: parsed.value, headerBroken: null }
		: { ...log, header: null, headerBroken: setAsideOf('attempts', row, parsed.problems) };
}

export const noAttempt = (id: string): StorageError =>
	new StorageError('conflict', [`There is no attempt "${id}"`]);

/** The last event of a log that can be continued, and how many there are. */
async function continuable(
	transaction: Transaction,
	id: string
): Promise<{ count: number; last: LoggedEvent | null }> {
	const header = await transaction.get('attempts', id);
	if (header === undefined) throw noAttempt(id);
	const parsedHeader = parseWith(headerSchema, header);
	if ('problems' in parsedHeader) throw new StorageError('corrupt', parsedHeader.problems);
	const { count, last, problems } = endOf(await transaction.ends(id));
	if (problems.length > 0) throw new StorageError('corrupt', problems);
	if (last !== null && last.seq !== count) {
		throw new StorageError('corrupt', [`The log ends at event ${last.seq} but holds ${count}`]);
	}
	return { count, last };
}

/** The events of a log that is known to be whole, from a number on, as they stand. */
async function storedFrom(transaction: Transaction, id: string, seq: number): Promise<readonly unknown[]> {
	const rows = await transaction.events(id);
	return rows.flatMap((row) => severalIn(row) ?? [fieldOf(row, 'event')]).slice(seq - 1);
}

/**
 * Adds events to the end of a log; gives how many then stand in it. Those that stand there already, the same, are
 * skipped: a caller who never learnt whether a call succeeded repeats it.
 */
export async function appendEvents(
	transaction: Transaction,
	id: string,
	events: readonly LoggedEvent[]
): Promise<number> {
	const { count, last } = await continuable(transaction, id);
	const firstSeq = events[0]?.seq ?? count + 1;
	const stored = firstSeq <= count ? await storedFrom(transaction, id, firstSeq) : [];
	let previous = stored.length === 0 ? last : null;
	for (const [index, event] of events.entries()) {
		const known = stored[index];
		if (known !== undefined) {
			if (!isSame(known, event)) {
				throw new StorageError('conflict', [`Another event ${event.seq} of "${id}" is stored`]);
			}
		} else {
			const problem = followProblem(previous, event);
			if (problem !== null) throw new StorageError('conflict', [`"${id}": ${problem}`]);
		}
		previous = event;
	}
	const fresh = events.slice(stored.length);
	if (fresh.length > 0) {
		await transaction.addEvents(rowsOf(id, fresh));
		await forgetScores(transaction, [id]);
	}
	return count + fresh.length;
}

/** Every record of an attempt that can't be used. */
export const brokenOf = (found: AttemptFound): readonly SetAside[] =>
	found.headerBroken === null ? found.broken : [found.headerBroken, ...found.broken];

/** Moves what can't be used out of an attempt; gives how many records. */
export async function mendAttempt(
	transaction: Transaction,
	id: string,
	found: AttemptFound
): Promise<number> {
	const broken = brokenOf(found);
	if (broken.length === 0) return 0;
	await forgetScores(transaction, [id]);
	await transaction.addSetAside(broken);
	if (found.brokenKeys.length > 0) await transaction.removeEvents(found.brokenKeys);
	if (found.headerBroken !== null) await transaction.remove('attempts', id);
	return broken.length;
}
