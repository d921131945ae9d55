import { ARCHIVE_FAILURES, type ArchiveFailure } from '#lib/storage/archive-failure.ts';
import { exportArchive, importArchive, storeHash } from '#lib/storage/archive.ts';
import type { Explanation } from '#lib/storage/failure.ts';
import type { AttemptStore, Merged } from '#lib/storage/port.ts';
import { forgetUnderway } from './kept-choice.ts';
import type { World } from './world.ts';

/** Settings that remember the last full copy: when it was saved, and the hash of what it held. */
const LAST_AT = 'last-backup';
const LAST_HASH = 'last-backup-hash';

/** What stands in this browser. */
export interface Stock {
	attempts: readonly { id: string; title: string; patron: string; startedAt: string }[];
	drill: number;
	entries: number;
	/** Records that can't be read; kept aside. */
	unreadable: number;
	/** When everything was last saved as a file, ISO 8601, UTC; null where it never was. */
	lastBackupAt: string | null;
	/** Whether anything has changed since; true where nothing was ever saved and there is something to save. */
	isChanged: boolean;
}

/** Something that went wrong, in words, with all that is wrong in detail. */
export interface Refusal extends Explanation {
	problems: readonly string[];
}

const refusalOf = ({ code, problems }: ArchiveFailure): Refusal => ({
	...ARCHIVE_FAILURES[code],
	problems
});

export async function takeStock(store: AttemptStore): Promise<Stock | Refusal> {
	const [contents, settings, aside, hash] = await Promise.all([
		store.contents(),
		store.listSettings(),
		store.setAside(),
		storeHash(store)
	]);
	if (!contents.ok) return refusalOf(contents.failure);
	const setting = (key: string): string | null => {
		const found = settings.ok ? settings.value.items.find((one) => one.key === key)?.value : undefined;
		return typeof found === 'string' ? found : null;
	};
	const { attempts, drill, entries } = contents.value;
	const lastBackupAt = setting(LAST_AT);
	const isEmpty = attempts.length + drill.length + entries.length === 0;
	return {
		attempts: attempts
			.map(({ id, scenario, facts, startedAt }) => ({
				id,
				title: scenario.title,
				patron: facts.patron.name,
				startedAt
			}))
			.sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt)),
		drill: drill.length,
		entries: entries.length,
		unreadable: aside.ok ? aside.value.length : 0,
		lastBackupAt,
		isChanged: !isEmpty && (!hash.ok || hash.value !== setting(LAST_HASH))
	};
}

/** A file to be saved. */
export interface Saved {
	name: string;
	text: string;
}

const dayOf = (world: World): string => world.timestamp().slice(0, 'yyyy-mm-dd'.length);

/** Everything as one file, or the attempts asked for with what is written about them. A full one is remembered. */
export async function saveCopy(
	store: AttemptStore,
	world: World,
	attemptIds?: readonly string[]
): Promise<Saved | Refusal> {
	const exported = await exportArchive(store, attemptIds);
	if (!exported.ok) return refusalOf(exported.failure);
	const { text, checksum, attempts } = exported.value;
	if (attemptIds === undefined) {
		await store.saveSetting(LAST_AT, world.timestamp());
		await store.saveSetting(LAST_HASH, checksum);
	}
	const what = attemptIds === undefined ? 'all' : `${attempts}-chats`;
	return { name: `closing-time-${dayOf(world)}-${what}.json`, text };
}

/** Every record that can't be read, as it stands, for whoever can make something of it. */
export async function saveSetAside(store: AttemptStore, world: World): Promise<Saved | Refusal> {
	const aside = await store.setAside();
	if (!aside.ok) return refusalOf(aside.failure);
	const text = JSON.stringify({ format: 'closing-time/set-aside', records: aside.value }, null, '\t');
	return { name: `closing-time-${dayOf(world)}-set-aside.json`, text };
}

/** Takes a file in, all of it or nothing; says what changed. */
export async function takeIn(store: AttemptStore, text: string): Promise<Merged | Refusal> {
	const merged = await importArchive(store, text);
	return merged.ok ? merged.value : refusalOf(merged.failure);
}

/** Deletes everything that is stored here. */
export async function deleteEverything(store: AttemptStore): Promise<Refusal | null> {
	const wiped = await store.wipe();
	if (wiped.ok) forgetUnderway();
	return wiped.ok ? null : refusalOf(wiped.failure);
}
