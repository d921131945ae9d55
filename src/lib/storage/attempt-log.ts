import type { AttemptHeader } from '#lib/domain/attempt.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import { isSame } from './canonical.ts';
import { StorageError } from './failure.ts';
import type { SetAside } from './port.ts';
import type { EventKey, Transaction } from './rows.ts';
import { eventRowSchema, headerSchema, parseWith } from './schema.ts';
import { followProblem } from './sequence.ts';
import { fieldOf, setAsideOf } from './set-aside.ts';

/** An event as it stands in its table. */
interface EventRow extends EventKey {
	event: LoggedEvent;
}

export const rowsOf = (attempt: string, events: readonly LoggedEvent[]): EventRow[] =>
	events.map((event) => ({ attempt, seq: event.seq, event }));

function gapBefore(event: LoggedEvent, log: readonly LoggedEvent[]): string[] {
	const problem = followProblem(log.at(-1) ?? null, event);
	return problem === null ? [] : [problem];
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
		const parsed = parseWith(eventRowSchema, row);
		const problems = 'problems' in parsed ? parsed.problems : gapBefore(parsed.value.event, log.events);
		if ('value' in parsed && problems.length === 0) log.events.push(parsed.value.event);
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
	const { count, last } = await transaction.tail(id);
	if (count === 0) return { count, last: null };
	const parsed = parseWith(eventRowSchema, last);
	if ('problems' in parsed) throw new StorageError('corrupt', parsed.problems);
	if (parsed.value.seq !== count) {
		throw new StorageError('corrupt', [`The log ends at event ${parsed.value.seq} but holds ${count}`]);
	}
	return { count, last: parsed.value.event };
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
	const stored = firstSeq <= count ? await transaction.events(id, firstSeq) : [];
	let previous = stored.length === 0 ? last : null;
	for (const [index, event] of events.entries()) {
		const row = stored[index];
		if (row !== undefined) {
			if (!isSame(fieldOf(row, 'event'), event)) {
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
		await transaction.remove('scores', id);
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
	await transaction.remove('scores', id);
	await transaction.addSetAside(broken);
	if (found.brokenKeys.length > 0) await transaction.removeEvents(found.brokenKeys);
	if (found.headerBroken !== null) await transaction.remove('attempts', id);
	return broken.length;
}
