import { beforeAll, describe, expect, test } from 'vitest';
import type { Attempt } from '#lib/domain/attempt.ts';
import { ofKind } from '#lib/domain/entry.ts';
import { RED_LINES, STEPS, type RuleId } from '#lib/domain/step.ts';
import { loadRecogniser } from '#lib/recognition/load.ts';
import type { Recogniser } from '#lib/recognition/recogniser.ts';
import { DEFAULT_PACK, packById } from '#lib/scenarios/bank.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { attemptOf, entryOf, logOf, valueOf } from '#lib/storage/specimens.ts';
import { score } from '#lib/app/score.ts';
import { realWorld } from '#lib/app/world.ts';
import { demonstrationAttempts, demonstrationEntries } from './group.ts';
import { loadDemonstration, removeDemonstration } from './loading.ts';
import { PEOPLE } from './people.ts';
import { hasDemonstration } from './presence.ts';

const pack = packById(DEFAULT_PACK)!;
let recogniser: Recogniser;
const attempts: Attempt[] = [];

/** 150 chats are played and heard; a machine that does other things meanwhile takes its time. */
const PATIENCE_MS = 60_000;
beforeAll(async () => {
	recogniser = await loadRecogniser();
	for await (const { attempt } of demonstrationAttempts(recogniser)) attempts.push(attempt);
}, PATIENCE_MS);

/** A world that does not wait. */
const world = {
	...realWorld,
	after: (_ms: number, callback: () => void) => {
		callback();
		return () => undefined;
	}
};
const load = (store: AttemptStore) =>
	loadDemonstration(store, {
		world,
		signal: new AbortController().signal,
		onProgress: () => undefined
	});

describe('the demonstration group', () => {
	test('is twelve people with 150 attempts, each of them coded', () => {
		expect(new Set(attempts.map(({ trainee }) => trainee)).size).toBe(12);
		expect(new Set(attempts.map(({ id }) => id)).size).toBe(150);
		for (const { id, events } of attempts) expect([id, events.at(-1)?.type]).toEqual([id, 'librarian.coded']);
	});

	test('is the same each time', async () => {
		const again: Attempt[] = [];
		for await (const { attempt } of demonstrationAttempts(recogniser)) {
			again.push(attempt);
			if (again.length === 20) break;
		}
		expect(again).toEqual(attempts.slice(0, 20));
	});

	test('misses every step, and crosses every red line, here and there', () => {
		const verdicts = attempts.map((attempt) => score(attempt, pack).rulings);
		for (const step of STEPS) {
			const of = new Set(verdicts.map(({ steps }) => steps[step].verdict));
			expect([step, of.has('missed')]).toEqual([step, true]);
		}
		for (const line of RED_LINES) {
			// A recogniser that hears every promise with certainty leaves no doubt.
			const crossed = verdicts.filter(({ redLines }) => /broken|unsure/.test(redLines[line].verdict));
			expect([line, crossed.length > 0]).toEqual([line, true]);
		}
	});

	/** What a habit adds to what anybody misses, at least. */
	const MARGIN = 0.1;
	/** How often somebody missed a step, of how often it applied; crossed a line, of all attempts. */
	function missed(person: number, rule: RuleId): number {
		const own = attempts.filter(({ trainee }) => trainee?.endsWith(String(person + 1).padStart(2, '0')));
		const verdicts = own.map((attempt) => {
			const { steps, redLines } = score(attempt, pack).rulings;
			return rule in steps ? steps[rule as 'email'].verdict : redLines[rule as 'privacy'].verdict;
		});
		const applied = verdicts.filter((verdict) => verdict !== 'not-applicable');
		return (
			applied.filter((verdict) => verdict === 'missed' || verdict === 'broken' || verdict === 'unsure')
				.length / applied.length
		);
	}
	const nth = (name: string, library: string): number =>
		PEOPLE.findIndex((one) => one.name === name && one.library.startsWith(library));

	test.each([
		['Tomasz Wilk', 'Lake', 'deadline'],
		['Howard Pell', 'Northgate', 'no-email-no-follow-up'],
		['Anna Lind', 'Riverbend', 'in-order'],
		['Anna Lind', 'Lake', 'info-tab'],
		['Desmond Achebe', 'Saltmarsh', 'resolution-code'],
		['Mei-Ling Tan', 'Northgate', 'goodbye'],
		['Rosalind Oyelaran', 'Riverbend', 'no-brush-off'],
		['Pavel Horák', 'Lake', 'note'],
		['Grace Whitlock', 'Saltmarsh', 'no-empty-promise'],
		['Samir Haddad', 'Northgate', 'privacy']
	] as const)('%s of %s is known by %s: nobody who is careful misses it as often', (name, library, rule) => {
		const careful = missed(nth('Ingrid Solheim', 'Riverbend'), rule);
		expect(missed(nth(name, library), rule)).toBeGreaterThan((Number.isNaN(careful) ? 0 : careful) + MARGIN);
	});

	test('has objections settled both ways and still open, and verdicts that the trainer changed', () => {
		const entries = demonstrationEntries(attempts, pack);
		expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
		const disputes = ofKind(entries, 'dispute').map(({ id }) => id);
		const settled = new Map(ofKind(entries, 'upheld').map(({ body }) => [body.dispute, body.upheld]));
		const fates = disputes.map((id) => settled.get(id) ?? 'open');
		expect([...new Set(fates)].sort()).toEqual([false, 'open', true]);
		expect(ofKind(entries, 'override').length).toBeGreaterThan(1);
		for (const { body } of ofKind(entries, 'upheld')) expect(disputes).toContain(body.dispute);
	});
});

describe('loading and removing it', () => {
	test(
		'leaves what was there before as it was',
		async () => {
			const store = createMemoryStore();
			const own = { attempts: [attemptOf('own', logOf(3))], drill: [], entries: [entryOf('me')] };
			await valueOf(store.merge(own));
			const before = await valueOf(store.contents());
			expect(await hasDemonstration(store)).toBe(false);
			expect(await load(store)).toEqual({ is: 'done' });
			expect(await hasDemonstration(store)).toBe(true);
			expect((await valueOf(store.contents())).attempts).toHaveLength(151);
			expect(await removeDemonstration(store)).toEqual({ is: 'done' });
			expect(await hasDemonstration(store)).toBe(false);
			expect(await valueOf(store.contents())).toEqual(before);
		},
		PATIENCE_MS
	);

	test('that is cancelled leaves nothing', async () => {
		const store = createMemoryStore();
		const cancel = new AbortController();
		const told: number[] = [];
		const loaded = await loadDemonstration(store, {
			world,
			signal: cancel.signal,
			onProgress: ({ done }) => {
				told.push(done);
				if (done === 7) cancel.abort();
			}
		});
		expect(loaded).toEqual({ is: 'cancelled' });
		expect(told).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect((await valueOf(store.contents())).attempts).toEqual([]);
	});
});
