import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt } from '#lib/domain/attempt.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { peopleIn } from '#lib/domain/people.ts';
import { exportArchive, storeHash } from '#lib/storage/archive.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import type { AttemptStore, Contents } from '#lib/storage/port.ts';
import { takeInAll, type Arrival, type Incoming } from './inbox.ts';
import { readQueue } from './queue.ts';
import { scoreAll } from './score-row.ts';

const attempt = (id: string, length = 1): Attempt => ({
	format: 2,
	id,
	scenario: { id: 'dolores', title: 'The obituary', hash: 'h1' },
	facts: {
		library: { name: 'Alder County Library', goodbye: null },
		otherScripts: {},
		patron: { name: 'Dolores', email: null, works: true },
		need: 'open',
		withinReach: false,
		local: false,
		policyAnswers: false,
		fyi: null,
		noteWords: ['obituary'],
		findings: {}
	},
	takeover: [],
	seed: 7,
	mode: 'practice',
	pace: 'real',
	trainee: `t-${id}`,
	assignment: null,
	origin: null,
	pack: '24-7',
	startedAt: '2026-01-31T09:30:00.000Z',
	events: Array.from({ length }, (_, index) => ({
		type: 'patron.fell-silent' as const,
		seq: index + 1,
		at: index * 1000
	}))
});
const said = (id: string, about: string, kind: string, body: object): Entry =>
	({ id, about, kind, by: 'trainer', at: '2026-02-01T09:00:00.000Z', body }) as Entry;

async function fileOf(name: string, contents: Partial<Contents>): Promise<Incoming & { content: string }> {
	const store = createMemoryStore();
	const merged = await store.merge({ attempts: [], drill: [], entries: [], ...contents });
	const exported = await exportArchive(store);
	if (!merged.ok || !exported.ok) throw new Error(`${name} can’t be made`);
	const content = exported.value.text;
	return { name, size: content.length, text: async () => content, content };
}
const raw = (name: string, content: string): Incoming => ({
	name,
	size: content.length,
	text: async () => content
});

const TAKING = { onProgress: () => {}, pause: async () => {}, isCalledOff: () => false };
const takeAll = (store: AttemptStore, files: readonly Incoming[]): Promise<Arrival[]> =>
	takeInAll(store, files, TAKING);
const hashOf = async (store: AttemptStore): Promise<string> => {
	const hash = await storeHash(store);
	if (!hash.ok) throw new Error(hash.failure.code);
	return hash.value;
};

/** What the queue shows of a store, once all is scored. */
async function queueIn(store: AttemptStore) {
	const before = await readQueue(store);
	if (!before.ok) throw new Error(before.failure.code);
	await scoreAll(store, before.value.unscored, { choice: null, pause: async () => {} });
	const after = await readQueue(store);
	if (!after.ok) throw new Error(after.failure.code);
	return { rows: after.value.rows, people: [...after.value.people.values()] };
}

describe('the inbox', () => {
	test('says of each file what became of it, and goes on after one that is refused', async () => {
		const store = createMemoryStore();
		const good = await fileOf('good.json', { attempts: [attempt('a')] });
		const damaged = raw('damaged.json', good.content.replace('"seed":7', '"seed":8'));
		const arrivals = await takeAll(store, [damaged, good, { ...good, name: 'again.json' }]);
		expect(arrivals.map(({ file, is }) => [file, is])).toEqual([
			['damaged.json', 'refused'],
			['good.json', 'new'],
			['again.json', 'known']
		]);
		expect(arrivals[0]).toMatchObject({ why: { sentence: 'This file is damaged.' } });
	});

	test('a file that can’t be read off the disk is refused, and the next one is taken in', async () => {
		const gone: Incoming = {
			name: 'gone.json',
			size: 1,
			text: () => Promise.reject(new Error('It is gone'))
		};
		const good = await fileOf('good.json', { attempts: [attempt('a')] });
		const arrivals = await takeAll(createMemoryStore(), [gone, good]);
		expect(arrivals).toMatchObject([{ is: 'refused', why: { problems: ['It is gone'] } }, { is: 'new' }]);
	});

	test('called off, it keeps what it has and leaves the rest', async () => {
		const store = createMemoryStore();
		const ids = Array.from({ length: 60 }, (_, number) => `a${number}`);
		const files = await Promise.all(ids.map((id) => fileOf(id, { attempts: [attempt(id)] })));
		let done = 0;
		const arrivals = await takeInAll(store, files, {
			...TAKING,
			onProgress: (count) => (done = count),
			isCalledOff: () => done > 0
		});
		expect(arrivals.length).toBeGreaterThan(0);
		expect(arrivals.length).toBeLessThan(files.length);
		const listed = await store.list();
		expect(listed.ok && listed.value.items.length).toBe(arrivals.length);
	});

	test('among many that are stored together, one that contradicts is refused by itself', async () => {
		const store = createMemoryStore();
		const files = await Promise.all([
			fileOf('one', { attempts: [attempt('a'), attempt('b')] }),
			fileOf('other', { attempts: [{ ...attempt('b'), seed: 8 }, attempt('c')] }),
			fileOf('third', { attempts: [attempt('d')] })
		]);
		expect((await takeAll(store, files)).map(({ is }) => is)).toEqual(['new', 'refused', 'new']);
		const listed = await store.list();
		expect(listed.ok && listed.value.items.map(({ header }) => header.id).sort()).toEqual(['a', 'b', 'd']);
	});

	test('where there is no room for all of a handful, each is tried by itself', async () => {
		const store = createMemoryStore();
		const full = { ok: false, failure: { code: 'full', problems: [] } } as const;
		const tight: AttemptStore = {
			...store,
			mergeEach: async (all) => (all.length > 1 ? full : store.mergeEach(all))
		};
		const files = await Promise.all(['a', 'b'].map((id) => fileOf(id, { attempts: [attempt(id)] })));
		expect((await takeAll(tight, files)).map(({ is }) => is)).toEqual(['new', 'new']);
		const none: AttemptStore = { ...store, mergeEach: async () => full };
		expect(await takeAll(none, files)).toMatchObject([{ is: 'refused' }, { is: 'refused' }]);
	});

	test('in halves, in any order, twice: the same store and the same queue', async () => {
		const files = await Promise.all([
			fileOf('1', { attempts: [attempt('a', 1)] }),
			fileOf('2', { attempts: [attempt('a', 3), attempt('b')] }),
			fileOf('3', {
				attempts: [attempt('b', 2)],
				entries: [said('d', 'b', 'dispute', { against: { verdict: 'email' }, reason: 'It was there.' })]
			}),
			fileOf('4', {
				entries: [
					said('n', 't-a', 'trainee', { name: 'Wen', library: 'Alder' }),
					said('u', 'b', 'upheld', { dispute: 'd', upheld: true, reason: '' })
				]
			}),
			fileOf('5', { entries: [said('v', 'b', 'undone', { entry: 'u' })] })
		]);
		const straight = createMemoryStore();
		await takeAll(straight, files);
		const [hash, queue] = [await hashOf(straight), await queueIn(straight)];
		await fc.assert(
			fc.asyncProperty(
				fc.shuffledSubarray(files, { minLength: files.length }),
				fc.nat(files.length),
				async (order, half) => {
					const store = createMemoryStore();
					await takeAll(store, order.slice(0, half));
					await queueIn(store);
					await takeAll(store, order.slice(half));
					await takeAll(store, [...order].reverse());
					expect(await hashOf(store)).toBe(hash);
					expect(await queueIn(store)).toEqual(queue);
				}
			),
			{ numRuns: 40 }
		);
	});
});

describe('a hostile file', () => {
	const deep = (depth: number) => `{"format":"closing-time/archive","attempts":${'['.repeat(depth)}`;
	const HOSTILE: readonly (readonly [string, (good: string) => string])[] = [
		['nested a hundred thousand deep', () => deep(100_000)],
		[
			'with a key that reaches the prototype',
			(good) => good.replace('"facts":{', '"facts":{"__proto__":{},')
		],
		['with another checksum', (good) => good.replace(/sha256:./, 'sha256:x')],
		['of a version to come', (good) => good.replace('"version":2', '"version":999')],
		['of no version', (good) => good.replace('"version":2', '"version":null')],
		[
			'that claims a length it does not have',
			(good) => good.replace('"attempts":[', '"attempts":[{"length":1e9},')
		],
		['that breaks off', (good) => good.slice(0, -20)],
		['that is empty', () => ''],
		['that is a page with a script', () => '<script>alert(1)</script>']
	];

	test.each(HOSTILE)('%s is refused, and nothing of it is stored', async (_what, spoil) => {
		const good = await fileOf('good', { attempts: [attempt('a')] });
		const spoilt = spoil(good.content);
		expect(spoilt).not.toBe(good.content);
		const store = createMemoryStore();
		const before = await hashOf(store);
		expect(await takeAll(store, [raw('spoilt', spoilt)])).toMatchObject([{ is: 'refused' }]);
		expect(await hashOf(store)).toBe(before);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	test('whose size alone is more than can be read is not read at all', async () => {
		const huge: Incoming = {
			name: 'huge',
			size: 10 ** 12,
			text: () => Promise.reject(new Error('It was read'))
		};
		expect(await takeAll(createMemoryStore(), [huge])).toMatchObject([
			{ is: 'refused', why: { sentence: 'This is more than one file can hold.' } }
		]);
	});

	test('that is well made keeps its scripts as harmless text, in names and in what is said', async () => {
		const script = '<img src=x onerror=alert(1)>';
		const file = await fileOf('script', {
			attempts: [attempt('a')],
			entries: [
				said('n', 't-a', 'trainee', { name: script, library: '=cmd()' }),
				said('c', 'a', 'comment', { event: 1, span: null, text: script })
			]
		});
		const store = createMemoryStore();
		expect(await takeAll(store, [file])).toMatchObject([{ is: 'new' }]);
		const entries = await store.listEntries();
		expect(entries.ok && peopleIn(entries.value.items).get('t-a')?.shown).toBe(script);
	});
});
