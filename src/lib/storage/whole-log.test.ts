import { describe, expect, test } from 'vitest';
import { attemptOf, codedEvent, codeOf, headerOf, logOf, saidEvent, valueOf } from './specimens.ts';
import { WORLDS } from './worlds.ts';

/** What a file brings stands in one row, what is played event by event; nobody who reads can tell. */
describe.each(WORLDS)('a log that came in whole, in the %s store', (_name, world) => {
	const taken = async () => {
		const here = world();
		const store = await here.open();
		await valueOf(store.merge({ attempts: [attemptOf('a', logOf(3))], drill: [], entries: [] }));
		return { ...here, store };
	};

	test('is listed and read as one that was played, and is finished when its code is in it', async () => {
		const { store } = await taken();
		const coded = attemptOf('b', [...logOf(2), codedEvent(3)]);
		await valueOf(store.merge({ attempts: [coded], drill: [], entries: [] }));
		const { items } = await valueOf(store.list());
		expect(
			items.map(({ header, events, finished, lastAtMs, damaged }) => [
				header.id,
				events,
				finished,
				lastAtMs,
				damaged
			])
		).toEqual([
			['a', 3, false, 3000, false],
			['b', 3, true, 3000, false]
		]);
		expect(await valueOf(store.read('b'))).toEqual({ attempt: coded, unreadable: 0 });
	});

	test('goes on by playing and by another file, and a call that is repeated adds nothing', async () => {
		const { store } = await taken();
		expect(await valueOf(store.append('a', [saidEvent(2), saidEvent(3), saidEvent(4)]))).toBe(4);
		expect(await valueOf(store.append('a', [saidEvent(4)]))).toBe(4);
		expect(await codeOf(store.append('a', [saidEvent(2, 'Otherwise')]))).toBe('conflict');
		expect(await codeOf(store.append('a', [saidEvent(6)]))).toBe('conflict');
		const longer = attemptOf('a', [...logOf(4), codedEvent(5)]);
		expect(await valueOf(store.merge({ attempts: [longer], drill: [], entries: [] }))).toMatchObject({
			extended: 1
		});
		expect((await valueOf(store.read('a')))?.attempt).toEqual(longer);
		expect((await valueOf(store.list())).items).toMatchObject([
			{ events: 5, finished: true, damaged: false }
		]);
	});

	test('that can’t be read is set aside whole, and replaced by a file that has it', async () => {
		const { store, plant } = await taken();
		await plant('events', { attempt: 'a', seq: 1, types: [], events: [saidEvent(1), saidEvent(3)] });
		expect(await valueOf(store.read('a'))).toEqual({ attempt: attemptOf('a', []), unreadable: 1 });
		expect((await valueOf(store.list())).items[0]?.damaged).toBe(true);
		expect(await codeOf(store.append('a', [saidEvent(4)]))).toBe('corrupt');
		await valueOf(store.merge({ attempts: [attemptOf('a', logOf(4))], drill: [], entries: [] }));
		expect((await valueOf(store.read('a')))?.attempt.events).toEqual(logOf(4));
		expect((await valueOf(store.setAside())).map(({ where }) => where)).toEqual(['events: a, 1']);
	});

	test('an event that stands under one of its numbers is broken, and is mended away', async () => {
		const { store, plant } = await taken();
		await plant('events', { attempt: 'a', seq: 2, event: saidEvent(2) });
		expect((await valueOf(store.list())).items[0]?.damaged).toBe(true);
		expect(await valueOf(store.mend('a'))).toBe(1);
		expect(await valueOf(store.append('a', [saidEvent(4)]))).toBe(4);
	});

	test('comes with many others: one that contradicts leaves those that do not', async () => {
		const { store } = await taken();
		const of = (id: string, over = {}) => ({
			attempts: [{ ...headerOf(id, over), events: logOf(1) }],
			drill: [],
			entries: []
		});
		const outcomes = await valueOf(store.mergeEach([of('x'), of('a', { seed: 99 }), of('y'), of('x')]));
		expect(outcomes.map((one) => (one.ok ? one.value.added : one.failure.code))).toEqual([
			1,
			'conflict',
			1,
			0
		]);
	});
});
