import type { Entry } from '#lib/domain/entry.ts';
import { DEFAULT_PACK, PACKS } from '#lib/scenarios/bank.ts';
import type { Outcome } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { packFor } from './pack-choice.ts';
import { readQueue, type Reading } from './queue.ts';

/** What the trainer's page of the whole group shows. */
export interface Glance extends Reading {
	/** Disputes, what became of them, and what was taken back. */
	disputes: readonly Entry[];
	/** The policy packs there are. */
	packs: readonly { id: string; name: string }[];
	/** The share of the points with which a chat passes, 0 to 1: of the pack chosen for all, or of the usual one. */
	passMark: number;
}

export async function readGlance(store: AttemptStore): Promise<Outcome<Glance>> {
	const [queue, entries] = await Promise.all([
		readQueue(store),
		store.listEntries({ kinds: ['dispute', 'upheld', 'undone'] })
	]);
	if (!queue.ok) return queue;
	if (!entries.ok) return entries;
	const { passMark } = packFor({ pack: DEFAULT_PACK }, queue.value.choice);
	return { ok: true, value: { ...queue.value, disputes: entries.value.items, packs: PACKS, passMark } };
}
