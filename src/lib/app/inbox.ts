import { ARCHIVE_FAILURES } from '#lib/storage/archive-failure.ts';
import { importArchive } from '#lib/storage/archive.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
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

export interface Taking {
	/** Called after each file, with how many are done. */
	onProgress: (done: number) => void;
	/** Lets the page breathe between two files. */
	pause: () => Promise<void>;
	/** Asked between two files; what is not taken in by then is left where it is. */
	isCalledOff: () => boolean;
}

async function takeOne(store: AttemptStore, file: Incoming): Promise<Arrival> {
	const refused = (code: keyof typeof ARCHIVE_FAILURES, problems: readonly string[]): Arrival => ({
		file: file.name,
		is: 'refused',
		why: { ...ARCHIVE_FAILURES[code], problems }
	});
	if (file.size > LARGEST_FILE) return refused('too-large', [`It has ${file.size} bytes`]);
	let text: string;
	try {
		text = await file.text();
	} catch (error) {
		return refused('not-an-archive', [error instanceof Error ? error.message : 'It can’t be read']);
	}
	const merged = await importArchive(store, text);
	if (!merged.ok) return refused(merged.failure.code, merged.failure.problems);
	const { unchanged, ...changed } = merged.value;
	return Object.values(changed).every((count) => count === 0)
		? { file: file.name, is: 'known' }
		: { file: file.name, is: 'new', told: mergedInWords({ unchanged, ...changed }) };
}

/** Takes in any number of files, each wholly or not at all; gives what became of each, in order. */
export async function takeInAll(
	store: AttemptStore,
	files: readonly Incoming[],
	{ onProgress, pause, isCalledOff }: Taking
): Promise<Arrival[]> {
	const arrivals: Arrival[] = [];
	for (const file of files) {
		if (isCalledOff()) break;
		arrivals.push(await takeOne(store, file));
		onProgress(arrivals.length);
		await pause();
	}
	return arrivals;
}
