import { describe, expect, test } from 'vitest';
import { differencesOf } from '#lib/app/plays.ts';
import { loadScenario, packById, SCENARIOS } from '#lib/scenarios/bank.ts';

const scenarios = await Promise.all(SCENARIOS.map(async ({ id }) => (await loadScenario(id))!));

describe('the plays of the bank', () => {
	const rows = scenarios.flatMap((scenario) =>
		scenario.plays.flatMap((play) =>
			['24-7', 'note-only'].map((pack) => [scenario.id, play.title, pack, scenario, play] as const)
		)
	);
	test.for(rows)('%s: %s (%s)', ([, , pack, scenario, play]) => {
		expect(differencesOf(play, scenario, packById(pack)!)).toEqual([]);
	});

	test('a play that expects something else is told, verdict by verdict', () => {
		const [scenario] = scenarios;
		const [play] = scenario!.plays;
		const other = {
			...play!,
			expect: {
				...play!.expect,
				points: '99 of 99',
				passed: !play!.expect.passed
			}
		};
		expect(differencesOf(other, scenario!, packById('24-7')!)).toEqual([
			expect.stringMatching(/^points: expected 99 of 99, came out \d+ of \d+$/),
			`passed: expected ${String(!play!.expect.passed)}, came out ${String(play!.expect.passed)}`
		]);
	});
});
