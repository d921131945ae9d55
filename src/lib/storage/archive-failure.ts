import { STORAGE_FAILURES, type Explanation, type StorageCode } from './failure.ts';

/** Why a file can't be read or written, beside what can go wrong with the store itself. */
export const ARCHIVE_CODES = ['not-an-archive', 'damaged', 'newer', 'too-large', 'insecure-page'] as const;
export type ArchiveCode = (typeof ARCHIVE_CODES)[number] | StorageCode;

/** `problems` names all that is wrong with the file, each with the path of what it is about. */
export interface ArchiveFailure {
	code: ArchiveCode;
	problems: readonly string[];
}

/** The store's own sentences, but for what means something else where a file is involved. */
export const ARCHIVE_FAILURES: Readonly<Record<ArchiveCode, Explanation>> = {
	...STORAGE_FAILURES,
	'not-an-archive': {
		sentence: 'This is not a file that Closing Time has exported.',
		remedy: 'Nothing was taken in, and everything stored is safe. Choose another file.'
	},
	damaged: {
		sentence: 'This file is damaged.',
		remedy: 'Nothing was taken in, and everything stored is safe. Take another copy of the file.'
	},
	newer: {
		sentence: 'This file comes from a newer version of Closing Time.',
		remedy: 'Nothing was taken in, and everything stored is safe. Reload this page for the newest version.'
	},
	'too-large': {
		sentence: 'This is more than one file can hold.',
		remedy: 'Everything stored is safe. Export fewer attempts to a file.'
	},
	'insecure-page': {
		sentence: 'Files can not be checked here, because this page was not loaded securely.',
		remedy: 'Everything stored is safe. Open Closing Time over https, or on the computer that serves it.'
	},
	conflict: {
		sentence: 'This file contradicts what is stored here.',
		remedy:
			'Nothing was taken in, and everything stored is safe. Delete the attempts it contradicts, or keep them.'
	}
};
