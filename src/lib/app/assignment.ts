import { placesIn, type Assignment, type Place } from '#lib/domain/assignment.ts';
import type { AttemptHeader } from '#lib/domain/attempt.ts';
import { standing, type Entry, type EntryOf } from '#lib/domain/entry.ts';
import { packById, SCENARIOS } from '#lib/scenarios/bank.ts';
import { checksumOf } from '#lib/storage/checksum.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import type { World } from './world.ts';

/** Begins the ids of assignments. */
const PREFIX = 'assignment-';
/** So much of a hash that nobody finds another assignment with the same. */
const HASH_DIGITS = 32;

/** The id that an assignment must have; null where the page has no means to work it out. */
export async function assignmentId(assignment: Assignment): Promise<string | null> {
	const checksum = await checksumOf(assignment);
	return checksum === null ? null : PREFIX + checksum.slice('sha256:'.length).slice(0, HASH_DIGITS);
}

/** Whether it says what its id was made of: an assignment that was changed is another one. */
export const isGenuine = async ({ about, body }: EntryOf<'assignment'>): Promise<boolean> =>
	about === (await assignmentId(body));

/** The entry that keeps an assignment; null where the page has no means to seal it. */
export async function assignmentEntry(
	assignment: Assignment,
	world: World
): Promise<EntryOf<'assignment'> | null> {
	const about = await assignmentId(assignment);
	if (about === null) return null;
	return {
		id: world.newId(),
		kind: 'assignment',
		about,
		by: null,
		at: world.timestamp(),
		body: assignment
	};
}

/** The assignments among entries, by id; what was changed on the way is none. */
export async function assignmentsIn(entries: readonly Entry[]): Promise<Map<string, EntryOf<'assignment'>>> {
	const found = standing(entries).filter(
		(entry): entry is EntryOf<'assignment'> => entry.kind === 'assignment'
	);
	const genuine = await Promise.all(found.map(isGenuine));
	// The same assignment entered twice says the same, so any of both will do.
	return new Map(found.filter((_, index) => genuine[index]).map((entry) => [entry.about, entry] as const));
}

/** The assignments that this browser knows, the last made first. */
export async function listAssignments(store: AttemptStore): Promise<readonly EntryOf<'assignment'>[]> {
	const listed = await store.listEntries({ kinds: ['assignment', 'undone'] });
	if (!listed.ok) return [];
	return [...(await assignmentsIn(listed.value.items)).values()].sort(
		(a, b) => Date.parse(b.at) - Date.parse(a.at)
	);
}

/** The assignment of an id; null where this browser has none. */
export async function findAssignment(store: AttemptStore, id: string): Promise<Assignment | null> {
	const listed = await store.listEntries({ kinds: ['assignment', 'undone'] });
	return listed.ok ? ((await assignmentsIn(listed.value.items)).get(id)?.body ?? null) : null;
}

/** What a sheet says of an assignment beside itself: its chats and rules by the names that they have here. */
export const namesIn = ({ tasks, pack }: Assignment) => ({
	titles: tasks.map(({ scenario }) => SCENARIOS.find(({ id }) => id === scenario)?.title ?? null),
	rules: packById(pack)?.name ?? 'rules that this version does not have'
});

/** One chat that is asked for, and how far somebody is with it. */
export interface TaskStanding {
	scenario: string;
	/** Null where this version has no chat of that name. */
	title: string | null;
	minutes: number;
	places: readonly (Place<AttemptHeader> & { isFinished: boolean })[];
	/** How many more attempts at it count; null where all do. */
	left: number | null;
}

/** How far somebody is with an assignment. `trainee` null: what was played by nobody named. */
export async function standingOf(
	store: AttemptStore,
	id: string,
	assignment: Assignment,
	trainee: string | null
): Promise<readonly TaskStanding[]> {
	const listed = await store.list();
	const mine = (listed.ok ? listed.value.items : []).filter(
		({ header }) => header.assignment === id && header.trainee === trainee
	);
	const finished = new Set(mine.filter((one) => one.finished).map(({ header }) => header.id));
	const places = placesIn(
		assignment,
		mine.map(({ header }) => header)
	);
	return assignment.tasks.map(({ scenario }) => {
		const summary = SCENARIOS.find((one) => one.id === scenario);
		const own = places.filter(({ attempt }) => attempt.scenario.id === scenario);
		return {
			scenario,
			title: summary?.title ?? null,
			minutes: summary?.minutes ?? 0,
			places: own.map((place) => ({ ...place, isFinished: finished.has(place.attempt.id) })),
			left: assignment.attempts === null ? null : Math.max(0, assignment.attempts - own.length)
		};
	});
}
