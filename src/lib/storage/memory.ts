import { StorageError } from './failure.ts';
import { emptyDatabase, MemoryTransaction, type MemoryDatabase } from './memory-transaction.ts';
import type { AttemptStore } from './port.ts';
import type { Rows, Transaction } from './rows.ts';
import { createStore } from './store.ts';

function memoryRows(database: MemoryDatabase): Rows {
	const { listeners } = database;
	const endings = new Set<() => void>();
	let closed = false;

	async function run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
		if (closed) throw new StorageError('unavailable', ['The store was closed']);
		const transaction = new MemoryTransaction(database);
		try {
			const value = await work(transaction);
			listeners.tell(transaction.changed);
			return value;
		} catch (error) {
			transaction.rollBack();
			throw error;
		}
	}

	return {
		transact: (_mode, _tables, work) => {
			const result = database.last.then(() => run(work));
			database.last = result.catch(() => undefined);
			return result;
		},
		subscribe: (onChange) => {
			const end = listeners.add(onChange);
			endings.add(end);
			return () => {
				endings.delete(end);
				end();
			};
		},
		close: () => {
			closed = true;
			for (const end of endings) end();
		}
	};
}

/** A store that lives as long as the page. Two made over one database see the same, as two tabs do. */
export const createMemoryStore = (database: MemoryDatabase = emptyDatabase()): AttemptStore =>
	createStore(memoryRows(database));
