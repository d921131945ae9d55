import { describe, expect, test } from 'vitest';
import type { Attempt } from '#lib/domain/attempt.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { RULES, type ScoreRow } from '#lib/domain/score-row.ts';
import { REGION_NAMES } from '#lib/domain/standing.ts';
import { exportArchive } from './archive.ts';
import { attemptOf, codedEvent, entryOf, headerOf, logOf, saidEvent, valueOf } from './specimens.ts';
import { WORLDS } from './worlds.ts';

const LETTERS = 'm'.repeat(RULES.length);
/** Counts what it was given, so that a row tells from what it was derived. */
const derive = (attempt: Attempt, entries: readonly Entry[]): ScoreRow => ({
	attempt: attempt.id,
	trainee: null,
	scenario: attempt.scenario.id,
	title: attempt.scenario.title,
	mode: attempt.mode,
	assignment: null,
	startedAt: attempt.startedAt,
	isCoded: true,
	earned: attempt.events.length,
	possible: entries.length,
	isPassed: true,
	machine: LETTERS,
	holds: LETTERS,
	playedPack: attempt.pack,
	pack: '24-7@1',
	rules: 1,
	standing: '0'.repeat(REGION_NAMES.length),
	facts: '00000',
	waits: '',
	isReviewed: false,
	openDisputes: 0,
	labels: []
});
const comment = (id: string, about: string): Entry => ({
	...entryOf(id),
	kind: 'comment',
	about,
	body: { event: 1, span: null, text: 'Well asked' }
});

describe.each(WORLDS)('scores in the %s store', (_name, world) => {
	const scored = async () => {
		const here = world();
		const store = await here.open();
		for (const id of ['a', 'b']) {
			await valueOf(store.create(headerOf(id)));
			await valueOf(store.append(id, logOf(3)));
		}
		await valueOf(store.deriveScores(['a', 'b'], derive));
		return { ...here, store };
	};
	type Store = Awaited<ReturnType<typeof scored>>['store'];
	const standing = async (store: Store) => {
		const { rows, unscored } = await valueOf(store.listScores());
		return [rows.map(({ attempt }) => attempt), unscored];
	};

	test('a row stands until its attempt or what is written about it changes, and the others stand on', async () => {
		const { store } = await scored();
		expect(await standing(store)).toEqual([['a', 'b'], []]);
		await valueOf(store.append('a', [saidEvent(4)]));
		expect(await standing(store)).toEqual([['b'], ['a']]);
		await valueOf(store.addEntries([comment('c', 'b')]));
		expect(await standing(store)).toEqual([[], ['a', 'b']]);
		expect(await valueOf(store.deriveScores(['a', 'b'], derive))).toMatchObject([
			{ attempt: 'a', earned: 4, possible: 0 },
			{ attempt: 'b', earned: 3, possible: 1 }
		]);
	});

	test('rows are made anew from rows and from what trainers say, and kept only where that is asked for', async () => {
		const { store } = await scored();
		await valueOf(store.addEntries([comment('c', 'b')]));
		const ruling: Entry = { ...comment('r', 'a'), kind: 'ruling', body: { rule: 'privacy', stands: true } };
		await valueOf(store.addEntries([ruling]));
		await valueOf(store.deriveScores(['a'], derive));
		const revise = (row: ScoreRow, words: readonly Entry[]): ScoreRow => ({
			...row,
			earned: 90 + words.length
		});
		const packs = async () => (await valueOf(store.listScores())).rows.map(({ earned }) => earned);
		const seen = await valueOf(store.reviseScores(revise, false));
		// b has no row: its comment came after it.
		expect(seen.left).toEqual(['b']);
		expect(seen.revisions.map(({ before, after }) => [before.earned, after.earned])).toEqual([[3, 91]]);
		expect(await packs()).toEqual([3]);
		await valueOf(store.reviseScores(revise, true));
		expect(await packs()).toEqual([91]);
		const none = await valueOf(store.reviseScores(() => null, true));
		expect(none).toEqual({ revisions: [], left: ['b', 'a'] });
		expect(await packs()).toEqual([91]);
	});

	test('more rows than come at once are all there, each once, in order', async () => {
		const { store } = await scored();
		const attempts = Array.from({ length: 1_001 }, (_, number) =>
			attemptOf(`n${String(number).padStart(4, '0')}`, logOf(1))
		);
		await valueOf(store.merge({ attempts, drill: [], entries: [] }));
		const ids = attempts.map(({ id }) => id);
		await valueOf(store.deriveScores(ids, derive));
		expect(await standing(store)).toEqual([['a', 'b', ...ids], []]);
	});

	test('of many rows, one that changes is derived by itself, and one that is deleted is nowhere any more', async () => {
		const { store } = await scored();
		const ids = Array.from({ length: 1_200 }, (_, number) => `n${String(number).padStart(4, '0')}`);
		await valueOf(
			store.merge({ attempts: ids.map((one) => attemptOf(one, logOf(1))), drill: [], entries: [] })
		);
		await valueOf(store.deriveScores(ids, derive));
		await valueOf(store.append('n0700', [saidEvent(2)]));
		expect((await standing(store))[1]).toEqual(['n0700']);
		await valueOf(store.deriveScores(['n0700'], derive));
		const { rows } = await valueOf(store.listScores());
		expect(rows.find(({ attempt }) => attempt === 'n0700')?.earned).toBe(2);
		await valueOf(store.remove('n0003', 'n0700'));
		const left = ids.filter((one) => one !== 'n0003' && one !== 'n0700');
		expect(await standing(store)).toEqual([['a', 'b', ...left], []]);
		// One by one, too, until so many lie about that they are put together.
		for (const one of left.slice(0, 600)) await valueOf(store.deriveScores([one], derive));
		expect(await standing(store)).toEqual([['a', 'b', ...left], []]);
		await valueOf(store.reviseScores((row) => ({ ...row, earned: 7 }), true));
		expect(new Set((await valueOf(store.listScores())).rows.map(({ earned }) => earned))).toEqual(
			new Set([7])
		);
		expect(await standing(store)).toEqual([['a', 'b', ...left], []]);
	});

	test('a sheet that is damaged counts as missing, with all that stood on it', async () => {
		const { store, plant } = await scored();
		const ids = Array.from({ length: 150 }, (_, number) => `n${number}`);
		await valueOf(
			store.merge({ attempts: ids.map((one) => attemptOf(one, logOf(1))), drill: [], entries: [] })
		);
		await valueOf(store.deriveScores(ids, derive));
		await plant('sheets', { id: '000000', rows: '[{"attempt":"n1"},' });
		expect((await standing(store))[0]).toEqual(['a', 'b']);
		expect((await valueOf(store.listScores())).unscored).toHaveLength(150);
	});

	test('what is written about a trainee, or about a chat that has not come yet, leaves no trace', async () => {
		const { store } = await scored();
		await valueOf(store.addEntries([entryOf('name'), comment('early', 'later')]));
		expect(await standing(store)).toEqual([['a', 'b'], []]);
	});

	test('what changes nothing leaves the row: the same events, the same entry, the same file again', async () => {
		const { store } = await scored();
		await valueOf(store.addEntries([comment('c', 'b')]));
		await valueOf(store.deriveScores(['b'], derive));
		await valueOf(store.append('a', logOf(3)));
		await valueOf(store.addEntries([comment('c', 'b')]));
		await valueOf(store.merge({ attempts: [attemptOf('a', logOf(2))], drill: [], entries: [] }));
		expect(await standing(store)).toEqual([['a', 'b'], []]);
	});

	test('a file that lets an attempt go on, or adds an entry, takes the row with it', async () => {
		const { store } = await scored();
		await valueOf(
			store.merge({
				attempts: [attemptOf('a', [...logOf(3), codedEvent(4)])],
				drill: [],
				entries: [comment('c', 'b')]
			})
		);
		expect(await standing(store)).toEqual([[], ['a', 'b']]);
	});

	test('an attempt that is deleted takes its row along, and one that is not there gets none', async () => {
		const { store } = await scored();
		await valueOf(store.remove('a'));
		expect(await valueOf(store.deriveScores(['a'], derive))).toEqual([]);
		expect(await standing(store)).toEqual([['b'], []]);
	});

	test('a row that is damaged counts as missing and is derived anew', async () => {
		const { store, plant } = await scored();
		await plant('scores', { attempt: 'a', machine: '<script>' });
		expect(await standing(store)).toEqual([['b'], ['a']]);
		await valueOf(store.deriveScores(['a'], derive));
		expect(await standing(store)).toEqual([['a', 'b'], []]);
	});

	test('an attempt that can’t be read gets no row, and keeps nobody from theirs', async () => {
		const { store, plant } = await scored();
		await plant('attempts', { id: 'broken', format: 2 });
		expect(await valueOf(store.deriveScores(['broken', 'a'], derive))).toHaveLength(1);
		expect((await valueOf(store.listScores())).unscored).toEqual(['broken']);
	});

	test('rows are in no file', async () => {
		const { store } = await scored();
		expect((await valueOf(exportArchive(store))).text).not.toContain(LETTERS);
	});
});
