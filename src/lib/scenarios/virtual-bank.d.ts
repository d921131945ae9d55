declare module 'virtual:bank' {
	import type { Pack } from '#lib/domain/pack.ts';
	import type { Library, Scenario, ScenarioSummary } from '#lib/scenarios/scenario.ts';

	export const packs: readonly Pack[];
	export const libraries: readonly Library[];
	export const summaries: readonly ScenarioSummary[];
	export const loaders: Readonly<Record<string, () => Promise<{ default: Scenario }>>>;
}
