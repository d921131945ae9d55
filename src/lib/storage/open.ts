import { openDexieRows } from './dexie.ts';
import { failureOf, StorageError, type StorageCode, type StorageFailure } from './failure.ts';
import { createMemoryStore } from './memory.ts';
import type { AttemptStore } from './port.ts';
import type { Rows } from './rows.ts';
import { createStore } from './store.ts';

export const DATABASE_NAME = 'closing-time';

/** What the probe writes and removes, in UTF-16 units: about what one long session takes. */
const PROBE_LENGTH = 50_000;

export interface OpenOptions {
	/** Name of the database. */
	name?: string;
	/** Where databases come from: the page's own unless given; null where there is none. */
	factory?: IDBFactory | null;
	/** Called once when the store must stop, because a newer tab takes over or the database is deleted. */
	onStopped?: (code: StorageCode) => void;
}

export interface OpenedStore {
	store: AttemptStore;
	/** Whether what is stored is there tomorrow. Where not, `store` lives as long as the page. */
	durable: boolean;
	/** Why it is not durable; null where it is. */
	reason: StorageFailure | null;
	/** The database, where it can be read but not written: what is deleted in it makes room. */
	disk: AttemptStore | null;
}

/** Even to look at it is refused where the browser's settings block storing. */
function pageFactory(): IDBFactory {
	const factory = globalThis.indexedDB as IDBFactory | undefined;
	if (!factory) throw new StorageError('unavailable', ['This browser has no IndexedDB']);
	return factory;
}

/** Some browsers open a database that they then refuse to write. */
const probe = (rows: Rows): Promise<void> =>
	rows.transact('write', ['probe'], async (transaction) => {
		await transaction.put('probe', { id: 'probe', filler: ' '.repeat(PROBE_LENGTH) });
		await transaction.remove('probe', 'probe');
	});

/**
 * A memory store with all that can be read of another one, for a session that must go on when its store can't be
 * written any more. What can't be read is missing in it, and stays where it was.
 */
export async function copyToMemory(from: AttemptStore): Promise<AttemptStore> {
	const copy = createMemoryStore();
	const contents = await from.contents();
	if (!contents.ok) return copy;
	const { attempts, drill, entries } = contents.value;
	await copy.merge({ attempts, drill, entries });
	for (const { id } of attempts) {
		const draft = await from.readDraft(id);
		if (draft.ok && draft.value !== null) await copy.saveDraft(id, draft.value);
	}
	const settings = await from.listSettings();
	if (settings.ok) for (const { key, value } of settings.value.items) await copy.saveSetting(key, value);
	return copy;
}

/** Opens the store. Never fails: where the database can't be used, the store lives in memory, and the reason is told. */
export async function openStore(options: OpenOptions = {}): Promise<OpenedStore> {
	let disk: AttemptStore | null = null;
	try {
		if (options.factory === null) throw new StorageError('unavailable', ['This browser has no IndexedDB']);
		const rows = await openDexieRows({
			name: options.name ?? DATABASE_NAME,
			factory: options.factory ?? pageFactory(),
			onStopped: options.onStopped
		});
		disk = createStore(rows);
		await probe(rows);
		return { store: disk, durable: true, reason: null, disk: null };
	} catch (error) {
		const store = disk === null ? createMemoryStore() : await copyToMemory(disk);
		return { store, durable: false, reason: failureOf(error), disk };
	}
}
