import { latestOf, type EntryOf } from '#lib/domain/entry.ts';
import type { OurDesk } from '#lib/domain/our-desk.ts';
import type { AttemptStore } from '#lib/storage/port.ts';

/** Setting: id of the desk at which this browser's chats are taken over; none where each is at its own library. */
const CHOSEN = 'our-desk';

/** The desks known in this browser, the last change of each, by name. */
export async function listDesks(store: AttemptStore): Promise<readonly EntryOf<'our-desk'>[]> {
	const entries = await store.listEntries({ kinds: ['our-desk'] });
	if (!entries.ok) return [];
	return [...latestOf(entries.value.items, 'our-desk').values()].sort((a, b) =>
		a.body.name.localeCompare(b.body.name, 'en')
	);
}

/** The desk at which chats are taken over here; null where each is at its own library. */
export async function chosenDesk(store: AttemptStore): Promise<OurDesk | null> {
	const settings = await store.listSettings();
	const id = settings.ok ? settings.value.items.find(({ key }) => key === CHOSEN)?.value : undefined;
	if (typeof id !== 'string') return null;
	const entries = await store.listEntries({ kinds: ['our-desk'], about: id });
	return entries.ok ? (latestOf(entries.value.items, 'our-desk').get(id)?.body ?? null) : null;
}

/** Null: each chat at its own library. */
export const chooseDesk = (store: AttemptStore, id: string | null) => store.saveSetting(CHOSEN, id);
