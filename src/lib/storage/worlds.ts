import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDexieRows } from './dexie.ts';
import { emptyDatabase } from './memory-transaction.ts';
import { createMemoryStore } from './memory.ts';
import type { AttemptStore } from './port.ts';
import type { KeyedTable } from './rows.ts';
import { fieldOf } from './set-aside.ts';
import { createStore } from './store.ts';

/** A database of its own for one test, to which stores are opened as tabs are. */
export interface World {
	open(): Promise<AttemptStore>;
	/** Puts a row behind the store's back, as damage does. */
	plant(table: KeyedTable | 'events', row: Record<string, unknown>): Promise<void>;
}

const TEST_DATABASE = 'closing-time-test';

function memoryWorld(): World {
	const database = emptyDatabase();
	return {
		open: async () => createMemoryStore(database),
		plant: async (table, row) => {
			if (table !== 'events') {
				const key = table === 'settings' ? row['key'] : (row['id'] ?? row['attempt']);
				database.keyed[table].set(String(key), structuredClone(row));
				return;
			}
			const attempt = String(fieldOf(row, 'attempt'));
			const log = database.logs.get(attempt) ?? new Map<number, unknown>();
			database.logs.set(attempt, log.set(Number(fieldOf(row, 'seq')), structuredClone(row)));
		}
	};
}

/** Runs work on a database as another program would: without Dexie, at whatever version it has. */
const withDatabase = (
	factory: IDBFactory,
	name: string,
	tables: readonly string[],
	work: (transaction: IDBTransaction) => void
): Promise<void> =>
	new Promise((resolve, reject) => {
		const request = factory.open(name);
		request.onerror = () => reject(new Error('not opened'));
		request.onsuccess = () => {
			const transaction = request.result.transaction([...tables], 'readwrite');
			transaction.oncomplete = () => {
				request.result.close();
				resolve();
			};
			transaction.onabort = () => reject(new Error('not written'));
			work(transaction as unknown as IDBTransaction);
		};
	});

function dexieWorld(): World {
	const factory = new IDBFactory();
	return {
		open: async () => createStore(await openDexieRows({ name: TEST_DATABASE, factory })),
		plant: (table, row) =>
			withDatabase(factory, TEST_DATABASE, [table], (transaction) => {
				transaction.objectStore(table).put(row);
			})
	};
}

/** Both stores, by name: what the contract says holds for each. */
export const WORLDS: readonly (readonly [string, () => World])[] = [
	['memory', memoryWorld],
	['Dexie', dexieWorld]
];
