import type { Pack } from '#lib/domain/pack.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { DEFAULT_PACK } from '#lib/scenarios/bank.ts';
import type { Play, Scenario } from '#lib/scenarios/scenario.ts';
import { score } from './score.ts';
import { simulate } from './simulate.ts';

/** Any seed will do: no verdict may depend on it. */
const SEED = 7;

/** What a play says must follow under a pack: only what differs is written down for another than the usual one. */
function expectedOf({ expect, noteOnly }: Play, { id }: Pack): Play['expect'] {
	if (id === DEFAULT_PACK || noteOnly === undefined) return expect;
	return {
		...expect,
		...noteOnly,
		steps: { ...expect.steps, ...noteOnly.steps },
		redLines: { ...expect.redLines, ...noteOnly.redLines }
	};
}

/** Carries a hand-scored play out; gives what comes out otherwise than its writer said, a sentence each. */
export function differencesOf(play: Play, scenario: Scenario, pack: Pack): string[] {
	let events: ReturnType<typeof simulate>;
	try {
		events = simulate(scenario, SEED, play.librarian, rulesRecogniser);
	} catch (error) {
		return [(error as Error).message];
	}
	const { rulings, points } = score({ facts: scenario.facts, takeover: scenario.takeover, events }, pack);
	const expected = expectedOf(play, pack);
	const found: Readonly<Record<string, { verdict: string } | undefined>> = {
		...rulings.steps,
		...rulings.redLines
	};
	const rows = [
		...Object.entries({ ...expected.steps, ...expected.redLines }).map(
			([rule, verdict]) => [rule, verdict, found[rule]?.verdict ?? 'nothing'] as const
		),
		['points', expected.points, `${points.earned} of ${points.possible}`] as const,
		['passed', String(expected.passed), String(points.passed)] as const
	];
	return rows
		.filter(([, wanted, came]) => wanted !== came)
		.map(([what, wanted, came]) => `${what}: expected ${wanted}, came out ${came}`);
}
