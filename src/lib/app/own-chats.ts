import type { AttemptHeader } from '#lib/domain/attempt.ts';
import { latestOf, standing } from '#lib/domain/entry.ts';
import type { AttemptStore } from '#lib/storage/port.ts';

/**
 * Whether an attempt is a person's own (null: of somebody who has not said who they are): theirs, or nobody's yet. What
 * others have handed in or play at the same computer is not.
 */
export async function ownChats(
	store: AttemptStore,
	person: string | null
): Promise<(header: Pick<AttemptHeader, 'id' | 'trainee'>) => boolean> {
	const listed = await store.listEntries({ kinds: ['played-by', 'undone'] });
	const said = latestOf(standing(listed.ok ? listed.value.items : []), 'played-by');
	return ({ id, trainee }) => {
		const player = trainee ?? said.get(id)?.body.trainee ?? null;
		return player === null || player === person;
	};
}
