declare module 'virtual:tips' {
	import type { Tip } from '#lib/domain/tip.ts';

	/** In the order of their files. */
	export const tips: readonly Tip[];
}
