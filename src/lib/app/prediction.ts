import { ofKind } from '#lib/domain/entry.ts';
import type { Prediction } from '#lib/domain/prediction.ts';
import { STORAGE_FAILURES, type Explanation } from '#lib/storage/failure.ts';
import type { Workspace } from './workspace.svelte.ts';

type Parts = Pick<Workspace, 'store' | 'world'>;

const KEY = 'predict-first';

/** Whether one's own transcripts are to be marked by oneself before the marks are shown: off until it is switched on. */
export async function readsPredictFirst(workspace: Parts): Promise<boolean> {
	const settings = await (await workspace.store()).listSettings();
	return settings.ok && settings.value.items.some(({ key, value }) => key === KEY && value === true);
}

export async function switchPredictFirst(workspace: Parts, isOn: boolean): Promise<void> {
	await (await workspace.store()).saveSetting(KEY, isOn ? true : null);
}

/** How an attempt was marked before its marks were seen; null where it was not. */
export async function readPrediction(workspace: Parts, attempt: string): Promise<Prediction | null> {
	const entries = await (await workspace.store()).listEntries({ kinds: ['prediction'], about: attempt });
	return entries.ok ? (ofKind(entries.value.items, 'prediction')[0]?.body ?? null) : null;
}

/** Keeps it; an explanation where it could not be stored. */
export async function keepPrediction(
	workspace: Parts,
	attempt: string,
	prediction: Prediction
): Promise<Explanation | null> {
	const entry = {
		id: workspace.world.newId(),
		kind: 'prediction' as const,
		about: attempt,
		by: null,
		at: workspace.world.timestamp(),
		body: prediction
	};
	const stored = await (await workspace.store()).addEntries([entry]);
	return stored.ok ? null : STORAGE_FAILURES[stored.failure.code];
}
