import type { Entry, EntryBodies, EntryKind } from '#lib/domain/entry.ts';
import type { Outcome } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { whoIsAtDesk } from './at-desk.ts';
import type { World } from './world.ts';

/** What is said about something, before it is signed and dated. */
export type Said = { [K in EntryKind]: { kind: K; body: EntryBodies[K] } }[EntryKind];

/** Writes down what is said about one thing, all of it or nothing, signed by whoever is at the desk. Gives the entries. */
export async function writeEntries(
	store: AttemptStore,
	world: World,
	about: string,
	...said: readonly Said[]
): Promise<Outcome<readonly Entry[]>> {
	const by = await whoIsAtDesk(store);
	const entries = said.map(
		({ kind, body }) => ({ id: world.newId(), kind, about, by, at: world.timestamp(), body }) as Entry
	);
	const outcome = await store.addEntries(entries);
	return outcome.ok ? { ok: true, value: entries } : outcome;
}
