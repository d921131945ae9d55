import type { World } from './world.ts';

/** Long work lets go of the page after so long: below what anybody feels while typing or scrolling. */
const BREATH_EVERY_MS = 12;

/** To be awaited between two pieces of long work: lets the page draw and answer, where it has waited long enough. */
export function breathing(world: World): () => Promise<void> {
	let last = world.now();
	return async () => {
		if (world.now() - last < BREATH_EVERY_MS) return;
		await new Promise<void>((resolve) => world.after(0, resolve));
		last = world.now();
	};
}
