import { describe, expect, test } from 'vitest';
import { attemptOf, codedEvent, codeOf, drillOf, headerOf, logOf, saidEvent, valueOf } from './specimens.ts';
import { WORLDS } from './worlds.ts';

const rowOf = (attempt: string, seq: number, event: unknown) => ({ attempt, seq, event });

describe.each(WORLDS)('damage in the %s store', (_name, world) => {
	const started = async () => {
		const here = world();
		const store = await here.open();
		await valueOf(store.create(headerOf('a')));
		await valueOf(store.append('a', logOf(4)));
		await valueOf(store.create(headerOf('well')));
		return { ...here, store };
	};

	test('a header that can not be read leaves the list whole, and its raw content can be exported', async () => {
		const { store, plant } = await started();
		await plant('attempts', { ...headerOf('a'), mode: 'chaos' });
		const { items, unreadable } = await valueOf(store.list());
		expect(items.map((item) => item.header.id)).toEqual(['well']);
		expect(unreadable).toBe(1);
		expect(await codeOf(store.read('a'))).toBe('corrupt');
		const [first, ...rest] = await valueOf(store.setAside());
		expect(first).toMatchObject({ where: 'attempts: a', attempt: 'a' });
		expect(first?.problems[0]).toContain('mode');
		expect(JSON.parse(first!.raw)).toEqual({ ...headerOf('a'), mode: 'chaos' });
		expect(rest.map((one) => one.where)).toEqual([1, 2, 3, 4].map((seq) => `events: a, ${seq}`));
	});

	test('an event that can not be read ends what is read of its log, and nothing is deleted', async () => {
		const { store, plant } = await started();
		await plant('events', rowOf('a', 3, { type: 'librarian.sang', seq: 3, at: 3000 }));
		expect(await valueOf(store.read('a'))).toEqual({ attempt: attemptOf('a', logOf(2)), unreadable: 2 });
		const kept = await valueOf(store.setAside());
		expect(kept.map((one) => one.where)).toEqual(['events: a, 3', 'events: a, 4']);
		expect(kept[0]?.raw).toContain('librarian.sang');
		expect(kept[1]?.raw).toContain('Message 4');
	});

	test('an event under a number that is not its own can not be read', async () => {
		const { store, plant } = await started();
		await plant('events', rowOf('a', 5, saidEvent(6)));
		expect((await valueOf(store.read('a')))?.attempt.events).toHaveLength(4);
		expect((await valueOf(store.setAside()))[0]?.problems[0]).toContain('number that is not its own');
	});

	test('a gap in the log shows in the list', async () => {
		const { store, plant } = await started();
		await plant('events', rowOf('a', 6, saidEvent(6)));
		expect((await valueOf(store.list())).items.find((item) => item.header.id === 'a')?.damaged).toBe(true);
	});

	test('a damaged end shows in the list, and appending to it is refused until it is mended', async () => {
		const { store, plant } = await started();
		await plant('events', rowOf('a', 4, 'gone'));
		const { items } = await valueOf(store.list());
		expect(items.map((item) => [item.header.id, item.damaged])).toEqual([
			['a', true],
			['well', false]
		]);
		expect(await codeOf(store.append('a', [saidEvent(5)]))).toBe('corrupt');
		expect(await valueOf(store.mend('a'))).toBe(1);
		expect(await valueOf(store.append('a', [codedEvent(4)]))).toBe(4);
		expect(await valueOf(store.read('a'))).toEqual({
			attempt: attemptOf('a', [...logOf(3), codedEvent(4)]),
			unreadable: 0
		});
		expect((await valueOf(store.setAside())).map((one) => one.raw)).toEqual([
			'{"attempt":"a","seq":4,"event":"gone"}'
		]);
	});

	test('a row in the gap before the first event is mended without losing the log', async () => {
		const { store, plant } = await started();
		await plant('events', rowOf('a', 0, null));
		await plant('events', rowOf('a', 1.5, saidEvent(2)));
		expect((await valueOf(store.read('a')))?.attempt.events).toEqual(logOf(4));
		expect(await codeOf(store.append('a', [saidEvent(5)]))).toBe('corrupt');
		expect(await valueOf(store.mend('a'))).toBe(2);
		expect(await valueOf(store.append('a', [saidEvent(5)]))).toBe(5);
	});

	test('mending twice changes nothing more, also where nothing was broken', async () => {
		const { store, plant } = await started();
		expect(await valueOf(store.mend('a'))).toBe(0);
		await plant('events', rowOf('a', 2, {}));
		expect(await valueOf(store.mend('a'))).toBe(3);
		expect(await valueOf(store.mend('a'))).toBe(0);
		expect(await valueOf(store.setAside())).toHaveLength(3);
	});

	test('events whose attempt is missing are told, and keep their id from being taken', async () => {
		const { store, plant } = await started();
		await plant('events', rowOf('lost', 1, saidEvent(1)));
		expect(await valueOf(store.read('lost'))).toBeNull();
		expect(await codeOf(store.create(headerOf('lost')))).toBe('conflict');
		expect((await valueOf(store.setAside())).map((one) => one.where)).toEqual(['events: lost, 1']);
	});

	test('damage anywhere is counted in the contents, which hold the rest', async () => {
		const { store, plant } = await started();
		await valueOf(store.addDrillResult(drillOf('d')));
		await plant('drill', { id: 'e', right: 'perhaps' });
		await plant('events', rowOf('a', 4, null));
		expect(await valueOf(store.contents())).toEqual({
			attempts: [attemptOf('a', logOf(3)), attemptOf('well', [])],
			drill: [drillOf('d')],
			entries: [],
			unreadable: 2
		});
		expect(await valueOf(store.listDrillResults())).toEqual({ items: [drillOf('d')], unreadable: 1 });
	});

	test('a setting or a draft that can not be read is as none, and is told', async () => {
		const { store, plant } = await started();
		await plant('settings', { key: 'theme', value: { dark: true } });
		await plant('drafts', { attempt: 'a', text: 'Hel' });
		expect(await valueOf(store.listSettings())).toEqual({ items: [], unreadable: 1 });
		expect(await valueOf(store.readDraft('a'))).toBeNull();
		expect((await valueOf(store.setAside())).map((one) => one.raw)).toEqual([
			'{"key":"theme","value":{"dark":true}}',
			'{"attempt":"a","text":"Hel"}'
		]);
		await valueOf(store.saveDraft('a', { text: 'Hello', note: '', tab: 'info', elapsedMs: 0 }));
		expect((await valueOf(store.readDraft('a')))?.text).toBe('Hello');
	});

	test('merging a good copy replaces what is damaged and keeps the damaged record', async () => {
		const { store, plant } = await started();
		await plant('events', rowOf('a', 2, null));
		const good = { attempts: [attemptOf('a', logOf(4))], drill: [drillOf('d')], entries: [] };
		await plant('drill', { id: 'd' });
		expect(await valueOf(store.merge(good))).toEqual({
			added: 0,
			extended: 1,
			unchanged: 0,
			drillAdded: 1,
			entriesAdded: 0
		});
		expect(await valueOf(store.contents())).toEqual({
			attempts: [attemptOf('a', logOf(4)), attemptOf('well', [])],
			drill: [drillOf('d')],
			entries: [],
			unreadable: 0
		});
		await plant('attempts', { ...headerOf('a'), seed: 'x' });
		expect(await valueOf(store.merge(good))).toMatchObject({ added: 1 });
		expect((await valueOf(store.read('a')))?.attempt).toEqual(attemptOf('a', logOf(4)));
		expect(await valueOf(store.setAside())).toHaveLength(5);
	});

	test('records of any kind that a database can hold break no call', async () => {
		const { store, plant } = await started();
		const circle: Record<string, unknown> = { id: 'circle', format: 1 };
		circle['facts'] = circle;
		await plant('attempts', circle);
		const odd = {
			id: 'odd',
			when: new Map([[1, 10n]]),
			day: new Date(NaN),
			no: undefined,
			bytes: new Uint8Array(2)
		};
		await plant('attempts', odd);
		await plant('drill', { ...odd, id: 'd' });
		expect((await valueOf(store.list())).unreadable).toBe(2);
		expect(await codeOf(store.create(headerOf('odd')))).toBe('conflict');
		expect(await codeOf(store.addDrillResult(drillOf('d')))).toBe('conflict');
		const raws = (await valueOf(store.setAside())).map((one) => one.raw);
		expect(raws[0]).toContain('…');
		expect(raws[1]).toBe(
			'{"id":"odd","when":[[1,"10"]],"day":"an invalid date","bytes":"[object Uint8Array]"}'
		);
	});

	test('a deleted attempt takes with it what was set aside of it', async () => {
		const { store, plant } = await started();
		await plant('events', rowOf('a', 2, null));
		await valueOf(store.mend('a'));
		await valueOf(store.remove('a'));
		expect(await valueOf(store.setAside())).toEqual([]);
	});
});
