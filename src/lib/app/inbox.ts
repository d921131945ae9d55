import { ARCHIVE_FAILURES } from '#lib/storage/archive-failure.ts';
import { readArchive } from '#lib/storage/archive.ts';
import type { AttemptStore, Contents, Merged } from '#lib/storage/port.ts';
import type { Refusal } from './backup.ts';
import { mergedInWords } from './merged-words.ts';

/** A file as a page gets it. */
export interface Incoming {
	name: string;
	/** Bytes. */
	size: number;
	text(): Promise<string>;
}

/** What became of one file. */
export type Arrival =
	| { file: string; is: 'new'; told: string }
	| { file: string; is: 'known' }
	| { file: string; is: 'refused'; why: Refusal };

/** Bytes of a file that is not even read: above what `archive.ts` takes, whatever its letters. */
const LARGEST_FILE = 400_000_000;

/** Files that are stored in one transaction: each more would save less, and be longer in being called off. */
const FILES_AT_ONCE = 25;
/** Bytes of files that are held at once; one file may be larger. */
const BYTES_AT_ONCE = 20_000_000;

export interface Taking {
	/** Called after every few files, with how many are done of how many. */
	onProgress: (done: number, of: number) => void;
	/** Lets the page breathe between two files. */
	pause: () => Promise<void>;
	/** Asked between them; what is not taken in by then is left where it is. */
	isCalledOff: () => boolean;
}

/** A file that was read and checked, or what is wrong with it. */
type Opened = { file: string; contents: Contents } | Arrival;

const refused = (
	file: string,
	code: keyof typeof ARCHIVE_FAILURES,
	problems: readonly string[]
): Arrival => ({
	file,
	is: 'refused',
	why: { ...ARCHIVE_FAILURES[code], problems }
});

async function open(file: Incoming): Promise<Opened> {
	if (file.size > LARGEST_FILE) return refused(file.name, 'too-large', [`It has ${file.size} bytes`]);
	let text: string;
	try {
		text = await file.text();
	} catch (error) {
		return refused(file.name, 'not-an-archive', [
			error instanceof Error ? error.message : 'It can’t be read'
		]);
	}
	const read = await readArchive(text);
	return read.ok
		? { file: file.name, contents: read.value }
		: refused(file.name, read.failure.code, read.failure.problems);
}

function arrival(file: string, merged: Merged): Arrival {
	const { unchanged, ...changed } = merged;
	return Object.values(changed).every((count) => count === 0)
		? { file, is: 'known' }
		: { file, is: 'new', told: mergedInWords({ unchanged, ...changed }) };
}

/** Stores each of these wholly or not at all. Where there is no room for all of them, there may be for some. */
async function storeEach(store: AttemptStore, opened: readonly Opened[]): Promise<Arrival[]> {
	const readable = opened.filter((one) => 'contents' in one);
	const merged = await store.mergeEach(readable.map(({ contents }) => contents));
	if (!merged.ok && readable.length > 1) {
		const each: Arrival[] = [];
		for (const one of opened) each.push(...(await storeEach(store, [one])));
		return each;
	}
	const outcomes = merged.ok ? merged.value : readable.map(() => merged);
	let next = 0;
	return opened.map((one): Arrival => {
		if (!('contents' in one)) return one;
		const outcome = outcomes[next++]!;
		return outcome.ok
			? arrival(one.file, outcome.value)
			: refused(one.file, outcome.failure.code, outcome.failure.problems);
	});
}

/** The files in order, as many together as are stored at once. */
function* handfuls(files: readonly Incoming[]): Generator<readonly Incoming[]> {
	let handful: Incoming[] = [];
	let bytes = 0;
	for (const file of files) {
		const isFull = handful.length >= FILES_AT_ONCE || bytes + file.size > BYTES_AT_ONCE;
		if (isFull && handful.length > 0) {
			yield handful;
			[handful, bytes] = [[], 0];
		}
		handful.push(file);
		bytes += file.size;
	}
	if (handful.length > 0) yield handful;
}

/**
 * Takes in any number of files, each wholly or not at all; gives what became of each, in order. While some are stored,
 * the next ones are read and checked.
 */
export async function takeInAll(
	store: AttemptStore,
	files: readonly Incoming[],
	{ onProgress, pause, isCalledOff }: Taking
): Promise<Arrival[]> {
	const arrivals: Arrival[] = [];
	let storing: Promise<void> = Promise.resolve();
	const keep = async (opened: readonly Opened[]) => {
		arrivals.push(...(await storeEach(store, opened)));
		onProgress(arrivals.length, files.length);
	};
	for (const handful of handfuls(files)) {
		const opened: Opened[] = [];
		for (const file of handful) {
			opened.push(await open(file));
			await pause();
		}
		await storing;
		if (isCalledOff()) return arrivals;
		storing = keep(opened);
	}
	await storing;
	return arrivals;
}
