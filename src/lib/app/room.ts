/** What the browser says of the space it gives us. */
export interface Room {
	/** Whether it has promised not to clear it by itself; null where it does not tell. */
	isPersisted: boolean | null;
	/** Bytes; null where it does not tell. */
	used: number | null;
	free: number | null;
}

const NOTHING_KNOWN: Room = { isPersisted: null, used: null, free: null };

/** Asks the browser. Never fails: what it does not tell is null. */
export async function readRoom(): Promise<Room> {
	// Missing on pages that were loaded over plain http.
	const storage = navigator.storage as StorageManager | undefined;
	if (storage === undefined) return NOTHING_KNOWN;
	try {
		const [isPersisted, { usage, quota }] = await Promise.all([storage.persisted(), storage.estimate()]);
		const isTold = usage !== undefined && quota !== undefined;
		return { isPersisted, used: usage ?? null, free: isTold ? Math.max(0, quota - usage) : null };
	} catch {
		return NOTHING_KNOWN;
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
