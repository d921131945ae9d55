import { describe, expect, test } from 'vitest';
import { score } from '#lib/app/score.ts';
import { simulate } from '#lib/app/simulate.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { loadScenario, packById, SCENARIOS } from '#lib/scenarios/bank.ts';

/** Any seed will do: no verdict may depend on it. */
const SEED = 7;

const scenarios = await Promise.all(SCENARIOS.map(async ({ id }) => (await loadScenario(id))!));

describe('the plays of the bank', () => {
	const rows = scenarios.flatMap((scenario) =>
		scenario.plays.flatMap((play) =>
			['24-7', 'note-only'].map((pack) => [scenario.id, play.title, pack, scenario, play] as const)
		)
	);
	test.for(rows)('%s: %s (%s)', ([, , packId, scenario, play]) => {
		const events = simulate(scenario, SEED, play.librarian, rulesRecogniser);
		const { rulings, points } = score(
			{ facts: scenario.facts, takeover: scenario.takeover, events },
			packById(packId)!
		);
		const expected = packId === '24-7' ? play.expect : { ...play.expect, ...play.noteOnly };
		const steps = { ...play.expect.steps, ...(packId === '24-7' ? {} : play.noteOnly?.steps) };
		const redLines = { ...play.expect.redLines, ...(packId === '24-7' ? {} : play.noteOnly?.redLines) };
		const found = (list: object, of: Record<string, { verdict: string }>) =>
			Object.fromEntries(Object.keys(list).map((id) => [id, of[id]?.verdict]));
		expect({
			steps: found(steps, rulings.steps),
			redLines: found(redLines, rulings.redLines),
			points: `${points.earned} of ${points.possible}`,
			passed: points.passed
		}).toEqual({ steps, redLines, points: expected.points, passed: expected.passed });
	});
});
