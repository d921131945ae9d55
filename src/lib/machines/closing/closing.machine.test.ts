import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cued } from '#lib/domain/cue.ts';
import { REGION_NAMES, REGIONS, type Standing } from '#lib/domain/standing.ts';
import { ALPHABET } from './alphabet.ts';
import { CHART } from './closing.machine.ts';
import { BEGINNING, movesOf } from './table.ts';
import { WholeChart } from './whole-chart.ts';

function walkWhole(events: readonly Cued[]): Standing {
	const chart = new WholeChart();
	for (const event of events) chart.take(event);
	return chart.standing;
}

function walkTable(events: readonly Cued[]): Standing {
	let standing = BEGINNING;
	for (const event of events) {
		const moves = movesOf(event, standing);
		standing = { ...standing, ...Object.fromEntries(moves.map(({ region, to }) => [region, to])) };
	}
	return standing;
}

describe('the closing chart', () => {
	test('has exactly the regions and states that the domain names, each beginning with the first', () => {
		for (const region of REGION_NAMES) {
			expect(Object.keys(CHART[region].states).sort()).toEqual([...REGIONS[region]].sort());
			expect(CHART[region].initial).toBe(REGIONS[region][0]);
		}
		expect(Object.keys(CHART)).toHaveLength(REGION_NAMES.length);
	});

	test('stands where the tables of its regions say, after any events', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...ALPHABET), { maxLength: 20 }), (events) => {
				expect(walkTable(events)).toEqual(walkWhole(events));
			}),
			{ numRuns: 60 }
		);
	});

	test('has no timer, no invoked actor and no context', () => {
		for (const region of REGION_NAMES) {
			for (const state of Object.values(CHART[region].states) as object[]) {
				expect(Object.keys(state).filter((key) => !['on', 'meta'].includes(key))).toEqual([]);
			}
		}
	});

	test('reaches every state of every region', () => {
		const unseen = new Set(
			REGION_NAMES.flatMap((region) => REGIONS[region].slice(1).map((state) => `${region}.${state}`))
		);
		// Fixed, so that a state that can't be reached fails always and not now and then.
		const random = fc.sample(fc.array(fc.constantFrom(...ALPHABET), { minLength: 30, maxLength: 60 }), {
			seed: 1,
			numRuns: 3000
		});
		for (const events of random) {
			let standing = BEGINNING;
			for (const event of events) {
				const moves = movesOf(event, standing);
				standing = { ...standing, ...Object.fromEntries(moves.map(({ region, to }) => [region, to])) };
				for (const { region, to } of moves) unseen.delete(`${region}.${to}`);
			}
			if (unseen.size === 0) break;
		}
		expect([...unseen]).toEqual([]);
	});
});
