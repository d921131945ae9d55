import type { AttemptHeader, Mode, Pace } from '#lib/domain/attempt.ts';
import type { Facts, TakeoverLine } from '#lib/domain/facts.ts';
import type { OurDesk } from '#lib/domain/our-desk.ts';
import type { Pack } from '#lib/domain/pack.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { packOf } from './pack-of.ts';

/** What an assignment asks for beyond the mode. */
interface OwnTerms {
	assignment: string;
	pace: Pace;
	seed: number;
}

/** A chat as whoever takes it over finds it: what can be shown while there is no session of it yet. */
export interface Handover {
	scenario: Scenario;
	facts: Facts;
	takeover: readonly TakeoverLine[];
	mode: Mode;
	/** The library's own desk at which it is played; undefined where each library has the rules of the bank. */
	desk: OurDesk | undefined;
	pack: Pack;
	/** Null where it is played on one's own account. */
	own: OwnTerms | null;
}

export const handoverOf = (
	scenario: Scenario,
	terms: Pick<Handover, 'mode' | 'desk' | 'pack' | 'own'>
): Handover => ({ scenario, facts: scenario.facts, takeover: scenario.takeover, ...terms });

/** The one that a session began with: the scenario may have been rewritten since. */
export const handoverOfSession = (scenario: Scenario, header: AttemptHeader): Handover => {
	const { facts, takeover, mode, desk, assignment, pace, seed } = header;
	const own = assignment === null ? null : { assignment, pace, seed };
	return { scenario, facts, takeover, mode, desk, pack: packOf(header), own };
};
