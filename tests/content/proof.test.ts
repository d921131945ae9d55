import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allScenarioIds } from '#lib/app/headless.ts';
import { prove } from '#lib/app/proof/prove.ts';
import { loadScenario, packById } from '#lib/scenarios/bank.ts';

interface Kept {
	states: number;
	endings: number;
	model: string[];
}

const kept = JSON.parse(readFileSync('src/lib/scenarios/proofs.json', 'utf8')) as Record<string, Kept>;
const ids = allScenarioIds();

describe('the proof of the bank', () => {
	test('knows every scenario and twist, and no others', () => {
		expect(Object.keys(kept).sort()).toEqual([...ids].sort());
	});

	// The numbers are pinned: a state that is gained or lost by a change is a change somebody has to have meant.
	test.for(ids)('holds for %s, with as many states and endings as were kept', async (id) => {
		const { states, endings, failed, model } = prove((await loadScenario(id))!, packById('24-7')!);
		expect({ failed, states, endings, model }).toEqual({ failed: [], ...kept[id] });
	});
});
