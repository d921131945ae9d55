import type { Attempt } from '#lib/domain/attempt.ts';
import { ofKind, standing } from '#lib/domain/entry.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { packById } from '#lib/scenarios/bank.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { packOf } from './pack-of.ts';

/** What a choice of pack is about where it counts for every attempt. */
export const EVERY_ATTEMPT = 'every-attempt';

/** Id of the pack by which every attempt is scored; null where each counts by the one that it was played with. */
export async function readPackChoice(store: AttemptStore): Promise<string | null> {
	const listed = await store.listEntries({ about: EVERY_ATTEMPT });
	if (!listed.ok) return null;
	return ofKind(standing(listed.value.items), 'pack-choice').at(-1)?.body.pack ?? null;
}

/** The pack that counts for an attempt: the one chosen for all where this version has it, else the attempt's own. */
export const packFor = (attempt: Pick<Attempt, 'pack' | 'desk'>, choice: string | null): Pack =>
	(choice === null ? undefined : packById(choice)) ?? packOf(attempt);
