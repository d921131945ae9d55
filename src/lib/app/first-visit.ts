/**
 * Whether this browser can hold nothing of ours: it has no database at all. Asked before the store is loaded, so that
 * a first visit does not wait for what it has no use for. Where the browser doesn't tell, the answer is no.
 */
export async function isFirstVisit(
	databases: IDBFactory | undefined = globalThis.indexedDB
): Promise<boolean> {
	if (databases === undefined) return true;
	try {
		return (await databases.databases()).length === 0;
	} catch {
		return false;
	}
}
