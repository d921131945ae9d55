import { describe, expect, test } from 'vitest';
import type { Attempt } from '#lib/domain/attempt.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { RULES, type ScoreRow } from '#lib/domain/score-row.ts';
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
