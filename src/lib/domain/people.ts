import { latestOf, ofKind, standing, type Entry } from './entry.ts';

/** Somebody who plays, or who reviews: one id for good, whatever they are called. */
export interface Person {
	id: string;
	name: string;
	library: string;
	/** The name as it is shown: with what tells namesakes apart where there are any. */
	shown: string;
}

/** So much of an id tells two namesakes of one library apart. */
const ID_SHOWN = 4;

/** Who is known, by id: names as they were last given. Two of the same name are shown apart. */
export function peopleIn(entries: readonly Entry[]): Map<string, Person> {
	const named = [...latestOf(standing(entries), 'trainee')].map(([id, { body }]) => ({ id, ...body }));
	const alike = new Map<string, number>();
	const count = (key: string) => alike.set(key, (alike.get(key) ?? 0) + 1);
	const keyOf = (...parts: string[]) => JSON.stringify(parts.map((part) => part.trim().toLowerCase()));
	for (const { name, library } of named) {
		count(keyOf(name));
		count(keyOf(name, library));
	}
	const isAlone = (...parts: string[]): boolean => alike.get(keyOf(...parts)) === 1;
	return new Map(
		named.map(({ id, name, library }) => {
			const called = name.trim() === '' ? 'No name' : name;
			const shown = isAlone(name)
				? called
				: isAlone(name, library)
					? `${called}, ${library}`
					: `${called}, ${library} (${id.slice(-ID_SHOWN)})`;
			return [id, { id, name, library, shown }];
		})
	);
}

/** Who played an attempt: whom it names, else who is said to have by the entries about it; null where nobody is. */
export const playerOf = (
	{ trainee }: { readonly trainee: string | null },
	entries: readonly Entry[]
): string | null => trainee ?? ofKind(standing(entries), 'played-by').at(-1)?.body.trainee ?? null;

/** A group of trainees. */
export interface Group {
	id: string;
	name: string;
	members: readonly string[];
}

/** The groups that have members, by name. */
export const groupsIn = (entries: readonly Entry[]): Group[] =>
	[...latestOf(standing(entries), 'group')]
		.map(([id, { body }]) => ({ id, ...body }))
		.filter(({ members }) => members.length > 0)
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
