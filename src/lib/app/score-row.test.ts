import { describe, expect, test } from 'vitest';
import type { Attempt } from '#lib/domain/attempt.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { verdictIn } from '#lib/domain/score-row.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { loadScenario } from '#lib/scenarios/bank.ts';
import { packById } from '#lib/scenarios/bank.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import { EVERY_ATTEMPT, readPackChoice } from './pack-choice.ts';
import { readQueue } from './queue.ts';
import { scoreAll, scoreRowOf } from './score-row.ts';
import { simulate } from './simulate.ts';

const scenario = (await loadScenario('obituary-of-1894'))!;
/** Ended and coded for follow-up with nobody to write to: under the default pack a red line is crossed. */
const log = simulate(
	scenario,
	5,
	[{ say: 'Somebody will get back to you.' }, { end: true }, { code: 'follow-up-by-patrons-library' }],
	rulesRecogniser
);
const attempt = (id: string, over: Partial<Attempt> = {}): Attempt => ({
	format: 2,
	id,
	scenario: { id: scenario.id, title: scenario.title, hash: scenario.hash },
	facts: scenario.facts,
	takeover: scenario.takeover,
	seed: 5,
	mode: 'practice',
	pace: 'stepped',
	trainee: null,
	assignment: null,
	origin: null,
	pack: '24-7',
	startedAt: '2026-03-02T09:00:00.000Z',
	events: log,
	...over
});
const entry = (id: string, about: string, kind: string, body: object): Entry =>
	({ id, about, kind, by: null, at: `2026-03-03T09:00:0${id.length}.000Z`, body }) as Entry;
const forgiven = (about: string) =>
	entry('o', about, 'override', { rule: 'no-email-no-follow-up', says: 'kept', reason: 'A drill.' });
const LINE = 'no-email-no-follow-up';
const pause = async () => {};

describe('a score row', () => {
	test('holds the machine’s verdict beside the trainer’s', () => {
		const row = scoreRowOf(attempt('a'), [forgiven('a')], null);
		expect(verdictIn(row.machine, LINE)).toBe('broken');
		expect(verdictIn(row.holds, LINE)).toBe('kept');
	});

	test('an override survives a change of pack', () => {
		const row = scoreRowOf(attempt('a'), [forgiven('a')], packById('note-only')!);
		expect(row.pack).toMatch(/^note-only@/);
		expect(verdictIn(row.holds, LINE)).toBe('kept');
	});

	test('names who played it, by the attempt or by what is written about it', () => {
		const played = entry('p', 'a', 'played-by', { trainee: 't2' });
		expect(scoreRowOf(attempt('a'), [played], null).trainee).toBe('t2');
		expect(scoreRowOf(attempt('a', { trainee: 't1' }), [played], null).trainee).toBe('t1');
	});
});

describe('the queue that is read', () => {
	const filled = async () => {
		const store = createMemoryStore();
		await store.merge({ attempts: [attempt('a'), attempt('b')], drill: [], entries: [] });
		return store;
	};
	const read = async (store: Awaited<ReturnType<typeof filled>>) => {
		const outcome = await readQueue(store);
		if (!outcome.ok) throw new Error(outcome.failure.code);
		return outcome.value;
	};

	test('scores what is not scored, once, and anew what somebody wrote about', async () => {
		const store = await filled();
		const { unscored } = await read(store);
		expect(unscored).toEqual(['a', 'b']);
		const seen: number[] = [];
		await scoreAll(store, unscored, { choice: null, pause, onProgress: (done) => seen.push(done) });
		expect(seen).toEqual([2]);
		expect((await read(store)).rows).toHaveLength(2);
		await store.addEntries([forgiven('a')]);
		expect((await read(store)).unscored).toEqual(['a']);
	});

	test('all is scored anew when another pack is chosen, and again when that is taken back', async () => {
		const store = await filled();
		await scoreAll(store, ['a', 'b'], { choice: null, pause });
		await store.addEntries([entry('c', EVERY_ATTEMPT, 'pack-choice', { pack: 'note-only' })]);
		expect((await readPackChoice(store))?.id).toBe('note-only');
		expect((await read(store)).unscored).toEqual(['a', 'b']);
		await store.addEntries([entry('uu', EVERY_ATTEMPT, 'undone', { entry: 'c' })]);
		expect((await read(store)).rows).toHaveLength(2);
	});

	test('scoring that is called off leaves the rest for the next time', async () => {
		const store = await filled();
		expect(await scoreAll(store, ['a', 'b'], { choice: null, pause, isCalledOff: () => true })).toEqual([]);
		expect((await read(store)).unscored).toEqual(['a', 'b']);
	});
});
