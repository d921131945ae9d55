import { Dexie, type ObservabilitySet } from 'dexie';
import { DexieTransaction } from './dexie-transaction.ts';
import { broughtForward, draftBroughtForward } from './bring-forward.ts';
import { failureOf, isNamed, StorageError, type StorageCode } from './failure.ts';
import { Listeners } from './listeners.ts';
import { TABLE_NAMES, type Rows, type TableName, type Transaction } from './rows.ts';

/** Version of the tables. A change of them raises it and adds an upgrade; a database of each past version stays in the tests. */
const VERSION = 4;
/** Dexie counts in tenths: its 1 is the database's own 10. */
const NATIVE_VERSION = VERSION * 10;

/** Tables by the version that brought them. The index on `event.type` finds finished attempts without reading their logs. */
const FIRST_STORES = {
	attempts: 'id',
	events: '[attempt+seq], event.type',
	drill: 'id',
	settings: 'key',
	drafts: 'attempt',
	setAside: '++number, attempt',
	probe: 'id'
} as const satisfies Partial<Record<TableName, string>>;
const SECOND_STORES = {
	entries: 'id, kind, about'
} as const satisfies Partial<Record<TableName, string>>;
const THIRD_STORES = {
	scores: 'attempt'
} as const satisfies Partial<Record<TableName, string>>;
/** `types` are those of a log that stands in one row. */
const FOURTH_STORES = {
	events: '[attempt+seq], event.type, *types',
	sheets: 'id',
	unscored: 'attempt'
} as const satisfies Record<
	Exclude<TableName, keyof typeof FIRST_STORES | keyof typeof SECOND_STORES | keyof typeof THIRD_STORES>,
	string
> &
	Partial<Record<TableName, string>>;

export interface DexieOptions {
	name: string;
	factory: IDBFactory;
	/** Called once when this page must stop storing: `newer-version`, or `unavailable` where the database was deleted. */
	onStopped?: ((code: StorageCode) => void) | undefined;
}

/**
 * Where the database is newer than this page, Dexie opens it all the same, and where it lacks a table, Dexie adds it
 * under a version of its own making. Both would let two versions write over each other, so both are refused here.
 */
function guarded(
	factory: IDBFactory,
	isAbandoned: () => boolean
): Pick<IDBFactory, 'open' | 'deleteDatabase' | 'databases' | 'cmp'> {
	return {
		open(name, version) {
			if (version === undefined)
				throw new StorageError('newer-version', ['The database is newer than this page']);
			if (version !== NATIVE_VERSION) {
				throw new StorageError('corrupt', ['The database lacks tables that its version has']);
			}
			const request = factory.open(name, version);
			// A request can't be withdrawn: what it opens after all would block every later version.
			request.addEventListener('success', () => {
				if (isAbandoned()) request.result.close();
			});
			return request;
		},
		deleteDatabase: (name) => factory.deleteDatabase(name),
		// Dexie looks for it, and without it keeps a database of names beside ours.
		databases: () => factory.databases(),
		cmp: (first, second) => factory.cmp(first, second)
	};
}

/** The tables that a change names; all where the page wakes from the back-forward cache and may have missed some. */
function changedTables(name: string, parts: ObservabilitySet): Set<TableName> {
	const names = Object.keys(parts);
	if (names.includes('all')) return new Set(TABLE_NAMES);
	const changed = new Set(
		names.filter((part) => part.startsWith(`idb://${name}/`)).map((part) => part.split('/')[3])
	);
	return new Set(TABLE_NAMES.filter((table) => changed.has(table)));
}

/** Opens the database, bringing it to this version. Throws what `failureOf` can name. */
export async function openDexieRows({ name, factory, onStopped }: DexieOptions): Promise<Rows> {
	let stopped: StorageCode | null = null;
	let abandoned = false;
	const db = new Dexie(name, {
		indexedDB: guarded(factory, () => abandoned),
		// A message counts as sent once it is stored: not before the disk has it.
		chromeTransactionDurability: 'strict',
		// The cache hands out copies that it made itself; what is parsed here are the rows as they are stored.
		cache: 'disabled'
	});
	db.version(1).stores(FIRST_STORES);
	db.version(2)
		.stores(SECOND_STORES)
		.upgrade(async (transaction) => {
			const forward = { attempts: broughtForward, drafts: draftBroughtForward };
			for (const [table, bring] of Object.entries(forward)) {
				await transaction
					.table(table)
					.toCollection()
					.modify((row: unknown, place: { value: unknown }) => {
						place.value = bring(row);
					});
			}
		});
	// Scores are derived where they are missing: there is nothing to bring forward.
	db.version(3).stores(THIRD_STORES);
	db.version(VERSION).stores(FOURTH_STORES);

	const stop = (code: StorageCode) => {
		if (stopped !== null) return;
		stopped = code;
		end();
		onStopped?.(code);
	};
	// False keeps Dexie's own answers from running: they reopen the database under the newer tab's feet.
	db.on('versionchange', (event) => {
		stop(event.newVersion === null ? 'unavailable' : 'newer-version');
		return false;
	});
	const blocked = new Promise<never>((_, reject) => {
		db.on('blocked', () => {
			reject(new StorageError('blocked', ['Another tab holds an older version open']));
			return false;
		});
	});

	const listeners = new Listeners();
	const onMutated = (parts: ObservabilitySet) => listeners.tell(changedTables(name, parts));
	Dexie.on('storagemutated', onMutated);
	const end = () => {
		Dexie.on.storagemutated.unsubscribe(onMutated);
		db.close();
	};

	try {
		await Promise.race([db.open(), blocked]);
	} catch (error) {
		abandoned = true;
		end();
		throw error;
	}

	async function transact<T>(
		mode: 'read' | 'write',
		tables: readonly TableName[],
		work: (transaction: Transaction) => Promise<T>
	): Promise<T> {
		let native: IDBTransaction | undefined;
		try {
			// With "!" it never joins a transaction of whoever calls: what it reports as stored is stored.
			return await db.transaction(mode === 'read' ? 'r!' : 'rw!', [...tables], async (transaction) => {
				native = transaction.idbtrans;
				return work(new DexieTransaction(transaction));
			});
		} catch (error) {
			if (error instanceof StorageError) throw error;
			// A request that a full disk broke off says only that it was broken off; its transaction says why.
			const cause = native?.error ?? error;
			if (stopped !== null && failureOf(cause).code === 'unavailable') {
				throw new StorageError(stopped, ['This page has stopped storing']);
			}
			// Once a transaction runs, this is what it answers when the browser has broken it off.
			if (native !== undefined && isNamed(cause, 'InvalidStateError')) {
				throw new StorageError('aborted', ['The browser broke off the transaction']);
			}
			throw cause;
		}
	}

	return {
		transact,
		subscribe: (onChange) => listeners.add(onChange),
		close: () => {
			stopped ??= 'unavailable';
			end();
		}
	};
}
