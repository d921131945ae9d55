import { describe, expect, test } from 'vitest';
import { DRILL_CASES } from '#lib/scenarios/drill-cases.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { DrillRound } from './drill-round.svelte.ts';
import { realWorld } from './world.ts';

let ids = 0;

async function drillOn(store: AttemptStore): Promise<DrillRound> {
	const world = {
		...realWorld,
		newId: () => `round-${(ids += 1)}`,
		newSeed: () => 11,
		timestamp: () => '2026-01-31T09:30:00.000Z'
	};
	const drill = new DrillRound({ world, store: () => Promise.resolve(store) });
	await drill.load();
	return drill;
}

/** Answers rightly, or with Practice, which is never right. */
async function answer(drill: DrillRound, isRight: boolean) {
	await drill.choose(isRight ? drill.current!.right[0]! : 'practice');
}

describe('a round of the coding drill', () => {
	test('who does it for the first time meets the cases in their own order', async () => {
		const drill = await drillOn(createMemoryStore());
		await drill.begin('all');
		const seen: string[] = [];
		while (drill.phase !== 'over') {
			seen.push(drill.current!.id);
			await answer(drill, true);
			drill.next();
		}
		expect(seen).toEqual(DRILL_CASES.map(({ id }) => id));
	});

	test('a round that was left goes on after a reload with the case that has no answer yet', async () => {
		const store = createMemoryStore();
		const first = await drillOn(store);
		await first.begin('all');
		await answer(first, true);
		first.next();
		await answer(first, false);

		const second = await drillOn(store);
		expect(second.canGoOn).toBe(true);
		second.goOn();
		expect([second.current!.id, second.position, second.answered.length]).toEqual([DRILL_CASES[2]!.id, 3, 2]);
	});

	test('the cases to try again are those of the last round that went wrong, and no others', async () => {
		const drill = await drillOn(createMemoryStore());
		await drill.begin('all');
		for (let index = 0; drill.phase !== 'over'; index += 1) {
			await answer(drill, index !== 4 && index !== 7);
			drill.next();
		}
		const missed = [DRILL_CASES[4]!.id, DRILL_CASES[7]!.id];
		expect(drill.missed.map((one) => one.case.id)).toEqual(missed);
		await drill.begin('missed');
		expect(drill.total).toBe(2);
		expect(missed).toContain(drill.current!.id);
	});

	test('a second choice for the same case changes nothing', async () => {
		const store = createMemoryStore();
		const drill = await drillOn(store);
		await drill.begin('all');
		await answer(drill, false);
		await answer(drill, true);
		const stored = await store.listDrillResults();
		expect(stored.ok && stored.value.items.map(({ right }) => right)).toEqual([false]);
	});

	test('an answer that can’t be stored is judged all the same, and it is said that it is not kept', async () => {
		const store = createMemoryStore();
		const drill = await drillOn({
			...store,
			addDrillResult: () => Promise.resolve({ ok: false, failure: { code: 'full', problems: [] } })
		});
		await drill.begin('all');
		await answer(drill, true);
		expect(drill.answer?.chosen.isRight).toBe(true);
		expect(drill.unkept?.sentence).toMatch(/no room/);
		drill.next();
		expect(drill.position).toBe(2);
	});

	test('a place that can’t be read is no place', async () => {
		const store = createMemoryStore();
		for (const kept of ['{', '{"id":"x","cases":"all"}', '{"id":"x","cases":["gone-from-the-bank"]}', 7]) {
			await store.saveSetting('drill-round', kept);
			const drill = await drillOn(store);
			expect([drill.phase, drill.canGoOn]).toEqual(['start', false]);
		}
	});
});
