import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StorageCode } from './failure.ts';
import { copyToMemory, DATABASE_NAME, openStore } from './open.ts';
import { attemptOf, codeOf, drillOf, headerOf, logOf, saidEvent, valueOf } from './specimens.ts';

afterEach(() => vi.restoreAllMocks());

/** A tab of another version: it holds the database at that version, and closes it only when told. */
const openRaw = (
	factory: IDBFactory,
	version: number,
	tables: readonly string[] = []
): Promise<IDBDatabase> =>
	new Promise((resolve, reject) => {
		const request = factory.open(DATABASE_NAME, version);
		request.onupgradeneeded = () => {
			for (const table of tables) request.result.createObjectStore(table, { keyPath: 'id' });
		};
		request.onerror = () => reject(new Error('not opened'));
		request.onsuccess = () => resolve(request.result as unknown as IDBDatabase);
	});

const versionOf = async (factory: IDBFactory): Promise<number | undefined> =>
	(await factory.databases()).find((one) => one.name === DATABASE_NAME)?.version;

const openAt = (factory: IDBFactory, onStopped?: (code: StorageCode) => void) =>
	openStore(onStopped ? { factory, onStopped } : { factory });

/** A session must be possible whatever the database does. */
const playsOn = async (store: Awaited<ReturnType<typeof openStore>>['store']) => {
	await valueOf(store.create(headerOf('new')));
	await valueOf(store.append('new', logOf(2)));
	expect((await valueOf(store.read('new')))?.attempt).toEqual(attemptOf('new', logOf(2)));
};

describe('a database that can be used', () => {
	test('is durable: what is stored is there when it is opened again', async () => {
		const factory = new IDBFactory();
		const first = await openAt(factory);
		expect(first).toMatchObject({ durable: true, reason: null, disk: null });
		await playsOn(first.store);
		first.store.close();
		const second = await openAt(factory);
		expect((await valueOf(second.store.read('new')))?.attempt).toEqual(attemptOf('new', logOf(2)));
	});

	test('is the one of the page unless another is given', async () => {
		const { store, durable } = await openStore({ name: 'of-the-page' });
		store.close();
		expect(durable).toBe(true);
		expect((await indexedDB.databases()).map((one) => one.name)).toEqual(['of-the-page']);
	});

	test('is written with strict durability only, so that a message shown as sent survives a killed browser', async () => {
		const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
		const { store } = await openAt(new IDBFactory());
		await playsOn(store);
		await valueOf(store.saveDraft('new', { text: 'H', note: '', tab: 'info', elapsedMs: 0 }));
		await valueOf(store.merge({ attempts: [attemptOf('b', logOf(1))], drill: [drillOf('d')], entries: [] }));
		await valueOf(store.remove('b'));
		const writing = spy.mock.calls.filter(([, mode]) => mode === 'readwrite');
		expect(writing).toHaveLength(6);
		expect(writing.map(([, , options]) => options)).toEqual(writing.map(() => ({ durability: 'strict' })));
	});

	test('each call that writes is one transaction', async () => {
		const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
		const { store } = await openAt(new IDBFactory());
		spy.mockClear();
		await valueOf(store.create(headerOf('a')));
		await valueOf(store.append('a', logOf(3)));
		expect(spy).toHaveBeenCalledTimes(2);
	});
});

describe('a database that can not be used', () => {
	test('where there is none, the store lives in memory and says so', async () => {
		const { store, durable, reason } = await openStore({ factory: null });
		expect([durable, reason?.code]).toEqual([false, 'unavailable']);
		await playsOn(store);
	});

	test('where even looking at it is refused, the store lives in memory and says so', async () => {
		vi.spyOn(globalThis, 'indexedDB', 'get').mockImplementation(() => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		});
		const { store, durable, reason } = await openStore();
		expect([durable, reason]).toEqual([
			false,
			{ code: 'unavailable', problems: ['The operation is insecure.'] }
		]);
		await playsOn(store);
	});

	test.each([
		['InvalidStateError', 'unavailable'],
		['UnknownError', 'unavailable'],
		['QuotaExceededError', 'full']
	])('where opening fails by %s, the reason is %s', async (name, code) => {
		vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		const factory = new IDBFactory();
		vi.spyOn(factory, 'open').mockImplementation(() => {
			throw new DOMException('no', name);
		});
		const { store, durable, reason } = await openAt(factory);
		expect([durable, reason?.code]).toEqual([false, code]);
		await playsOn(store);
	});

	test('where it is full, memory holds a copy of all that it has, and the disk can be cleared', async () => {
		const factory = new IDBFactory();
		const before = await openAt(factory);
		await valueOf(before.store.create(headerOf('a')));
		await valueOf(before.store.append('a', logOf(2)));
		await valueOf(before.store.saveDraft('a', { text: 'Hel', note: '', tab: 'notes', elapsedMs: 4 }));
		await valueOf(before.store.saveSetting('theme', 'dark'));
		await valueOf(before.store.addDrillResult(drillOf('d')));
		before.store.close();
		const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		const { store, durable, reason, disk } = await openAt(factory);
		expect([durable, reason?.code]).toEqual([false, 'full']);
		expect((await valueOf(store.read('a')))?.attempt).toEqual(attemptOf('a', logOf(2)));
		expect((await valueOf(store.readDraft('a')))?.text).toBe('Hel');
		expect((await valueOf(store.listSettings())).items).toEqual([{ key: 'theme', value: 'dark' }]);
		expect((await valueOf(store.listDrillResults())).items).toEqual([drillOf('d')]);
		await playsOn(store);
		await valueOf(disk!.remove('a'));
		put.mockRestore();
		disk!.close();
		expect((await valueOf((await openAt(factory)).store.list())).items).toEqual([]);
	});

	test('a session whose store fails goes on in a copy, also where nothing can be read any more', async () => {
		const { store } = await openAt(new IDBFactory());
		store.close();
		await playsOn(await copyToMemory(store));
	});
});

describe('two versions of the program', () => {
	test('an older page leaves a newer database as it is, and says that it is newer', async () => {
		const factory = new IDBFactory();
		(await openRaw(factory, 50, ['attempts', 'something-new'])).close();
		const { store, durable, reason } = await openAt(factory);
		expect([durable, reason?.code]).toEqual([false, 'newer-version']);
		await playsOn(store);
		const database = await openRaw(factory, 50);
		expect([...database.objectStoreNames]).toEqual(['attempts', 'something-new']);
	});

	test('a database that lacks a table of its version is refused, not patched under another version', async () => {
		vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		const factory = new IDBFactory();
		(await openRaw(factory, 40, ['attempts'])).close();
		expect((await openAt(factory)).reason?.code).toBe('corrupt');
		expect(await versionOf(factory)).toBe(40);
	});

	test('when a newer page takes over, the older one stops, is told once, and loses nothing acknowledged', async () => {
		const factory = new IDBFactory();
		const stops: StorageCode[] = [];
		const { store } = await openAt(factory, (code) => stops.push(code));
		await valueOf(store.create(headerOf('a')));
		const appends = [1, 2, 3].map((seq) => store.append('a', [saidEvent(seq)]));
		const newer = await openRaw(factory, 50);
		const acknowledged = (await Promise.all(appends)).filter((outcome) => outcome.ok).length;
		expect(stops).toEqual(['newer-version']);
		for (const call of [store.append('a', [saidEvent(4)]), store.list(), store.wipe(), store.mend('a')]) {
			expect(await codeOf(call)).toBe('newer-version');
		}
		const request = newer.transaction('events').objectStore('events').count();
		const count = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
		expect(count).toBe(acknowledged);
		expect(await versionOf(factory)).toBe(50);
	});

	test('when the database is deleted, the page stops and does not make an empty one', async () => {
		const factory = new IDBFactory();
		const stops: StorageCode[] = [];
		const { store } = await openAt(factory, (code) => stops.push(code));
		await new Promise((resolve) => (factory.deleteDatabase(DATABASE_NAME).onsuccess = resolve));
		expect(stops).toEqual(['unavailable']);
		expect(await codeOf(store.create(headerOf('a')))).toBe('unavailable');
		expect(await factory.databases()).toEqual([]);
	});

	test('an older page that does not let go blocks: memory says so, and later versions are not blocked by us', async () => {
		const factory = new IDBFactory();
		const older = await openRaw(factory, 5);
		const stops: StorageCode[] = [];
		const { store, durable, reason } = await openAt(factory, (code) => stops.push(code));
		expect([durable, reason?.code]).toEqual([false, 'blocked']);
		await playsOn(store);
		older.close();
		await expect.poll(() => versionOf(factory)).toBe(40);
		const again = await openAt(factory);
		expect(again.durable).toBe(true);
		again.store.close();
		expect((await openRaw(factory, 50)).version).toBe(50);
		expect(stops).toEqual([]);
	});

	test('a store that was closed by the page itself tells nobody that it was stopped', async () => {
		const factory = new IDBFactory();
		const stops: StorageCode[] = [];
		const { store } = await openAt(factory, (code) => stops.push(code));
		store.close();
		await openRaw(factory, 50);
		expect(stops).toEqual([]);
	});
});
