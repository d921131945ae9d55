import * as v from 'valibot';
import { ATTEMPT_FORMAT } from '#lib/domain/attempt.ts';
import type { ArchiveCode, ArchiveFailure } from './archive-failure.ts';
import { broughtForward } from './bring-forward.ts';
import { canonical, DEEPEST, isSame, unfitness } from './canonical.ts';
import { checksumOf } from './checksum.ts';
import type { Outcome } from './failure.ts';
import type { AttemptStore, Contents, Merged } from './port.ts';
import { contentsEntries, parseWith } from './schema.ts';
import { fieldOf } from './set-aside.ts';

/** The file is described field by field in docs/archive-format.md. */
const FORMAT = 'closing-time/archive';
const VERSION = 2;

/**
 * Length of a file in UTF-16 units: some thousand attempts. A browser's longest text is five times that, and reading
 * takes several copies.
 */
const LONGEST_ARCHIVE = 100_000_000;

const archiveSchema = v.strictObject({
	format: v.literal(FORMAT),
	version: v.literal(VERSION),
	checksum: v.pipe(
		v.string(),
		v.regex(/^sha256:[0-9a-f]{64}$/, 'Expected sha256: and 64 hexadecimal digits')
	),
	...contentsEntries
});

const refused = (code: ArchiveCode, ...problems: string[]): { ok: false; failure: ArchiveFailure } => ({
	ok: false,
	failure: { code, problems }
});

/** Whether brackets are nested deeper than any record of ours. Counted before anything parses the text. */
function isDeep(text: string): boolean {
	let depth = 0;
	let isInString = false;
	for (let index = 0; index < text.length; index++) {
		const letter = text[index];
		if (isInString) {
			if (letter === '\\') index++;
			else if (letter === '"') isInString = false;
		} else if (letter === '"') isInString = true;
		else if (letter === '{' || letter === '[') {
			if (++depth > DEEPEST) return true;
		} else if (letter === '}' || letter === ']') depth--;
	}
	return false;
}

/** A text that can't be parsed may still be recognised as ours that broke off. */
const looksLikeOurs = (text: string): boolean => text.includes(FORMAT);

/** What the text says it is, or why it can't be looked into any further. */
function openArchive(text: string): Outcome<object, ArchiveFailure> {
	if (text.length > LONGEST_ARCHIVE) return refused('too-large', `It has ${text.length} characters`);
	const ours = looksLikeOurs(text) ? 'damaged' : 'not-an-archive';
	if (isDeep(text)) return refused(ours, `It is nested deeper than ${DEEPEST}`);
	let value: unknown;
	try {
		// Some editors put a mark before the first letter.
		value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
	} catch (error) {
		return refused(ours, error instanceof Error ? error.message : 'It is not JSON');
	}
	const format = fieldOf(value, 'format');
	if (typeof value !== 'object' || value === null || format !== FORMAT) {
		return refused('not-an-archive', `format: expected "${FORMAT}"`);
	}
	const version = fieldOf(value, 'version');
	if (typeof version === 'number' && version > VERSION) {
		return refused('newer', `version: ${version}, and this page knows ${VERSION}`);
	}
	const unfit = unfitness(value);
	return unfit === null ? { ok: true, value } : refused('damaged', unfit);
}

/** Attempts that were stored by a newer version, by their position. */
function newerAttempts(archive: object): string[] {
	const attempts = fieldOf(archive, 'attempts');
	if (!Array.isArray(attempts)) return [];
	return attempts.flatMap((attempt, index) => {
		const format = fieldOf(attempt, 'format');
		return typeof format === 'number' && format > ATTEMPT_FORMAT
			? [`attempts.${index}.format: ${format}, and this page knows ${ATTEMPT_FORMAT}`]
			: [];
	});
}

/** A file of the first version in the shape of this one. It had a list that was always empty where entries stand now. */
function archiveBroughtForward(archive: object): object {
	if (fieldOf(archive, 'version') !== 1) return archive;
	const { marks, attempts, ...rest } = archive as Record<string, unknown>;
	return {
		...rest,
		version: VERSION,
		attempts: Array.isArray(attempts) ? attempts.map(broughtForward) : attempts,
		entries: marks
	};
}

/** Reads and checks a whole file; gives what it holds, or all that is wrong with it. Changes nothing. */
export async function readArchive(text: string): Promise<Outcome<Contents, ArchiveFailure>> {
	const opened = openArchive(text);
	if (!opened.ok) return opened;
	const { checksum: claimed, ...content } = opened.value as Record<string, unknown>;
	const checksum = await checksumOf(content);
	if (checksum === null) return refused('insecure-page', 'crypto.subtle is missing');
	const mismatch =
		claimed === checksum ? [] : [`checksum: the content gives ${checksum}, not what the file says`];
	const newer = newerAttempts(content);
	if (newer.length > 0 && mismatch.length === 0) return refused('newer', ...newer);
	const archive = archiveBroughtForward(opened.value);
	const parsed = parseWith(archiveSchema, archive);
	const problems = [...('problems' in parsed ? parsed.problems : []), ...mismatch];
	if ('problems' in parsed || problems.length > 0) return refused('damaged', ...problems);
	// A schema may read an empty list as an empty record: what it did not leave as it was, it did not understand.
	if (!isSame(parsed.value, archive)) return refused('damaged', 'A list stands where a record belongs');
	const { attempts, drill, entries } = parsed.value;
	return { ok: true, value: { attempts, drill, entries } };
}

/** Takes in all of a file or nothing of it. Taking it in again changes nothing, and the order of files does not matter. */
export async function importArchive(
	store: AttemptStore,
	text: string
): Promise<Outcome<Merged, ArchiveFailure>> {
	const read = await readArchive(text);
	return read.ok ? store.merge(read.value) : read;
}

export interface Exported {
	/** The file's content, to be written in UTF-8. */
	text: string;
	checksum: string;
	attempts: number;
	/** Records that are not in it, because they can't be read: `setAside` gives them as they are. */
	unreadable: number;
}

/** Writes these contents as the text of a file. */
export async function sealArchive({
	attempts,
	drill,
	entries
}: Contents): Promise<Outcome<Pick<Exported, 'text' | 'checksum'>, ArchiveFailure>> {
	const content = { format: FORMAT, version: VERSION, attempts, drill, entries };
	const checksum = await checksumOf(content);
	if (checksum === null) return refused('insecure-page', 'crypto.subtle is missing');
	const text = canonical({ ...content, checksum });
	if (text.length > LONGEST_ARCHIVE) return refused('too-large', `It would have ${text.length} characters`);
	return { ok: true, value: { text, checksum } };
}

/** Writes everything, or the attempts asked for without drill results, as one file. */
export async function exportArchive(
	store: AttemptStore,
	attemptIds?: readonly string[]
): Promise<Outcome<Exported, ArchiveFailure>> {
	const contents = await store.contents(attemptIds);
	if (!contents.ok) return contents;
	const { attempts, unreadable } = contents.value;
	const sealed = await sealArchive(contents.value);
	return sealed.ok ? { ok: true, value: { ...sealed.value, attempts: attempts.length, unreadable } } : sealed;
}

/** One value for all that a store holds and can export: equal exactly where two stores hold the same. */
export async function storeHash(store: AttemptStore): Promise<Outcome<string, ArchiveFailure>> {
	const exported = await exportArchive(store);
	return exported.ok ? { ok: true, value: exported.value.checksum } : exported;
}
