import type { Attempt } from '#lib/domain/attempt.ts';
import { loadRecogniser } from '#lib/recognition/load.ts';
import { DEFAULT_PACK, packById } from '#lib/scenarios/bank.ts';
import { STORAGE_FAILURES, type Explanation } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import type { World } from '#lib/app/world.ts';
import { DEMONSTRATION_IDS, demonstrationAttempts, demonstrationEntries } from './group.ts';

/** How far the loading has come. */
export interface Loading {
	done: number;
	of: number;
}

/** What came of loading or removing; what went wrong in words. */
export type Loaded = { is: 'done' } | { is: 'cancelled' } | ({ is: 'refused' } & Explanation);

/**
 * Plays all attempts of the group, one after the other with a breath between them, and stores them at once: whoever
 * cancels, or has no room, has nothing of it.
 */
export async function loadDemonstration(
	store: AttemptStore,
	{ world, signal, onProgress }: { world: World; signal: AbortSignal; onProgress: (loading: Loading) => void }
): Promise<Loaded> {
	const [recogniser, pack] = [await loadRecogniser(), packById(DEFAULT_PACK)!];
	const attempts: Attempt[] = [];
	for await (const { attempt, of } of demonstrationAttempts(recogniser)) {
		attempts.push(attempt);
		onProgress({ done: attempts.length, of });
		await new Promise<void>((resolve) => void world.after(0, resolve));
		if (signal.aborted) return { is: 'cancelled' };
	}
	const entries = demonstrationEntries(attempts, pack);
	const merged = await store.merge({ attempts, drill: [], entries });
	return merged.ok ? { is: 'done' } : { is: 'refused', ...STORAGE_FAILURES[merged.failure.code] };
}

/** Removes the group with all that was written about it, and nothing else. */
export async function removeDemonstration(store: AttemptStore): Promise<Loaded> {
	const removed = await store.remove(...DEMONSTRATION_IDS);
	return removed.ok ? { is: 'done' } : { is: 'refused', ...STORAGE_FAILURES[removed.failure.code] };
}
