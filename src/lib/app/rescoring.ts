import { differenceOf, type Difference, type Revision } from '#lib/domain/difference.ts';
import { inOrder } from '#lib/domain/entry.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { readPackChoice } from './pack-choice.ts';
import { rescoredRow, scoreAll, scoreMissing, scoreRowOf } from './score-row.ts';

/** So many logs are read at once where the rows alone do not tell: some megabytes. */
const LOGS_AT_ONCE = 100;

/** In a worker nobody waits for the page. */
const withoutPause = (): Promise<void> => Promise.resolve();

/**
 * What another choice of pack would change over all chats that have their code, beside what counts now. Nothing of it
 * counts yet. Rows of the present choice are made where they are missing.
 */
export async function compareScores(store: AttemptStore, choice: Pack | null): Promise<Difference> {
	const present = await readPackChoice(store);
	await scoreMissing(store, { pause: withoutPause });
	const revised = await store.reviseScores((row, words) => rescoredRow(row, words, choice), false);
	if (!revised.ok) return differenceOf([]);
	const { revisions, left } = revised.value;
	const fromLogs = await reviseFromLogs(store, left, present, choice);
	return differenceOf([...revisions, ...fromLogs].filter(({ before }) => before.isCoded));
}

async function reviseFromLogs(
	store: AttemptStore,
	ids: readonly string[],
	present: Pack | null,
	choice: Pack | null
): Promise<Revision[]> {
	const revisions: Revision[] = [];
	for (let start = 0; start < ids.length; start += LOGS_AT_ONCE) {
		const read = await store.contents(ids.slice(start, start + LOGS_AT_ONCE));
		if (!read.ok) continue;
		for (const attempt of read.value.attempts) {
			const own = inOrder(read.value.entries.filter(({ about }) => about === attempt.id));
			revisions.push({
				before: scoreRowOf(attempt, own, present),
				after: scoreRowOf(attempt, own, choice)
			});
		}
	}
	return revisions;
}

/** Makes the rows of all chats by this choice, and keeps them: from now on they are what lists and tables show. */
export async function keepScores(store: AttemptStore, choice: Pack | null): Promise<void> {
	const revised = await store.reviseScores((row, words) => rescoredRow(row, words, choice), true);
	if (revised.ok) await scoreAll(store, revised.value.left, { choice, pause: withoutPause });
}
