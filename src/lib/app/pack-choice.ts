import type { Attempt } from '#lib/domain/attempt.ts';
import { latestOf, ofKind, standing, type Entry } from '#lib/domain/entry.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { packById, PACKS } from '#lib/scenarios/bank.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { packOf } from './pack-of.ts';

/** What a choice of pack is about where it counts for every attempt. */
export const EVERY_ATTEMPT = 'every-attempt';

/** The packs of the bank, and the house rules of every desk of one's own as they were saved last. */
export const packsIn = (entries: readonly Entry[]): Pack[] => [
	...PACKS,
	...[...latestOf(standing(entries), 'our-desk').values()].map(({ body }) => body.pack)
];

/** Every pack that chats can be scored by in this browser. */
export async function readPacks(store: AttemptStore): Promise<Pack[]> {
	const listed = await store.listEntries({ kinds: ['our-desk', 'undone'] });
	return packsIn(listed.ok ? listed.value.items : []);
}

/** The pack by which every attempt is scored; null where each counts by the one that it was played with. */
export async function readPackChoice(store: AttemptStore): Promise<Pack | null> {
	const listed = await store.listEntries({ about: EVERY_ATTEMPT });
	if (!listed.ok) return null;
	return packChosen(store, ofKind(standing(listed.value.items), 'pack-choice').at(-1)?.body.pack ?? null);
}

/** The pack of this id; null where none is asked for, or where this browser does not have it. */
export async function packChosen(store: AttemptStore, id: string | null): Promise<Pack | null> {
	if (id === null) return null;
	return packById(id) ?? (await readPacks(store)).find((pack) => pack.id === id) ?? null;
}

/** The pack that counts for an attempt: the one chosen for all, else the attempt's own. */
export const packFor = (attempt: Pick<Attempt, 'pack' | 'desk'>, choice: Pack | null): Pack =>
	choice ?? packOf(attempt);
