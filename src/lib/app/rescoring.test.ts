import { beforeAll, describe, expect, test } from 'vitest';
import type { Attempt } from '#lib/domain/attempt.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { verdictIn } from '#lib/domain/score-row.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { DEFAULT_PACK, packById, PACKS } from '#lib/scenarios/bank.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { valueOf } from '#lib/storage/specimens.ts';
import { demonstrationAttempts, demonstrationEntries } from './demonstration/group.ts';
import { readPackChoice, readPacks } from './pack-choice.ts';
import { readQueue } from './queue.ts';
import { compareScores, keepScores } from './rescoring.ts';
import { choosePack, undoChoice } from './score-again.ts';
import { rescoredRow, scoreRowOf } from './score-row.ts';
import { realWorld } from './world.ts';

const attempts: Attempt[] = [];
let entries: Entry[] = [];

/** 150 chats are played and heard; a machine that does other things meanwhile takes its time. */
const PATIENCE_MS = 60_000;
beforeAll(async () => {
	for await (const { attempt } of demonstrationAttempts(rulesRecogniser)) attempts.push(attempt);
	entries = demonstrationEntries(attempts, packById(DEFAULT_PACK)!);
}, PATIENCE_MS);

const NOTE_ONLY = packById('note-only')!;
/** Nothing is kept on disk, so nothing is left to a worker. */
const inMemory = (store: AttemptStore) => ({
	store: async () => store,
	storageProblem: { code: 'unavailable' as const, problems: [] },
	world: realWorld
});

const about = (id: string): Entry[] => entries.filter((entry) => entry.about === id);
const filled = async () => {
	const store = createMemoryStore();
	await valueOf(store.merge({ attempts, drill: [], entries }));
	await keepScores(store, null);
	return store;
};
const rowsOf = async (store: ReturnType<typeof createMemoryStore>) =>
	(await valueOf(store.listScores())).rows;

test('a row made from a row is the row made from the log, from any pack to any', () => {
	const choices = [null, ...PACKS];
	for (const attempt of attempts)
		for (const from of choices)
			for (const to of choices) {
				const words = about(attempt.id);
				const row = rescoredRow(scoreRowOf(attempt, words, from), words, to);
				expect(row).toEqual(scoreRowOf(attempt, words, to));
			}
});

test('a row made with other waits or by other rules does not tell: its log is needed', () => {
	const row = scoreRowOf(attempts[0]!, [], null);
	expect(rescoredRow({ ...row, waits: '60000/180000/60000' }, [], NOTE_ONLY)).toBeNull();
	expect(rescoredRow({ ...row, rules: row.rules - 1 }, [], NOTE_ONLY)).toBeNull();
});

describe('scoring again', () => {
	test('tells the difference and changes nothing', async () => {
		const store = await filled();
		const before = await rowsOf(store);
		const difference = await compareScores(store, NOTE_ONLY);
		expect(difference.of).toBe(attempts.length);
		expect(difference.changed).toBeGreaterThan(0);
		expect(difference.changed).toBeLessThan(attempts.length);
		expect(await rowsOf(store)).toEqual(before);
		expect(await readPackChoice(store)).toBeNull();
	});

	test('tells the same where rows are missing, and nothing where the pack counts already', async () => {
		const store = await filled();
		const bare = createMemoryStore();
		await valueOf(bare.merge({ attempts, drill: [], entries }));
		expect(await compareScores(bare, NOTE_ONLY)).toEqual(await compareScores(store, NOTE_ONLY));
		expect((await compareScores(store, packById(DEFAULT_PACK)!)).changed).toBe(0);
	});

	test('pins the version, keeps what the trainer said, and is taken back', async () => {
		const store = await filled();
		const before = await rowsOf(store);
		await choosePack(inMemory(store), 'note-only');
		expect((await readPackChoice(store))?.id).toBe('note-only');
		const after = await rowsOf(store);
		expect(new Set(after.map(({ pack }) => pack))).toEqual(new Set(['note-only@1']));
		for (const entry of entries) {
			if (entry.kind !== 'override') continue;
			const row = after.find(({ attempt }) => attempt === entry.about)!;
			expect(verdictIn(row.holds, entry.body.rule)).toBe(entry.body.says);
		}
		await undoChoice(inMemory(store));
		expect(await readPackChoice(store)).toBeNull();
		expect(await rowsOf(store)).toEqual(before);
	});

	test('offers the house rules of a desk of one’s own, and scores by them', async () => {
		const store = await filled();
		const pack = { ...NOTE_ONLY, id: 'our-house', name: 'Our house', passMark: 1 };
		const desk = { name: 'Our library', shortName: 'us', goodbye: null, policy: [], pack };
		const at = '2026-03-01T09:00:00.000Z';
		const saved: Entry = { id: 'desk', kind: 'our-desk', about: pack.id, by: null, at, body: desk };
		await valueOf(store.addEntries([saved]));
		expect((await readPacks(store)).map(({ id }) => id)).toContain('our-house');
		await choosePack(inMemory(store), 'our-house');
		const made = (await rowsOf(store)).map((row) => [row.pack, row.isPassed && row.earned < row.possible]);
		expect(new Set(made.map(String))).toEqual(new Set([`our-house@${pack.version},false`]));
		// The same rules of a later version of the desk count as others.
		const later = { ...saved, id: 'later', at: '2026-03-02T09:00:00.000Z' };
		later.body = { ...desk, pack: { ...pack, version: pack.version + 1 } };
		await valueOf(store.addEntries([later]));
		expect((await valueOf(readQueue(store))).unscored).toHaveLength(attempts.length);
	});
});
