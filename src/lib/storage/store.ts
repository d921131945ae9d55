import { appendEvents, findAttempt, mendAttempt, noAttempt } from './attempt-log.ts';
import { isSame, plainCopy } from './canonical.ts';
import { entrySchema } from './entry-schema.ts';
import { settle, StorageError, type Outcome } from './failure.ts';
import { mergeContents, mergeEach } from './merge.ts';
import { inOrder } from '#lib/domain/entry.ts';
import type { Area, AttemptStore } from './port.ts';
import { TABLE_NAMES, TABLES, type Rows, type TableName, type Transaction } from './rows.ts';
import {
	contentsSchema,
	draftRowSchema,
	draftSchema,
	drillSchema,
	eventsSchema,
	headerSchema,
	parseWith,
	settingSchema
} from './schema.ts';
import { deriveScores, readScores, reviseScores } from './scores.ts';
import { removeScores } from './score-sheets.ts';
import { fieldOf, readRows } from './set-aside.ts';
import { list } from './shape.ts';
import { entryRows, summarise, surveyAll, surveyChosen, surveySetAside } from './survey.ts';
import type { GenericSchema, InferOutput } from 'valibot';

/** What is handed in is checked like what is read: a record that could not be read again is never written. */
function checked<S extends GenericSchema<unknown, unknown>>(schema: S, value: unknown): InferOutput<S> {
	let plain: unknown;
	try {
		plain = plainCopy(value);
	} catch (error) {
		throw new StorageError('corrupt', [`The record is not plain data: ${String(error)}`]);
	}
	const parsed = parseWith(schema, plain);
	if ('problems' in parsed) throw new StorageError('corrupt', parsed.problems);
	return parsed.value;
}

const LOG = ['attempts', 'events'] as const;
/** A score goes with whatever it was derived from. */
const SCORES = ['scores', 'sheets', 'unscored'] as const;
const CHANGED = [...LOG, 'unscored'] as const;
const EXPORTED = [...LOG, 'drill', 'entries'] as const;
const MERGED = [...EXPORTED, 'unscored', 'setAside'] as const;

/** The store over any rows: all rules stand here and below, once for every database. */
export function createStore(rows: Rows): AttemptStore {
	type Work<T> = (transaction: Transaction) => Promise<T>;
	const reading = <T>(tables: readonly TableName[], work: Work<T>): Promise<Outcome<T>> =>
		settle(() => rows.transact('read', tables, work));
	const writing = <T>(tables: readonly TableName[], work: Work<T>): Promise<Outcome<T>> =>
		settle(() => rows.transact('write', tables, work));

	return {
		create: (given) =>
			settle(async () => {
				const header = checked(headerSchema, given);
				return rows.transact('write', LOG, async (transaction) => {
					const stored = await transaction.get('attempts', header.id);
					if (stored !== undefined && isSame(stored, header)) return null;
					if (stored !== undefined || (await transaction.ends(header.id)).count > 0) {
						throw new StorageError('conflict', [`Another attempt "${header.id}" is stored`]);
					}
					await transaction.put('attempts', header);
					return null;
				});
			}),

		append: (id, given, givenDraft) =>
			settle(async () => {
				const events = checked(eventsSchema, given);
				const draft = givenDraft === undefined ? null : checked(draftSchema, givenDraft);
				const tables = draft === null ? CHANGED : ([...CHANGED, 'drafts'] as const);
				return rows.transact('write', tables, async (transaction) => {
					const count = await appendEvents(transaction, id, events);
					if (draft !== null) await transaction.put('drafts', { attempt: id, ...draft });
					return count;
				});
			}),

		read: (id) =>
			reading(LOG, async (transaction) => {
				const found = await findAttempt(transaction, id);
				if (found.headerBroken !== null) throw new StorageError('corrupt', found.headerBroken.problems);
				if (found.header === null) return null;
				return { attempt: { ...found.header, events: found.events }, unreadable: found.broken.length };
			}),

		list: () => reading(LOG, summarise),

		remove: (...ids) =>
			writing([...LOG, ...SCORES, 'drafts', 'entries', 'setAside'], async (transaction) => {
				for (const id of ids) {
					await transaction.remove('attempts', id);
					await transaction.removeLog(id);
					await transaction.remove('drafts', id);
					for (const row of await transaction.entriesWith('about', id))
						await transaction.remove('entries', String(fieldOf(row, 'id')));
					await transaction.removeSetAside(id);
				}
				await removeScores(transaction, ids);
				return null;
			}),

		mend: (id) =>
			writing([...CHANGED, 'setAside'], async (transaction) => {
				const found = await findAttempt(transaction, id);
				return mendAttempt(transaction, id, found);
			}),

		addDrillResult: (given) =>
			settle(async () => {
				const result = checked(drillSchema, given);
				return rows.transact('write', ['drill'], async (transaction) => {
					const stored = await transaction.get('drill', result.id);
					if (stored !== undefined && !isSame(stored, result)) {
						throw new StorageError('conflict', [`Another drill result "${result.id}" is stored`]);
					}
					await transaction.put('drill', result);
					return null;
				});
			}),

		listDrillResults: () =>
			reading(['drill'], async (transaction) => {
				const { items, broken } = readRows('drill', drillSchema, await transaction.all('drill'));
				items.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
				return { items, unreadable: broken.length };
			}),

		addEntries: (given) =>
			settle(async () => {
				const entries = checked(list(entrySchema), given);
				return rows.transact('write', MERGED, async (transaction) => {
					const merged = await mergeContents(transaction, { attempts: [], drill: [], entries });
					return merged.entriesAdded;
				});
			}),

		listEntries: ({ kinds, about } = {}) =>
			reading(['entries'], async (transaction) => {
				const found = await entryRows(transaction, kinds, about);
				const { items, broken } = readRows('entries', entrySchema, found);
				return { items: inOrder(items), unreadable: broken.length };
			}),

		listScores: () => reading(['attempts', ...SCORES], readScores),

		deriveScores: (ids, derive) =>
			writing([...LOG, ...SCORES, 'entries'], (transaction) => deriveScores(transaction, ids, derive)),

		reviseScores: (revise, isKept) =>
			(isKept ? writing : reading)(['attempts', ...SCORES, 'entries'], (transaction) =>
				reviseScores(transaction, revise, isKept)
			),

		saveSetting: (key, value) =>
			settle(async () => {
				const setting = value === null ? null : checked(settingSchema, { key, value });
				return rows.transact('write', ['settings'], async (transaction) => {
					const change =
						setting === null ? transaction.remove('settings', key) : transaction.put('settings', setting);
					transaction.commit();
					await change;
					return null;
				});
			}),

		listSettings: () =>
			reading(['settings'], async (transaction) => {
				const { items, broken } = readRows('settings', settingSchema, await transaction.all('settings'));
				return { items, unreadable: broken.length };
			}),

		saveDraft: (id, given) =>
			settle(async () => {
				const draft = given === null ? null : checked(draftSchema, given);
				const forget = (transaction: Transaction) => transaction.remove('drafts', id);
				const header = await rows.transact('write', ['attempts', 'drafts'], async (transaction) => {
					// Asked for at once, before it is known whether there is such an attempt: a page that is left waits
					// for no answer.
					const found = transaction.get('attempts', id);
					const change =
						draft === null ? forget(transaction) : transaction.put('drafts', { attempt: id, ...draft });
					transaction.commit();
					return (await Promise.all([found, change]))[0];
				});
				if (header !== undefined || draft === null) return null;
				await rows.transact('write', ['drafts'], forget);
				throw noAttempt(id);
			}),

		readDraft: (id) =>
			reading(['drafts'], async (transaction) => {
				const parsed = parseWith(draftRowSchema, await transaction.get('drafts', id));
				if ('problems' in parsed) return null;
				const { attempt: _, ...draft } = parsed.value;
				return draft;
			}),

		contents: (ids) =>
			reading(EXPORTED, async (transaction) => {
				const survey = ids === undefined ? surveyAll(transaction) : surveyChosen(transaction, ids);
				const { broken, ...contents } = await survey;
				return { ...contents, unreadable: broken.length };
			}),

		merge: (given) =>
			settle(async () => {
				const contents = checked(contentsSchema, given);
				return rows.transact('write', MERGED, (transaction) => mergeContents(transaction, contents));
			}),

		mergeEach: (given) =>
			settle(async () => {
				const all = given.map((contents) => checked(contentsSchema, contents));
				return rows.transact('write', MERGED, (transaction) => mergeEach(transaction, all));
			}),

		setAside: () => reading(TABLE_NAMES, surveySetAside),

		wipe: () =>
			writing(TABLE_NAMES, async (transaction) => {
				for (const table of TABLE_NAMES) await transaction.clear(table);
				return null;
			}),

		subscribe: (onChange) =>
			rows.subscribe((tables) => {
				const areas = new Set<Area>();
				for (const table of tables) {
					const area = TABLES[table];
					if (area !== null) areas.add(area);
				}
				if (areas.size > 0) onChange(areas);
			}),

		close: () => rows.close()
	};
}
