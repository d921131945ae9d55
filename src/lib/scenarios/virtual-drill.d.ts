declare module 'virtual:drill' {
	import type { DrillCase } from '#lib/scenarios/drill-case.ts';

	/** In the order of their files. */
	export const cases: readonly DrillCase[];
}
