import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { importArchive, storeHash } from './archive.ts';
import { createMemoryStore } from './memory.ts';
import { DATABASE_NAME, openStore } from './open.ts';
import { FILE_1, plantDatabase1, plantDatabase2, plantDatabase3 } from './past-versions.ts';
import { entryOf, saidEvent, valueOf } from './specimens.ts';

afterEach(() => vi.restoreAllMocks());

const opened = async () => {
	const factory = new IDBFactory();
	await plantDatabase1(factory, DATABASE_NAME);
	return { factory, ...(await openStore({ factory })) };
};

describe('what version 1 left behind', () => {
	test('a database is brought forward whole: log, drill, draft and setting, and it is durable', async () => {
		const { store, durable } = await opened();
		expect(durable).toBe(true);
		const read = await valueOf(store.read('old'));
		expect(read?.unreadable).toBe(0);
		expect(read?.attempt).toMatchObject({
			format: 2,
			id: 'old',
			pace: 'real',
			trainee: null,
			assignment: null,
			origin: null
		});
		expect(read?.attempt.events.map(({ type }) => type)).toEqual([
			'librarian.opened-tab',
			'librarian.said',
			'librarian.ended'
		]);
		expect(await valueOf(store.readDraft('old'))).toEqual({
			text: 'Before you go',
			note: '',
			tab: 'info',
			elapsedMs: 2500
		});
		expect((await valueOf(store.listSettings())).items).toEqual([{ key: 'mode', value: 'practice' }]);
		expect((await valueOf(store.listDrillResults())).items.map(({ id }) => id)).toEqual(['d']);
	});

	test('a session of it goes on, and entries can be added', async () => {
		const { store } = await opened();
		expect(await valueOf(store.append('old', [saidEvent(4, 'x', 4000)]))).toBe(4);
		expect(await valueOf(store.addEntries([entryOf('t')]))).toBe(1);
	});

	test('a record that was broken then is broken still, set aside and kept', async () => {
		const { store } = await opened();
		const aside = await valueOf(store.setAside());
		expect(aside.map(({ where }) => where)).toEqual(['attempts: broken']);
		expect(aside[0]?.raw).toContain('"seed":"x"');
	});

	test('an upgrade that is broken off leaves the old database as it was, and is made the next time', async () => {
		vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		const factory = new IDBFactory();
		await plantDatabase1(factory, DATABASE_NAME);
		const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		const broken = await openStore({ factory });
		expect([broken.durable, broken.reason?.code]).toEqual([false, 'full']);
		expect((await factory.databases()).map(({ version }) => version)).toEqual([10]);
		spy.mockRestore();
		const again = await openStore({ factory });
		expect(again.durable).toBe(true);
		expect((await valueOf(again.store.read('old')))?.attempt.events).toHaveLength(3);
	});

	test('a file is taken in as what the upgraded database holds: the same hash, in any order, and twice', async () => {
		const { store } = await opened();
		await valueOf(store.remove('broken'));
		const hash = await valueOf(storeHash(store));
		const fresh = createMemoryStore();
		await valueOf(importArchive(fresh, FILE_1));
		expect(await valueOf(storeHash(fresh))).toBe(hash);
		expect(await valueOf(importArchive(store, FILE_1))).toMatchObject({
			added: 0,
			extended: 0,
			unchanged: 2
		});
		expect(await valueOf(storeHash(store))).toBe(hash);
	});

	test('a file that was changed after it was sealed is refused as before', async () => {
		const outcome = await importArchive(createMemoryStore(), FILE_1.replace('Goodbye!', 'Goodbye.'));
		expect(outcome).toMatchObject({ ok: false, failure: { code: 'damaged' } });
	});
});

describe('what version 2 left behind', () => {
	test('a database is brought forward whole, and its sessions wait to be scored', async () => {
		const factory = new IDBFactory();
		await plantDatabase2(factory, DATABASE_NAME);
		const { store, durable } = await openStore({ factory });
		expect(durable).toBe(true);
		expect((await valueOf(store.read('old')))?.attempt).toMatchObject({
			trainee: 't1',
			events: { length: 3 }
		});
		expect((await valueOf(store.listEntries())).items.map(({ id }) => id)).toEqual(['e']);
		expect(await valueOf(store.listScores())).toEqual({ rows: [], unscored: ['old'] });
		expect(await valueOf(store.append('old', [saidEvent(4, 'x', 4000)]))).toBe(4);
	});
});

describe('what version 3 left behind', () => {
	test('a log that was stored event by event is read and goes on, and its score counts', async () => {
		const factory = new IDBFactory();
		await plantDatabase3(factory, DATABASE_NAME);
		const { store, durable } = await openStore({ factory });
		expect(durable).toBe(true);
		expect((await valueOf(store.read('old')))?.attempt.events).toHaveLength(3);
		expect(await valueOf(store.listScores())).toMatchObject({
			rows: [{ attempt: 'old', earned: 3 }],
			unscored: []
		});
		expect(await valueOf(store.append('old', [saidEvent(4, 'x', 4000)]))).toBe(4);
		expect(await valueOf(store.listScores())).toEqual({ rows: [], unscored: ['old'] });
	});
});
