import type { AttemptHeader, Mode } from '#lib/domain/attempt.ts';
import type { Facts, TakeoverLine } from '#lib/domain/facts.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';

/** A chat as whoever takes it over finds it: what can be shown while there is no session of it yet. */
export interface Handover {
	scenario: Scenario;
	facts: Facts;
	takeover: readonly TakeoverLine[];
	mode: Mode;
}

export const handoverOf = (scenario: Scenario, mode: Mode): Handover => ({
	scenario,
	facts: scenario.facts,
	takeover: scenario.takeover,
	mode
});

/** The one that a session began with: the scenario may have been rewritten since. */
export const handoverOfSession = (
	scenario: Scenario,
	{ facts, takeover, mode }: AttemptHeader
): Handover => ({
	scenario,
	facts,
	takeover,
	mode
});
