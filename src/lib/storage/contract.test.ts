import { describe, expect, test } from 'vitest';
import type { AttemptHeader } from '#lib/domain/attempt.ts';
import type { Area } from './port.ts';
import {
	attemptOf,
	codedEvent,
	codeOf,
	drillOf,
	entryOf,
	headerOf,
	logOf,
	saidEvent,
	valueOf
} from './specimens.ts';
import { WORLDS } from './worlds.ts';

/** A `$state` proxy stands for this: structuredClone refuses any proxy. */
const proxied = <T extends object>(value: T): T =>
	new Proxy(value, {
		get: (target, key) => {
			const found: unknown = Reflect.get(target, key);
			return typeof found === 'object' && found !== null ? proxied(found) : found;
		}
	});

describe.each(WORLDS)('the %s store', (_name, world) => {
	const started = async () => {
		const here = world();
		const store = await here.open();
		await valueOf(store.create(headerOf('a')));
		return { ...here, store };
	};

	describe('attempts', () => {
		test('an attempt is read as it was created and appended to, in order', async () => {
			const { store } = await started();
			await valueOf(store.append('a', [saidEvent(1)]));
			expect(await valueOf(store.append('a', [saidEvent(2), codedEvent(3)]))).toBe(3);
			expect(await valueOf(store.read('a'))).toEqual({
				attempt: attemptOf('a', [saidEvent(1), saidEvent(2), codedEvent(3)]),
				unreadable: 0
			});
		});

		test('an attempt that was never created reads as null', async () => {
			const { store } = await started();
			expect(await valueOf(store.read('b'))).toBeNull();
		});

		test('the same header again is fine, another one under its id is a conflict', async () => {
			const { store } = await started();
			expect(await valueOf(store.create(headerOf('a')))).toBeNull();
			expect(await codeOf(store.create(headerOf('a', { seed: 8 })))).toBe('conflict');
			expect((await valueOf(store.read('a')))?.attempt.seed).toBe(7);
		});

		test('keys without a value are the same as no keys', async () => {
			const { store } = await started();
			const event = { ...saidEvent(1), script: undefined } as unknown as ReturnType<typeof saidEvent>;
			await valueOf(store.append('a', [event]));
			expect(await valueOf(store.append('a', [saidEvent(1)]))).toBe(1);
		});

		test('a deleted attempt takes its log and draft with it, and its id is free again', async () => {
			const { store } = await started();
			await valueOf(store.append('a', logOf(3)));
			await valueOf(store.saveDraft('a', { text: 'Hel', note: '', tab: 'info', elapsedMs: 9 }));
			await valueOf(store.create(headerOf('a2')));
			await valueOf(store.append('a2', logOf(2)));
			await valueOf(store.remove('a'));
			expect(await valueOf(store.read('a'))).toBeNull();
			expect(await valueOf(store.readDraft('a'))).toBeNull();
			await valueOf(store.create(headerOf('a', { seed: 8 })));
			expect((await valueOf(store.read('a')))?.attempt.events).toEqual([]);
			expect((await valueOf(store.read('a2')))?.attempt.events).toHaveLength(2);
		});

		test('several attempts are deleted at once, and under the id of a trainee what is written about them', async () => {
			const { store } = await started();
			for (const id of ['b', 'c']) {
				await valueOf(store.create(headerOf(id)));
				await valueOf(store.append(id, logOf(2)));
			}
			await valueOf(
				store.addEntries([entryOf('gone', { about: 'tom' }), entryOf('stays', { about: 'ann' })])
			);
			await valueOf(store.remove('a', 'c', 'tom', 'nobody'));
			const { attempts, entries } = await valueOf(store.contents());
			expect(attempts.map(({ id }) => id)).toEqual(['b']);
			expect(attempts[0]?.events).toHaveLength(2);
			expect(entries.map(({ id }) => id)).toEqual(['stays']);
		});

		test('the list tells count, end and whether it was coded, the last started first', async () => {
			const { store } = await started();
			await valueOf(store.create(headerOf('b', { startedAt: '2026-01-31T09:30:00.500Z' })));
			await valueOf(store.create(headerOf('c', { startedAt: '2026-01-31T09:30:00Z' })));
			await valueOf(store.append('a', [saidEvent(1), codedEvent(2, 4500)]));
			await valueOf(store.append('b', [saidEvent(1)]));
			const { items, unreadable } = await valueOf(store.list());
			expect(unreadable).toBe(0);
			expect(items.map((item) => [item.header.id, item.events, item.finished, item.lastAtMs])).toEqual([
				['b', 1, false, 1000],
				['a', 2, true, 4500],
				['c', 0, false, null]
			]);
			expect(items.some((item) => item.damaged)).toBe(false);
		});
	});

	describe('appending', () => {
		test('a gap is a conflict and stores nothing', async () => {
			const { store } = await started();
			expect(await codeOf(store.append('a', [saidEvent(2)]))).toBe('conflict');
			expect(await codeOf(store.append('a', [saidEvent(1), saidEvent(3)]))).toBe('conflict');
			expect((await valueOf(store.read('a')))?.attempt.events).toEqual([]);
		});

		test('an exact duplicate is fine, also where the call goes on beyond it', async () => {
			const { store } = await started();
			await valueOf(store.append('a', logOf(2)));
			expect(await valueOf(store.append('a', logOf(2)))).toBe(2);
			expect(await valueOf(store.append('a', [saidEvent(2), saidEvent(3)]))).toBe(3);
			expect((await valueOf(store.read('a')))?.attempt.events).toEqual(logOf(3));
		});

		test('another event under a number that is taken is a conflict and stores nothing', async () => {
			const { store } = await started();
			await valueOf(store.append('a', logOf(2)));
			expect(await codeOf(store.append('a', [saidEvent(2, 'other'), saidEvent(3)]))).toBe('conflict');
			expect((await valueOf(store.read('a')))?.attempt.events).toEqual(logOf(2));
		});

		test('a time that falls is a conflict', async () => {
			const { store } = await started();
			await valueOf(store.append('a', [saidEvent(1, 'x', 500)]));
			expect(await codeOf(store.append('a', [saidEvent(2, 'x', 499)]))).toBe('conflict');
			expect(await valueOf(store.append('a', [saidEvent(2, 'x', 500)]))).toBe(2);
		});

		test('nothing can be appended to an attempt that is not there', async () => {
			const { store } = await started();
			expect(await codeOf(store.append('b', [saidEvent(1)]))).toBe('conflict');
			await valueOf(store.remove('a'));
			expect(await codeOf(store.append('a', [saidEvent(1)]))).toBe('conflict');
		});

		test('an empty append tells how many events there are', async () => {
			const { store } = await started();
			await valueOf(store.append('a', logOf(2)));
			expect(await valueOf(store.append('a', []))).toBe(2);
		});

		test('what does not have the shape of an event is refused as corrupt and stores nothing', async () => {
			const { store } = await started();
			const wrong = { ...saidEvent(2), text: 5 } as unknown as ReturnType<typeof saidEvent>;
			expect(await codeOf(store.append('a', [saidEvent(1), wrong]))).toBe('corrupt');
			expect((await valueOf(store.read('a')))?.attempt.events).toEqual([]);
		});

		test('a text of 50,000 characters comes back whole, in any script and with half surrogate pairs', async () => {
			const { store } = await started();
			const text = 'Grüße, 图书馆 📚 \u0000 \ud83d'.repeat(2_500).slice(0, 50_000);
			await valueOf(store.append('a', [saidEvent(1, text)]));
			const [event] = (await valueOf(store.read('a')))!.attempt.events;
			expect(event).toHaveProperty('text', text);
		});

		test('of two appends at one number exactly one wins, and the log holds its event', async () => {
			const { store, open } = await started();
			const other = await open();
			for (let seq = 1; seq <= 5; seq++) {
				const outcomes = await Promise.all([
					store.append('a', [saidEvent(seq, 'one', seq)]),
					other.append('a', [saidEvent(seq, 'two', seq)]),
					store.append('a', [saidEvent(seq, 'three', seq)])
				]);
				expect(outcomes.map((outcome) => (outcome.ok ? 'won' : outcome.failure.code)).sort()).toEqual([
					'conflict',
					'conflict',
					'won'
				]);
				const winner = ['one', 'two', 'three'][outcomes.findIndex((outcome) => outcome.ok)];
				expect((await valueOf(other.read('a')))?.attempt.events[seq - 1]).toHaveProperty('text', winner);
			}
		});
	});

	describe('data', () => {
		test('a proxy is stored as the plain data behind it', async () => {
			const { store } = await started();
			await valueOf(store.create(proxied(headerOf('b'))));
			await valueOf(store.append('b', proxied([saidEvent(1)])));
			expect((await valueOf(store.read('b')))?.attempt).toEqual(attemptOf('b', [saidEvent(1)]));
		});

		test('what is handed in or given out can be changed without changing what is stored', async () => {
			const { store } = await started();
			const events = [saidEvent(1)];
			await valueOf(store.append('a', events));
			events[0]!.at = 77;
			const given = await valueOf(store.read('a'));
			given!.attempt.events[0]!.at = 78;
			expect((await valueOf(store.read('a')))?.attempt.events[0]?.at).toBe(1000);
		});

		test.each(['__proto__', 'constructor', 'toString', 'a"b', 'ä/∞', ' '])(
			'"%s" is an id like any other',
			async (id) => {
				const { store } = await started();
				await valueOf(store.create(headerOf(id)));
				await valueOf(store.append(id, logOf(1)));
				await valueOf(store.saveSetting(id, 'on'));
				await valueOf(store.saveDraft(id, { text: id, note: '', tab: 'notes', elapsedMs: 0 }));
				expect((await valueOf(store.read(id)))?.attempt).toEqual(attemptOf(id, logOf(1)));
				expect((await valueOf(store.listSettings())).items).toEqual([{ key: id, value: 'on' }]);
				expect((await valueOf(store.readDraft(id)))?.text).toBe(id);
			}
		);

		test.each(['__proto__', 'constructor', 'prototype'])(
			'a record with a key "%s" is refused, and no prototype changes',
			async (key) => {
				const { store } = await started();
				const header = JSON.parse(
					JSON.stringify(headerOf('b')).replace(
						'"findings":{',
						`"findings":{"${key}":{"text":"x","meets":true},`
					)
				) as AttemptHeader;
				expect(await codeOf(store.create(header))).toBe('corrupt');
				expect({}).not.toHaveProperty('meets');
			}
		);

		test('a value that runs in a circle or is nested very deep is refused as corrupt', async () => {
			const { store } = await started();
			const circle: Record<string, unknown> = { ...headerOf('b') };
			circle['facts'] = circle;
			expect(await codeOf(store.create(circle as unknown as AttemptHeader))).toBe('corrupt');
			const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown;
			const header = { ...headerOf('b'), takeover: deep } as unknown as AttemptHeader;
			expect(await codeOf(store.create(header))).toBe('corrupt');
		});
	});

	describe('entries', () => {
		test('are listed in order of time, whole, by kind or by what they are about', async () => {
			const { store } = await started();
			const late = entryOf('c', { at: '2026-02-02T10:00:00.100Z' });
			const [early, alike] = [entryOf('b'), entryOf('a', { about: 'trainee-2' })];
			expect(await valueOf(store.addEntries([late, early]))).toBe(2);
			expect(await valueOf(store.addEntries([early, alike]))).toBe(1);
			const all = { items: [alike, early, late], unreadable: 0 };
			expect(await valueOf(store.listEntries())).toEqual(all);
			expect(await valueOf(store.listEntries({ kinds: ['trainee'] }))).toEqual(all);
			expect((await valueOf(store.listEntries({ kinds: [] }))).items).toEqual([]);
			expect((await valueOf(store.listEntries({ about: 'trainee-1' }))).items).toEqual([early, late]);
			expect((await valueOf(store.listEntries({ about: 'trainee-2', kinds: ['trainee'] }))).items).toEqual([
				alike
			]);
		});

		test('never change: another one under the same id is a conflict, and none of the call is stored', async () => {
			const { store } = await started();
			await valueOf(store.addEntries([entryOf('a')]));
			const other = entryOf('a', { body: { name: 'Somebody else', library: '' } });
			expect(await codeOf(store.addEntries([entryOf('b'), other]))).toBe('conflict');
			expect((await valueOf(store.listEntries())).items).toEqual([entryOf('a')]);
		});

		test('about an attempt go with it, and stay when another one is removed', async () => {
			const { store } = await started();
			await valueOf(store.addEntries([entryOf('about-a', { about: 'a' }), entryOf('t')]));
			await valueOf(store.remove('a'));
			expect((await valueOf(store.listEntries())).items).toEqual([entryOf('t')]);
		});

		test('of chosen attempts are those about them, about who played them and what they were played for', async () => {
			const { store } = await started();
			const header = headerOf('mine', { trainee: 'trainee-1', assignment: 'as-1' });
			await valueOf(store.create(header));
			const wanted = ['mine', 'trainee-1', 'as-1'].map((about, index) => entryOf(`w${index}`, { about }));
			await valueOf(store.addEntries([...wanted, entryOf('not', { about: 'trainee-2' })]));
			const chosen = await valueOf(store.contents(['mine']));
			expect(chosen).toEqual({
				attempts: [{ ...header, events: [] }],
				drill: [],
				entries: wanted,
				unreadable: 0
			});
		});
	});

	describe('drill, settings and drafts', () => {
		test('a draft changes with the events that it goes with, or not at all', async () => {
			const { store } = await started();
			const draft = { text: 'and then', note: 'no mail', tab: 'info', elapsedMs: 5 } as const;
			expect(await valueOf(store.append('a', logOf(1), draft))).toBe(1);
			expect(await valueOf(store.readDraft('a'))).toEqual(draft);
			expect(await codeOf(store.append('a', [saidEvent(3)], { ...draft, text: '' }))).toBe('conflict');
			expect(await valueOf(store.readDraft('a'))).toEqual(draft);
		});

		test('drill results are listed in order of time, and one id says one thing', async () => {
			const { store } = await started();
			await valueOf(store.addDrillResult(drillOf('z', { at: '2026-02-01T10:00:00.100Z' })));
			await valueOf(store.addDrillResult(drillOf('y', { at: '2026-02-01T10:00:00Z' })));
			await valueOf(store.addDrillResult(drillOf('y', { at: '2026-02-01T10:00:00Z' })));
			expect(await codeOf(store.addDrillResult(drillOf('y', { right: true })))).toBe('conflict');
			const { items } = await valueOf(store.listDrillResults());
			expect(items.map((item) => item.id)).toEqual(['y', 'z']);
		});

		test('a moment that no calendar has is refused', async () => {
			const { store } = await started();
			expect(await codeOf(store.addDrillResult(drillOf('x', { at: '2026-13-01T10:00:00Z' })))).toBe(
				'corrupt'
			);
		});

		test('the last value of a setting stands, and null removes it', async () => {
			const { store } = await started();
			await valueOf(store.saveSetting('theme', 'dark'));
			await valueOf(store.saveSetting('pace', 1.5));
			await valueOf(store.saveSetting('theme', 'light'));
			await valueOf(store.saveSetting('pace', null));
			expect((await valueOf(store.listSettings())).items).toEqual([{ key: 'theme', value: 'light' }]);
		});

		test('the last draft of an attempt stands, and null removes it', async () => {
			const { store } = await started();
			await valueOf(store.saveDraft('a', { text: 'H', note: '', tab: 'info', elapsedMs: 1 }));
			await valueOf(store.saveDraft('a', { text: 'He', note: '', tab: 'found', elapsedMs: 2.5 }));
			expect(await valueOf(store.readDraft('a'))).toEqual({
				text: 'He',
				note: '',
				tab: 'found',
				elapsedMs: 2.5
			});
			await valueOf(store.saveDraft('a', null));
			expect(await valueOf(store.readDraft('a'))).toBeNull();
		});

		test('a draft that comes after its attempt was deleted is a conflict', async () => {
			const { store } = await started();
			await valueOf(store.remove('a'));
			expect(await codeOf(store.saveDraft('a', { text: 'H', note: '', tab: 'info', elapsedMs: 1 }))).toBe(
				'conflict'
			);
		});
	});

	describe('several tabs', () => {
		test('what one store has stored, another one over the same database reads', async () => {
			const { store, open } = await started();
			const other = await open();
			await valueOf(store.append('a', logOf(2)));
			expect((await valueOf(other.read('a')))?.attempt.events).toHaveLength(2);
			await valueOf(other.append('a', [saidEvent(3)]));
			expect(await codeOf(store.append('a', [saidEvent(3, 'mine')]))).toBe('conflict');
		});

		test('a change is told to both, with its areas, and after the end to nobody', async () => {
			const { store, open } = await started();
			const other = await open();
			const heard: Area[] = [];
			const end = other.subscribe((areas) => heard.push(...areas));
			await valueOf(store.append('a', logOf(1)));
			await valueOf(other.saveSetting('theme', 'dark'));
			await valueOf(store.list());
			await valueOf(store.append('a', []));
			await codeOf(store.append('a', [saidEvent(5)]));
			await expect.poll(() => heard).toEqual(['attempts', 'settings']);
			end();
			await valueOf(store.addDrillResult(drillOf('x')));
			await valueOf(store.list());
			expect(heard).toEqual(['attempts', 'settings']);
		});

		test('a listener that has ended hears nothing, also of a change that was under way', async () => {
			const { store } = await started();
			const heard: string[] = [];
			store.subscribe(() => {
				heard.push('first');
				endSecond();
			});
			const endSecond = store.subscribe(() => heard.push('second'));
			await valueOf(store.append('a', logOf(1)));
			await valueOf(store.list());
			expect(heard).toEqual(['first']);
		});

		test('what a failing call wrote before it failed is seen by no other call', async () => {
			const { store, open } = await started();
			const other = await open();
			await valueOf(store.append('a', logOf(1)));
			const fill = Array.from({ length: 20 }, (_, index) => attemptOf(`fill ${index}`, logOf(1)));
			const attempts = [attemptOf('new', logOf(1)), ...fill, attemptOf('a', [saidEvent(1, 'else')])];
			const merging = codeOf(store.merge({ attempts, drill: [], entries: [] }));
			for (let round = 0; round < 10; round++) {
				expect(await codeOf(other.append('new', [saidEvent(1), saidEvent(2)]))).toBe('conflict');
			}
			expect(await merging).toBe('conflict');
			expect(await valueOf(other.read('new'))).toBeNull();
		});

		test('a change is stored by the time that it is told', async () => {
			const { store } = await started();
			const seen = new Promise<number | undefined>((resolve) => {
				store.subscribe(() => {
					void valueOf(store.read('a')).then((found) => resolve(found?.attempt.events.length));
				});
			});
			await valueOf(store.append('a', logOf(2)));
			expect(await seen).toBe(2);
		});

		test('a closed store fails as unavailable, and what it stored is there', async () => {
			const { store, open } = await started();
			const pending = store.append('a', logOf(1));
			await valueOf(pending);
			store.close();
			expect(await codeOf(store.append('a', [saidEvent(2)]))).toBe('unavailable');
			expect(await codeOf(store.list())).toBe('unavailable');
			expect((await valueOf((await open()).read('a')))?.attempt.events).toEqual(logOf(1));
		});
	});

	describe('merging and wiping', () => {
		test('contents come sorted by id, whole or chosen', async () => {
			const { store } = await started();
			await valueOf(store.create(headerOf('B')));
			await valueOf(store.append('a', logOf(1)));
			await valueOf(store.addDrillResult(drillOf('d')));
			const all = await valueOf(store.contents());
			expect(all).toEqual({
				attempts: [attemptOf('B', []), attemptOf('a', logOf(1))],
				drill: [drillOf('d')],
				entries: [],
				unreadable: 0
			});
			expect(await valueOf(store.contents(['a']))).toEqual({
				attempts: [attemptOf('a', logOf(1))],
				drill: [],
				entries: [],
				unreadable: 0
			});
			expect(await codeOf(store.contents(['a', 'nobody']))).toBe('conflict');
		});

		test('the longer of two logs that agree stays, whichever comes first', async () => {
			const { store } = await started();
			const merge = (length: number) =>
				valueOf(store.merge({ attempts: [attemptOf('a', logOf(length))], drill: [], entries: [] }));
			expect(await merge(2)).toEqual({ added: 0, extended: 1, unchanged: 0, drillAdded: 0, entriesAdded: 0 });
			expect(await merge(1)).toEqual({ added: 0, extended: 0, unchanged: 1, drillAdded: 0, entriesAdded: 0 });
			expect(await merge(3)).toEqual({ added: 0, extended: 1, unchanged: 0, drillAdded: 0, entriesAdded: 0 });
			expect((await valueOf(store.read('a')))?.attempt.events).toEqual(logOf(3));
		});

		test('one contradiction refuses the whole, and the failure names it', async () => {
			const { store } = await started();
			await valueOf(store.append('a', [saidEvent(1), saidEvent(2, 'mine')]));
			const before = await valueOf(store.contents());
			const outcome = await store.merge({
				attempts: [attemptOf('new', logOf(2)), attemptOf('a', logOf(3))],
				drill: [drillOf('d')],
				entries: []
			});
			expect(outcome).toEqual({
				ok: false,
				failure: {
					code: 'conflict',
					problems: ['"a" is here already, and went on otherwise from event 2']
				}
			});
			expect(await valueOf(store.contents())).toEqual(before);
		});

		test('contents with a gap in a log, or with one id twice, are refused as corrupt', async () => {
			const { store } = await started();
			const gap = { attempts: [attemptOf('b', [saidEvent(2)])], drill: [], entries: [] };
			const twice = { attempts: [attemptOf('b', []), attemptOf('b', [])], drill: [], entries: [] };
			const drillTwice = { attempts: [], drill: [drillOf('d'), drillOf('d')], entries: [] };
			const entryTwice = { attempts: [], drill: [], entries: [entryOf('t'), entryOf('t')] };
			for (const contents of [gap, twice, drillTwice, entryTwice])
				expect(await codeOf(store.merge(contents))).toBe('corrupt');
			expect((await valueOf(store.contents())).attempts).toHaveLength(1);
		});

		test('after a wipe nothing is left, and the store goes on', async () => {
			const { store } = await started();
			await valueOf(store.append('a', logOf(2)));
			await valueOf(store.addDrillResult(drillOf('d')));
			await valueOf(store.saveSetting('theme', 'dark'));
			await valueOf(store.addEntries([entryOf('t')]));
			await valueOf(store.wipe());
			expect(await valueOf(store.contents())).toEqual({
				attempts: [],
				drill: [],
				entries: [],
				unreadable: 0
			});
			expect((await valueOf(store.listSettings())).items).toEqual([]);
			await valueOf(store.create(headerOf('a')));
			expect(await valueOf(store.append('a', logOf(1)))).toBe(1);
		});
	});
});
