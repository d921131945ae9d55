import { REGION_NAMES, REGIONS, type Standing } from './standing.ts';
import type { CaseFacts } from './situation.ts';
import type { Waits } from './pack.ts';

/** No region has more states than a digit of this base can count. */
const BASE = 36;

/** Where a closing stands as text: one digit a region, in their order, counting its states. */
export const standingText = (at: Standing): string =>
	REGION_NAMES.map((region) =>
		(REGIONS[region] as readonly string[]).indexOf(at[region]).toString(BASE)
	).join('');

/** The standing that such a text tells. */
export function standingIn(text: string): Standing {
	const at: Record<string, string | undefined> = {};
	for (const [place, region] of REGION_NAMES.entries())
		at[region] = REGIONS[region][parseInt(text[place]!, BASE)];
	return at as unknown as Standing;
}

const CASE_FACTS = [
	'local',
	'policyAnswers',
	'withinReach',
	'hasFyi',
	'hasGoodbyeScript'
] as const satisfies readonly (keyof CaseFacts)[];

/** The facts on which verdicts depend, as text: one digit each, 1 where it is so. */
export const caseText = (facts: CaseFacts): string =>
	CASE_FACTS.map((fact) => (facts[fact] ? '1' : '0')).join('');

export const caseIn = (text: string): CaseFacts =>
	Object.fromEntries(CASE_FACTS.map((fact, place) => [fact, text[place] === '1'])) as unknown as CaseFacts;

/** Waits as text: a log followed with the same waits comes to the same standing, whatever else a pack says. */
export const waitsText = ({ completeCheck, silence, present }: Waits): string =>
	[completeCheck, silence, present].join('/');
