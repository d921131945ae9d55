/** The queue as it was last shown: going on from chat to chat keeps to it, and need not read ten thousand rows again. */
class ReviewOrder {
	#search = '';
	#ids: readonly string[] = [];

	/** `search` is the filter as it stands in the address. */
	remember(search: string, ids: readonly string[]): void {
		this.#search = search;
		this.#ids = ids;
	}

	/** What comes after a chat; null where it was not in the queue of this filter when that was last shown. */
	after(search: string, id: string): readonly string[] | null {
		const at = search === this.#search ? this.#ids.indexOf(id) : -1;
		return at < 0 ? null : this.#ids.slice(at + 1);
	}
}

export const reviewOrder = new ReviewOrder();
