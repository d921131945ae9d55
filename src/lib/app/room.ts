/** What the browser says of the space it gives us. */
export interface Room {
	/** Whether it has promised not to clear it by itself; null where it does not tell. */
	isPersisted: boolean | null;
	/** Bytes; null where it does not tell. */
	used: number | null;
	free: number | null;
	/** Whether the app itself is kept, so that it opens without a network. */
	isAppKept: boolean;
}

async function isAppKept(): Promise<boolean> {
	// Missing where storage is, and in some private windows.
	const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
	try {
		return Boolean((await container?.getRegistration())?.active);
	} catch {
		return false;
	}
}

/** Asks the browser. Never fails: what it does not tell is null. */
export async function readRoom(): Promise<Room> {
	// Missing on pages that were loaded over plain http.
	const storage = navigator.storage as StorageManager | undefined;
	const nothingKnown: Room = { isPersisted: null, used: null, free: null, isAppKept: await isAppKept() };
	if (storage === undefined) return nothingKnown;
	try {
		const [isPersisted, { usage, quota }] = await Promise.all([storage.persisted(), storage.estimate()]);
		const isTold = usage !== undefined && quota !== undefined;
		return {
			...nothingKnown,
			isPersisted,
			used: usage ?? null,
			free: isTold ? Math.max(0, quota - usage) : null
		};
	} catch {
		return nothingKnown;
	}
}

/** Asks the browser to keep what is stored until it is deleted by hand; false where it does not promise that. */
export async function askToPersist(): Promise<boolean> {
	const storage = navigator.storage as StorageManager | undefined;
	try {
		return (await storage?.persist()) ?? false;
	} catch {
		return false;
	}
}
