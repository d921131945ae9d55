import type { TableName } from './rows.ts';

export type TablesListener = (tables: ReadonlySet<TableName>) => void;

/** Those who want to know of changes. One that throws can not make a stored change look like a failed one. */
export class Listeners {
	readonly #listeners = new Set<{ tell: TablesListener }>();

	/** The same function may be added twice, and each ending ends one. */
	add(tell: TablesListener): () => void {
		const entry = { tell };
		this.#listeners.add(entry);
		return () => this.#listeners.delete(entry);
	}

	tell(tables: ReadonlySet<TableName>): void {
		if (tables.size === 0) return;
		for (const entry of this.#listeners) {
			queueMicrotask(() => {
				if (this.#listeners.has(entry)) entry.tell(tables);
			});
		}
	}
}
