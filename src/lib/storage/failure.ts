/** Why something could not be stored or read. The codes are stable: pages and tests rely on them. */
export const STORAGE_CODES = [
	'unavailable',
	'full',
	'aborted',
	'blocked',
	'corrupt',
	'newer-version',
	'conflict'
] as const;
export type StorageCode = (typeof STORAGE_CODES)[number];

/** `problems` says what exactly was wrong, for a report; the sentence for the reader stands in `STORAGE_FAILURES`. */
export interface StorageFailure {
	code: StorageCode;
	problems: readonly string[];
}

/** What a call gives: a value, or a failure as a value. Nothing that is expected to go wrong is thrown. */
export type Outcome<T, F = StorageFailure> = { ok: true; value: T } | { ok: false; failure: F };

export interface Explanation {
	/** What happened. */
	sentence: string;
	/** What is safe, and what to do. */
	remedy: string;
}

export const STORAGE_FAILURES: Readonly<Record<StorageCode, Explanation>> = {
	unavailable: {
		sentence: 'This browser does not let Closing Time store anything.',
		remedy:
			'Your session goes on, but only in this page: export it before you close it. To keep sessions, leave private browsing or allow this site to store data.'
	},
	full: {
		sentence: 'There is no room left to store this.',
		remedy:
			'Everything stored before is safe, and nothing was half stored. Export your attempts, delete some, and try again.'
	},
	aborted: {
		sentence: 'The browser broke off while storing.',
		remedy: 'Everything stored before is safe, and nothing was half stored. Try again.'
	},
	blocked: {
		sentence: 'An older tab of Closing Time holds on to your stored sessions.',
		remedy: 'Everything stored is safe. Close the other tabs, then reload this one.'
	},
	corrupt: {
		sentence: 'A record does not have the shape it must have.',
		remedy:
			'It was set aside, not deleted, and you can export it as it is from the page about your data. Everything else is safe.'
	},
	'newer-version': {
		sentence: 'A newer version of Closing Time has taken over your stored sessions.',
		remedy:
			'Everything stored is safe. This page has stopped storing, so that the two never write over each other: copy what you have typed, then reload.'
	},
	conflict: {
		sentence: 'This has gone on somewhere else, so it was not stored here.',
		remedy: 'What is stored is safe, and nothing was written over. Copy what you have typed, then reload.'
	}
};

/** Carries a failure out of a transaction, so that the transaction is rolled back. Never leaves this folder. */
export class StorageError extends Error {
	readonly failure: StorageFailure;
	constructor(code: StorageCode, problems: readonly string[]) {
		super(`${code}: ${problems.join('; ')}`);
		this.name = 'StorageError';
		this.failure = { code, problems };
	}
}

/** IndexedDB's names for what went wrong; a name that is not here means that the transaction came to nothing. */
const CODE_OF_NAME: Readonly<Record<string, StorageCode>> = {
	QuotaExceededError: 'full',
	VersionError: 'newer-version',
	ConstraintError: 'conflict',
	DatabaseClosedError: 'unavailable',
	InvalidStateError: 'unavailable',
	MissingAPIError: 'unavailable',
	NotFoundError: 'unavailable',
	OpenFailedError: 'unavailable',
	SecurityError: 'unavailable',
	UnknownError: 'unavailable'
};

/** Dexie wraps errors (`inner`) and gathers those of a batch (`failures`); three levels are the most that it does. */
const DEEPEST_WRAPPING = 4;

function codeOf(error: unknown, depth: number): StorageCode | undefined {
	if (typeof error !== 'object' || error === null || depth > DEEPEST_WRAPPING) return undefined;
	const { inner, failures, name } = error as { inner?: unknown; failures?: unknown; name?: unknown };
	for (const cause of [inner, ...(Array.isArray(failures) ? (failures as unknown[]) : [])]) {
		const code = codeOf(cause, depth + 1);
		if (code !== undefined) return code;
	}
	return typeof name === 'string' && Object.hasOwn(CODE_OF_NAME, name) ? CODE_OF_NAME[name] : undefined;
}

/** Whether an error, or the one that Dexie wrapped in it, has this name. */
export function isNamed(error: unknown, name: string): boolean {
	if (typeof error !== 'object' || error === null) return false;
	const { inner, name: own } = error as { inner?: unknown; name?: unknown };
	return own === name || isNamed(inner, name);
}

/** Whatever was thrown, as a failure: the innermost error that has a code decides. */
export function failureOf(error: unknown): StorageFailure {
	if (error instanceof StorageError) return error.failure;
	return {
		code: codeOf(error, 0) ?? 'aborted',
		problems: [error instanceof Error ? error.message : String(error)]
	};
}

/** Turns work that may throw into an outcome. */
export async function settle<T>(work: () => Promise<T>): Promise<Outcome<T>> {
	try {
		return { ok: true, value: await work() };
	} catch (error) {
		return { ok: false, failure: failureOf(error) };
	}
}
