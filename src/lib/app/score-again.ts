import type { Difference } from '#lib/domain/difference.ts';
import { ofKind, standing } from '#lib/domain/entry.ts';
import type { Outcome } from '#lib/storage/failure.ts';
import { inBackRoom } from './back-room.ts';
import { EVERY_ATTEMPT, packChosen } from './pack-choice.ts';
import type { Workspace } from './workspace.svelte.ts';
import { writeEntries } from './write-entry.ts';

type Place = Pick<Workspace, 'store' | 'storageProblem' | 'world'>;

/** What the choice of this pack would change. */
export async function compare(place: Place, pack: string): Promise<Difference> {
	return inBackRoom(place, 'compare', await packChosen(await place.store(), pack));
}

/**
 * Lets the pack count for every chat from now on. Overrides stay: they are words about chats, not scores. The scores are
 * there before the choice is told, so that no page that hears of it makes them itself.
 */
export async function choosePack(place: Place, pack: string): Promise<Outcome<unknown>> {
	const store = await place.store();
	await inBackRoom(place, 'keep', await packChosen(store, pack));
	return writeEntries(store, place.world, EVERY_ATTEMPT, { kind: 'pack-choice', body: { pack } });
}

/** Takes the last choice back: what counted before it counts again. */
export async function undoChoice(place: Place): Promise<Outcome<unknown>> {
	const store = await place.store();
	const listed = await store.listEntries({ about: EVERY_ATTEMPT });
	if (!listed.ok) return listed;
	const choices = ofKind(standing(listed.value.items), 'pack-choice');
	const last = choices.at(-1);
	if (last === undefined) return { ok: true, value: null };
	await inBackRoom(place, 'keep', await packChosen(store, choices.at(-2)?.body.pack ?? null));
	return writeEntries(store, place.world, EVERY_ATTEMPT, { kind: 'undone', body: { entry: last.id } });
}
