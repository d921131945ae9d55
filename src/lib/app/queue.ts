import { groupsIn, peopleIn, type Group, type Person } from '#lib/domain/people.ts';
import type { Pack } from '#lib/domain/pack.ts';
import type { ScoreRow } from '#lib/domain/score-row.ts';
import type { Outcome } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { readPackChoice } from './pack-choice.ts';
import { currentScores } from './score-row.ts';

/** What the trainer's pages show of all attempts at once. */
export interface Reading {
	rows: readonly ScoreRow[];
	/** Attempts that are still to be scored. */
	unscored: readonly string[];
	people: ReadonlyMap<string, Person>;
	groups: readonly Group[];
	/** The pack by which every attempt is scored; null where each counts by its own. */
	choice: Pack | null;
}

/** Reads what is scored already, and who is who: quick also where ten thousand attempts are stored. */
export async function readQueue(store: AttemptStore): Promise<Outcome<Reading>> {
	const [scores, entries, choice] = await Promise.all([
		store.listScores(),
		store.listEntries({ kinds: ['trainee', 'group', 'undone'] }),
		readPackChoice(store)
	]);
	if (!scores.ok) return scores;
	if (!entries.ok) return entries;
	const { items } = entries.value;
	return {
		ok: true,
		value: {
			...currentScores(scores.value, choice),
			people: peopleIn(items),
			groups: groupsIn(items),
			choice
		}
	};
}
