import { Dexie, type Transaction as BoundTransaction } from 'dexie';
import type { Ends, EventKey, KeyedTable, TableName, Transaction } from './rows.ts';

/** The calls of a transaction in Dexie's words, on tables bound to it: nothing depends on which zone is current. */
export class DexieTransaction implements Transaction {
	readonly #bound: BoundTransaction;

	constructor(bound: BoundTransaction) {
		this.#bound = bound;
	}

	#log(attempt: string, fromSeq?: number) {
		return this.#bound
			.table('events')
			.where('[attempt+seq]')
			.between([attempt, fromSeq ?? Dexie.minKey], [attempt, Dexie.maxKey], true, true);
	}

	async get(table: KeyedTable, key: string): Promise<unknown> {
		return this.#bound.table(table).get(key);
	}

	async all(table: TableName): Promise<readonly unknown[]> {
		return this.#bound.table(table).toArray();
	}

	async some(table: KeyedTable, key: string | null, most: number): Promise<readonly unknown[]> {
		const rows = this.#bound.table(table);
		const from = key === null ? rows.toCollection() : rows.where(':id').above(key);
		return from.limit(most).toArray();
	}

	async keys(table: KeyedTable): Promise<readonly string[]> {
		return (await this.#bound.table(table).toCollection().primaryKeys()) as string[];
	}

	async count(table: KeyedTable): Promise<number> {
		return this.#bound.table(table).count();
	}

	async entriesWith(field: 'kind' | 'about', value: string): Promise<readonly unknown[]> {
		return this.#bound.table('entries').where(field).equals(value).toArray();
	}

	async put(table: KeyedTable, row: object): Promise<void> {
		await this.#bound.table(table).put(row);
	}

	async putAll(table: KeyedTable, rows: readonly object[]): Promise<void> {
		await this.#bound.table(table).bulkPut(rows);
	}

	async remove(table: KeyedTable, key: string): Promise<void> {
		await this.#bound.table(table).delete(key);
	}

	async removeAll(table: KeyedTable, keys: readonly string[]): Promise<void> {
		await this.#bound.table(table).bulkDelete([...keys]);
	}

	async clear(table: TableName): Promise<void> {
		await this.#bound.table(table).clear();
	}

	async events(attempt: string, fromSeq?: number): Promise<readonly unknown[]> {
		return this.#log(attempt, fromSeq).toArray();
	}

	async ends(attempt: string): Promise<Ends> {
		// Asked for at once: a list asks for hundreds.
		const [count, last] = await Promise.all([
			this.#log(attempt).count(),
			this.#log(attempt).last() as Promise<unknown>
		]);
		return { count, last, first: count > 1 ? await this.#log(attempt).first() : last };
	}

	async attemptsWith(type: string): Promise<ReadonlySet<string>> {
		const events = this.#bound.table('events');
		const keys = await Promise.all(
			['event.type', 'types'].map((index) => events.where(index).equals(type).primaryKeys())
		);
		return new Set((keys.flat() as [string, number][]).map(([attempt]) => attempt));
	}

	async addEvents(rows: readonly EventKey[]): Promise<void> {
		await this.#bound.table('events').bulkAdd(rows);
	}

	async removeEvents(keys: readonly EventKey[]): Promise<void> {
		await this.#bound.table('events').bulkDelete(keys.map(({ attempt, seq }) => [attempt, seq]));
	}

	async removeLog(attempt: string): Promise<void> {
		await this.#log(attempt).delete();
	}

	async addSetAside(rows: readonly object[]): Promise<void> {
		await this.#bound.table('setAside').bulkAdd(rows);
	}

	async removeSetAside(attempt: string): Promise<void> {
		await this.#bound.table('setAside').where('attempt').equals(attempt).delete();
	}

	commit(): void {
		this.#bound.idbtrans.commit();
	}
}
