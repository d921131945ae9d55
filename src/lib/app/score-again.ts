import type { Difference } from '#lib/domain/difference.ts';
import { ofKind, standing } from '#lib/domain/entry.ts';
import type { Outcome } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { EVERY_ATTEMPT } from './pack-choice.ts';
import type { RescoringDone, RescoringWanted } from './rescoring.worker.ts';
import type { World } from './world.ts';
import { writeEntries } from './write-entry.ts';

/** Lets a worker do it, so that the page stays alive; without storage of the browser's own there is none to share. */
async function rescore(
	store: AttemptStore,
	isShared: boolean,
	wanted: RescoringWanted
): Promise<RescoringDone> {
	if (!isShared) {
		const { compareScores, keepScores } = await import('./rescoring.ts');
		if (wanted.work === 'compare') return compareScores(store, wanted.choice);
		await keepScores(store, wanted.choice);
		return null;
	}
	const worker = new Worker(new URL('./rescoring.worker.ts', import.meta.url), { type: 'module' });
	try {
		return await new Promise<RescoringDone>((resolve, reject) => {
			worker.onmessage = ({ data }: MessageEvent<RescoringDone>) => resolve(data);
			worker.onerror = ({ message }) => reject(new Error(message));
			worker.postMessage(wanted);
		});
	} finally {
		worker.terminate();
	}
}

/** What the choice would change; `isShared` where the store is the browser's database and a worker can open it too. */
export const compare = async (
	store: AttemptStore,
	isShared: boolean,
	pack: string
): Promise<Difference | null> => rescore(store, isShared, { work: 'compare', choice: pack });

/**
 * Lets the pack count for every chat from now on. Overrides stay: they are words about chats, not scores. The scores are
 * there before the choice is told, so that no page that hears of it makes them itself.
 */
export async function choosePack(
	store: AttemptStore,
	world: World,
	isShared: boolean,
	pack: string
): Promise<Outcome<unknown>> {
	await rescore(store, isShared, { work: 'keep', choice: pack });
	return writeEntries(store, world, EVERY_ATTEMPT, { kind: 'pack-choice', body: { pack } });
}

/** Takes the last choice back: what counted before it counts again. */
export async function undoChoice(
	store: AttemptStore,
	world: World,
	isShared: boolean
): Promise<Outcome<unknown>> {
	const listed = await store.listEntries({ about: EVERY_ATTEMPT });
	if (!listed.ok) return listed;
	const choices = ofKind(standing(listed.value.items), 'pack-choice');
	const last = choices.at(-1);
	if (last === undefined) return { ok: true, value: null };
	await rescore(store, isShared, { work: 'keep', choice: choices.at(-2)?.body.pack ?? null });
	return writeEntries(store, world, EVERY_ATTEMPT, { kind: 'undone', body: { entry: last.id } });
}
