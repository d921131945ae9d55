declare module 'virtual:missions' {
	import type { Mission } from '#lib/scenarios/mission.ts';

	/** In the order of their files. */
	export const missions: readonly Mission[];
}
