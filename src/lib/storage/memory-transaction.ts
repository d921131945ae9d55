import { StorageError } from './failure.ts';
import { Listeners } from './listeners.ts';
import {
	KEY_OF,
	type Ends,
	type EventKey,
	type KeyedTable,
	type TableName,
	type Transaction
} from './rows.ts';
import { fieldOf } from './set-aside.ts';

/** Rows by key; the events by attempt and number. Rows may be anything: they are parsed when they are read. */
export interface MemoryDatabase {
	keyed: Record<KeyedTable, Map<string, unknown>>;
	logs: Map<string, Map<number, unknown>>;
	setAside: Map<number, unknown>;
	listeners: Listeners;
	/** The end of the last transaction asked for: they run one after another, so none sees half of another. */
	last: Promise<unknown>;
}

export const emptyDatabase = (): MemoryDatabase => ({
	keyed: {
		attempts: new Map(),
		drill: new Map(),
		entries: new Map(),
		settings: new Map(),
		drafts: new Map(),
		scores: new Map(),
		sheets: new Map(),
		unscored: new Map(),
		probe: new Map()
	},
	logs: new Map(),
	setAside: new Map(),
	listeners: new Listeners(),
	last: Promise.resolve()
});

const isKeyed = (table: TableName): table is KeyedTable => table !== 'events' && table !== 'setAside';

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);
const bySeq = ([a]: [number, unknown], [b]: [number, unknown]): number => a - b;

/** Not `Math.max(...)`: a long log would be more arguments than a call can take. */
function greatest(numbers: Iterable<number>): number {
	let found = -Infinity;
	for (const number of numbers) if (number > found) found = number;
	return found;
}

/** Changes the maps at once, and remembers how each change is undone. */
export class MemoryTransaction implements Transaction {
	readonly changed = new Set<TableName>();
	readonly #database: MemoryDatabase;
	readonly #undo: (() => void)[] = [];

	constructor(database: MemoryDatabase) {
		this.#database = database;
	}

	rollBack(): void {
		for (const undo of this.#undo.reverse()) undo();
	}

	#set<K>(table: TableName, map: Map<K, unknown>, key: K, row: unknown): void {
		const had = map.has(key);
		const before = map.get(key);
		this.#undo.push(() => (had ? map.set(key, before) : map.delete(key)));
		map.set(key, row);
		this.changed.add(table);
	}

	#delete<K>(table: TableName, map: Map<K, unknown>, key: K): void {
		if (!map.has(key)) return;
		const before = map.get(key);
		this.#undo.push(() => map.set(key, before));
		map.delete(key);
		this.changed.add(table);
	}

	#log(attempt: string): Map<number, unknown> {
		const log = this.#database.logs.get(attempt) ?? new Map<number, unknown>();
		this.#database.logs.set(attempt, log);
		return log;
	}

	async get(table: KeyedTable, key: string): Promise<unknown> {
		return this.#database.keyed[table].get(key);
	}

	async all(table: TableName): Promise<readonly unknown[]> {
		if (isKeyed(table)) return [...this.#database.keyed[table]].sort(byKey).map(([, row]) => row);
		if (table === 'setAside') return [...this.#database.setAside.values()];
		const logs = [...this.#database.logs].sort(byKey);
		return logs.flatMap(([, log]) => [...log].sort(bySeq).map(([, row]) => row));
	}

	async some(table: KeyedTable, key: string | null, most: number): Promise<readonly unknown[]> {
		const rows = [...this.#database.keyed[table]].sort(byKey);
		return rows
			.filter(([own]) => key === null || own > key)
			.slice(0, most)
			.map(([, row]) => row);
	}

	async keys(table: KeyedTable): Promise<readonly string[]> {
		return [...this.#database.keyed[table].keys()].sort();
	}

	async count(table: KeyedTable): Promise<number> {
		return this.#database.keyed[table].size;
	}

	async entriesWith(field: 'kind' | 'about', value: string): Promise<readonly unknown[]> {
		return (await this.all('entries')).filter((row) => fieldOf(row, field) === value);
	}

	async put(table: KeyedTable, row: object): Promise<void> {
		this.#set(table, this.#database.keyed[table], String(fieldOf(row, KEY_OF[table])), row);
	}

	async putAll(table: KeyedTable, rows: readonly object[]): Promise<void> {
		for (const row of rows) await this.put(table, row);
	}

	async remove(table: KeyedTable, key: string): Promise<void> {
		this.#delete(table, this.#database.keyed[table], key);
	}

	async removeAll(table: KeyedTable, keys: readonly string[]): Promise<void> {
		for (const key of keys) await this.remove(table, key);
	}

	async clear(table: TableName): Promise<void> {
		if (isKeyed(table)) {
			const rows = this.#database.keyed[table];
			for (const key of [...rows.keys()]) this.#delete(table, rows, key);
		} else if (table === 'setAside') {
			for (const key of [...this.#database.setAside.keys()])
				this.#delete(table, this.#database.setAside, key);
		} else {
			for (const attempt of this.#database.logs.keys()) await this.removeLog(attempt);
		}
	}

	async events(attempt: string, fromSeq = -Infinity): Promise<readonly unknown[]> {
		const log = [...(this.#database.logs.get(attempt) ?? [])];
		return log
			.filter(([seq]) => seq >= fromSeq)
			.sort(bySeq)
			.map(([, row]) => row);
	}

	async ends(attempt: string): Promise<Ends> {
		const rows = await this.events(attempt);
		return { count: rows.length, first: rows[0], last: rows.at(-1) };
	}

	async attemptsWith(type: string): Promise<ReadonlySet<string>> {
		const has = (row: unknown): boolean => {
			const types = fieldOf(row, 'types');
			return (
				fieldOf(fieldOf(row, 'event'), 'type') === type || (Array.isArray(types) && types.includes(type))
			);
		};
		return new Set(
			[...this.#database.logs].filter(([, log]) => [...log.values()].some(has)).map(([attempt]) => attempt)
		);
	}

	async addEvents(rows: readonly EventKey[]): Promise<void> {
		for (const row of rows) {
			const log = this.#log(row.attempt);
			if (log.has(row.seq)) throw new StorageError('conflict', [`Event ${row.seq} is stored already`]);
			this.#set('events', log, row.seq, row);
		}
	}

	async removeEvents(keys: readonly EventKey[]): Promise<void> {
		for (const { attempt, seq } of keys) this.#delete('events', this.#log(attempt), seq);
	}

	async removeLog(attempt: string): Promise<void> {
		const log = this.#log(attempt);
		for (const seq of [...log.keys()]) this.#delete('events', log, seq);
	}

	async addSetAside(rows: readonly object[]): Promise<void> {
		const kept = this.#database.setAside;
		for (const row of rows) this.#set('setAside', kept, Math.max(0, greatest(kept.keys())) + 1, row);
	}

	async removeSetAside(attempt: string): Promise<void> {
		for (const [number, row] of [...this.#database.setAside]) {
			if (fieldOf(row, 'attempt') === attempt) this.#delete('setAside', this.#database.setAside, number);
		}
	}

	/** What was asked of the memory is done already. */
	commit(): void {}
}
