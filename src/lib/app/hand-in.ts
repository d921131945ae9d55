import { playerOf } from '#lib/domain/people.ts';
import { ARCHIVE_FAILURES } from '#lib/storage/archive-failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { saveCopy, type Refusal, type Saved } from './backup.ts';
import { knownPeople } from './known-people.ts';
import { ownChats } from './own-chats.ts';
import type { World } from './world.ts';
import { writeEntries } from './write-entry.ts';

/** A chat that can be handed in. */
export interface Handable {
	id: string;
	title: string;
	patron: string;
	startedAt: string;
}

/**
 * The coded chats of somebody, the latest first; those that nobody has put a name to are theirs to take. Chats of others
 * who share the computer are left out.
 */
export async function handable(store: AttemptStore, person: string | null): Promise<readonly Handable[]> {
	const [listed, isOwn] = await Promise.all([store.list(), ownChats(store, person)]);
	if (!listed.ok) return [];
	return listed.value.items
		.filter(({ header, finished, damaged }) => finished && !damaged && isOwn(header))
		.map(({ header: { id, scenario, facts, startedAt } }) => ({
			id,
			title: scenario.title,
			patron: facts.patron.name,
			startedAt
		}));
}

/** Longer names of files are cut by some systems. */
const LONGEST_WORD = 40;

/** A name as a part of a file's name, with the dash before it: a trainer gets a file from each of many. */
function fileWord(name: string): string {
	const word = name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '')
		.slice(0, LONGEST_WORD);
	return word === '' ? '' : `-${word}`;
}

/** The chosen chats of somebody as one file for the trainer. Chats that nobody had put a name to become theirs. */
export async function handIn(
	store: AttemptStore,
	world: World,
	person: string,
	attemptIds: readonly string[]
): Promise<Saved | Refusal> {
	for (const id of attemptIds) {
		const read = await store.read(id);
		const known = await store.listEntries({ about: id });
		if (!read.ok || read.value === null || !known.ok) continue;
		const isNamed = playerOf(read.value.attempt, known.value.items) !== null;
		if (isNamed) continue;
		const written = await writeEntries(store, world, id, { kind: 'played-by', body: { trainee: person } });
		if (!written.ok) return { ...ARCHIVE_FAILURES[written.failure.code], problems: written.failure.problems };
	}
	const saved = await saveCopy(store, world, attemptIds);
	if ('sentence' in saved) return saved;
	const called = (await knownPeople(store)).get(person)?.name ?? '';
	return { ...saved, name: saved.name.replace(/\.json$/, `${fileWord(called)}.json`) };
}
