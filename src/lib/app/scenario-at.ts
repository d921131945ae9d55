import type { AttemptHeader } from '#lib/domain/attempt.ts';
import { loadScenario } from '#lib/scenarios/bank.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';

/** A scenario at the desk where it was played, or is to be; undefined where this version has none of that id. */
export async function scenarioAt(
	scenarioId: string,
	desk: AttemptHeader['desk']
): Promise<Scenario | undefined> {
	const scenario = await loadScenario(scenarioId);
	if (scenario === undefined || desk === undefined) return scenario;
	const { atDesk } = await import('#lib/scenarios/at-desk.ts');
	return atDesk(scenario, desk);
}

/** Who chatted before the takeover; no name is known where this version has the scenario no more. */
export const handedOverBy = (scenario: Scenario | undefined): string =>
	scenario?.handover.from ?? 'a colleague';
