import type { Entry, EntryKind } from '#lib/domain/entry.ts';
import type { Attempt } from '#lib/domain/attempt.ts';
import { brokenOf, endOf, findAttempt, noAttempt, readLog } from './attempt-log.ts';
import { entrySchema } from './entry-schema.ts';
import type { AttemptSummary, Contents, Readable, SetAside } from './port.ts';
import type { Transaction } from './rows.ts';
import { draftRowSchema, drillSchema, headerSchema, settingSchema } from './schema.ts';
import { attemptOf, fieldOf, rawText, readRows, setAsideOf } from './set-aside.ts';

export interface Survey extends Contents {
	broken: readonly SetAside[];
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Rows by the attempt that they name, in the order in which they stand. */
function byAttempt(rows: readonly unknown[]): Map<string, unknown[]> {
	const logs = new Map<string, unknown[]>();
	for (const row of rows) {
		const attempt = String(fieldOf(row, 'attempt'));
		const log = logs.get(attempt);
		if (log === undefined) logs.set(attempt, [row]);
		else log.push(row);
	}
	return logs;
}

/** Reads all attempts, drill results and entries. */
export async function surveyAll(transaction: Transaction): Promise<Survey> {
	const headers = readRows('attempts', headerSchema, await transaction.all('attempts'));
	const logs = byAttempt(await transaction.all('events'));
	const broken: SetAside[] = [...headers.broken];
	const attempts: Attempt[] = headers.items.map((header) => {
		const log = readLog(logs.get(header.id) ?? []);
		logs.delete(header.id);
		broken.push(...log.broken);
		return { ...header, events: log.events };
	});
	for (const rows of logs.values()) {
		broken.push(
			...rows.map((row) => setAsideOf('events', row, ['Its attempt is missing or can not be read']))
		);
	}
	const drill = readRows('drill', drillSchema, await transaction.all('drill'));
	const entries = readRows('entries', entrySchema, await transaction.all('entries'));
	broken.push(...drill.broken, ...entries.broken);
	return {
		attempts: attempts.sort(byId),
		drill: drill.items.sort(byId),
		entries: entries.items.sort(byId),
		broken
	};
}

/** Rows of the entries asked for, each once. */
export async function entryRows(
	transaction: Transaction,
	kinds?: readonly EntryKind[],
	about?: string
): Promise<unknown[]> {
	const isKind = (row: unknown): boolean =>
		kinds === undefined || (kinds as readonly unknown[]).includes(fieldOf(row, 'kind'));
	if (about !== undefined) return (await transaction.entriesWith('about', about)).filter(isKind);
	if (kinds === undefined) return [...(await transaction.all('entries'))];
	const found = await Promise.all([...new Set(kinds)].map((kind) => transaction.entriesWith('kind', kind)));
	return found.flat();
}

/** What is written about attempts, about who played them, and about what they were played for. */
async function entriesOf(
	transaction: Transaction,
	attempts: readonly Attempt[]
): Promise<{ items: Entry[]; broken: SetAside[] }> {
	const subjects = new Set(
		attempts.flatMap(({ id, trainee, assignment }) => [id, trainee, assignment].filter((one) => one !== null))
	);
	const about = async (ids: Iterable<string>) => {
		const rows = await Promise.all([...ids].map((id) => transaction.entriesWith('about', id)));
		return readRows('entries', entrySchema, rows.flat());
	};
	const found = await about(subjects);
	const players = found.items.flatMap((entry) => (entry.kind === 'played-by' ? [entry.body.trainee] : []));
	const named = await about(new Set(players.filter((id) => !subjects.has(id))));
	return { items: [...found.items, ...named.items], broken: [...found.broken, ...named.broken] };
}

/** Reads the attempts asked for, with the entries that belong to them. Fails where one is not there. */
export async function surveyChosen(transaction: Transaction, ids: readonly string[]): Promise<Survey> {
	const attempts: Attempt[] = [];
	const broken: SetAside[] = [];
	for (const id of new Set(ids)) {
		const found = await findAttempt(transaction, id);
		if (found.header === null && found.headerBroken === null) throw noAttempt(id);
		broken.push(...brokenOf(found));
		if (found.header !== null) attempts.push({ ...found.header, events: found.events });
	}
	const entries = await entriesOf(transaction, attempts);
	broken.push(...entries.broken);
	return { attempts: attempts.sort(byId), drill: [], entries: entries.items.sort(byId), broken };
}

/** What was moved out of the way before, as it was kept. */
function keptRow(row: unknown): SetAside {
	const where = fieldOf(row, 'where');
	const problems = fieldOf(row, 'problems');
	const raw = fieldOf(row, 'raw');
	return {
		where: typeof where === 'string' ? where : 'setAside',
		attempt: attemptOf('setAside', row),
		problems: Array.isArray(problems) ? problems.map(String) : [],
		raw: typeof raw === 'string' ? raw : rawText(row)
	};
}

/** Every record that can't be read, whatever table it stands in, after those that were moved out of the way. */
export async function surveySetAside(transaction: Transaction): Promise<SetAside[]> {
	return [
		...(await transaction.all('setAside')).map(keptRow),
		...(await surveyAll(transaction)).broken,
		...readRows('settings', settingSchema, await transaction.all('settings')).broken,
		...readRows('drafts', draftRowSchema, await transaction.all('drafts')).broken
	];
}

/** All attempts, the last started first. Reads headers and the ends of logs, never whole ones: a list must be quick. */
export async function summarise(transaction: Transaction): Promise<Readable<AttemptSummary>> {
	const headers = readRows('attempts', headerSchema, await transaction.all('attempts'));
	const finished = await transaction.attemptsWith('librarian.coded');
	const items = await Promise.all(
		headers.items.map(async (header): Promise<AttemptSummary> => {
			const { count, last: end } = endOf(await transaction.ends(header.id));
			return {
				header,
				events: count,
				finished: finished.has(header.id),
				lastAtMs: end?.at ?? null,
				damaged: (end?.seq ?? 0) !== count
			};
		})
	);
	items.sort((a, b) => latestFirst(a.header.startedAt, b.header.startedAt) || byId(a.header, b.header));
	return { items, unreadable: headers.broken.length };
}

/** Moments may or may not carry milliseconds, so their texts do not sort. */
const latestFirst = (a: string, b: string): number => Date.parse(b) - Date.parse(a);
