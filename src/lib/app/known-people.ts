import { peopleIn, type Person } from '#lib/domain/people.ts';
import type { Outcome } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import type { World } from './world.ts';

/** Everybody whom this browser knows by name. */
export async function knownPeople(store: AttemptStore): Promise<ReadonlyMap<string, Person>> {
	const listed = await store.listEntries({ kinds: ['trainee', 'undone'] });
	return peopleIn(listed.ok ? listed.value.items : []);
}

interface Naming {
	name: string;
	library: string;
}

/** Names somebody; the id is made here, once, and stays when they are renamed. Gives the id. */
export async function nameSomebody(
	store: AttemptStore,
	world: World,
	{ name, library }: Naming,
	id: string = world.newId()
): Promise<Outcome<string>> {
	const outcome = await store.addEntries([
		{
			id: world.newId(),
			kind: 'trainee',
			about: id,
			by: id,
			at: world.timestamp(),
			body: { name: name.trim(), library: library.trim() }
		}
	]);
	return outcome.ok ? { ok: true, value: id } : outcome;
}
