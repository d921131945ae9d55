import { libraries, loaders, packs, summaries } from 'virtual:bank';
import type { Pack } from '#lib/domain/pack.ts';
import type { Library, Scenario, ScenarioSummary } from './scenario.ts';

export const PACKS: readonly Pack[] = packs;
export const LIBRARIES: readonly Library[] = libraries;

/** The pack that is in force where nobody has chosen another. */
export const DEFAULT_PACK = '24-7';

/** The scenarios as they are offered; twists are reached from a debrief. */
export const SCENARIOS: readonly ScenarioSummary[] = summaries.filter(({ id }) => !id.includes('--'));

export const packById = (id: string): Pack | undefined => PACKS.find((pack) => pack.id === id);

/** Loads one scenario or twist; undefined where there is none of that id. */
export async function loadScenario(id: string): Promise<Scenario | undefined> {
	const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
	return load === undefined ? undefined : (await load()).default;
}
