import type { Entry, EntryKind, EntryOf } from '#lib/domain/entry.ts';
import { ARCHIVE_FAILURES, type ArchiveCode, type ArchiveFailure } from '#lib/storage/archive-failure.ts';
import { readArchive, sealArchive } from '#lib/storage/archive.ts';
import type { Explanation, Outcome } from '#lib/storage/failure.ts';
import { packed, unpacked } from '#lib/storage/packed.ts';
import type { Refusal, Saved } from './backup.ts';

/**
 * One entry that travels alone, as a file or in the address of a page. Both are an archive of one entry
 * (docs/archive-format.md), so whatever takes archives in takes these too.
 */
export interface Shared {
	file: Saved;
	/** Behind the # of an address. */
	fragment: string;
}

/** What goes wrong with a link is told of a link. */
const LINK_FAILURES: Partial<Record<ArchiveCode, Explanation>> = {
	'not-an-archive': {
		sentence: 'This link holds nothing that Closing Time can read.',
		remedy: 'Nothing was taken in, and everything stored is safe. Ask for the link again, or for a file.'
	},
	damaged: {
		sentence: 'This link is not complete.',
		remedy:
			'Nothing was taken in, and everything stored is safe. Mail programs break long links: copy all of it, or ask for a file.'
	},
	newer: {
		sentence: 'This link comes from a newer version of Closing Time.',
		remedy: 'Nothing was taken in, and everything stored is safe. Reload this page for the newest version.'
	},
	'too-large': {
		sentence: 'This link is longer than any that Closing Time makes.',
		remedy: 'Nothing was taken in, and everything stored is safe. Ask for a file instead.'
	}
};

/** Seals an entry for the way. `name` names the file. */
export async function share(entry: Entry, name: string): Promise<Shared | Refusal> {
	const sealed = await sealArchive({ attempts: [], drill: [], entries: [entry] });
	if (!sealed.ok) return { ...ARCHIVE_FAILURES[sealed.failure.code], problems: sealed.failure.problems };
	const { text } = sealed.value;
	return { file: { name, text }, fragment: await packed(text) };
}

const WANTED: Partial<Record<EntryKind, string>> = { 'our-desk': 'a desk', assignment: 'an assignment' };

/** The one entry that somebody shared; nothing else may lie beside it. */
async function oneEntry<K extends EntryKind>(
	text: string,
	kind: K
): Promise<Outcome<EntryOf<K>, ArchiveFailure>> {
	const read = await readArchive(text);
	if (!read.ok) return read;
	const { attempts, drill, entries } = read.value;
	const [entry] = entries;
	if (attempts.length + drill.length > 0 || entries.length !== 1 || entry?.kind !== kind) {
		const found = `${attempts.length} chats, ${entries.map((one) => one.kind).join(', ') || 'no entry'}`;
		return {
			ok: false,
			failure: {
				code: 'not-an-archive',
				problems: [`Expected ${WANTED[kind] ?? kind} and nothing else; it holds ${found}`]
			}
		};
	}
	return { ok: true, value: entry as EntryOf<K> };
}

const told = <T>(
	outcome: Outcome<T, ArchiveFailure>,
	words: Partial<Record<ArchiveCode, Explanation>>
): T | Refusal => {
	if (outcome.ok) return outcome.value;
	const { code, problems } = outcome.failure;
	return { ...(words[code] ?? ARCHIVE_FAILURES[code]), problems };
};

/** Reads what stands behind the # of an address. Stores nothing. */
export async function readFragment<K extends EntryKind>(
	fragment: string,
	kind: K
): Promise<EntryOf<K> | Refusal> {
	const text = await unpacked(fragment);
	return told(text.ok ? await oneEntry(text.value, kind) : text, LINK_FAILURES);
}

/** Reads the text of a file that holds one entry. Stores nothing. */
export const readSharedFile = async <K extends EntryKind>(
	text: string,
	kind: K
): Promise<EntryOf<K> | Refusal> => told(await oneEntry(text, kind), {});
