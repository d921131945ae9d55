import { groupsIn, type Group } from '#lib/domain/people.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { ARCHIVE_FAILURES } from '#lib/storage/archive-failure.ts';
import { assignmentsIn } from './assignment.ts';
import type { Refusal } from './backup.ts';
import { breathing } from './breath.ts';
import { linesOf, type Lines } from './export-lines.ts';
import { packFor, readPackChoice } from './pack-choice.ts';
import type { World } from './world.ts';

export interface LinesRead extends Lines {
	groups: readonly Group[];
}

/** Reads everything that is stored as lines for tables and reports, by the pack that counts. */
export async function readLines(store: AttemptStore, world: World): Promise<LinesRead | Refusal> {
	const [contents, choice] = await Promise.all([store.contents(), readPackChoice(store)]);
	if (!contents.ok) {
		const { code, problems } = contents.failure;
		return { ...ARCHIVE_FAILURES[code], problems };
	}
	const { entries } = contents.value;
	const assignments = await assignmentsIn(entries);
	const lines = await linesOf(contents.value, {
		assignments: new Map([...assignments].map(([id, { body }]) => [id, body])),
		packFor: (attempt) => packFor(attempt, choice),
		pause: breathing(world)
	});
	return { ...lines, groups: groupsIn(entries) };
}
