import type { DeskWords } from '#lib/domain/desk-words.ts';
import { inBackRoom } from './back-room.ts';
import { packFor, readPackChoice } from './pack-choice.ts';
import { withWords, type ReadManuscript, type Review } from './review.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The chat that is looked at, and the one after it. */
const MOST_KEPT = 2;

interface Kept {
	words: DeskWords;
	/** Null where it can't be read. */
	manuscript: Promise<ReadManuscript | null>;
	/** With what was said of it; null where something has been written since. */
	review: Promise<Review | null> | null;
}

/** A chat that was read ahead; `review` is null where what was said of it is to be read anew. */
export interface ReadAhead {
	manuscript: ReadManuscript;
	review: Review | null;
}

/**
 * Chats read before anybody asks for them: what would have mended a chat takes a while to find, and a trainer who goes
 * from one to the next waits for none of it.
 */
class ReviewAhead {
	readonly #kept = new Map<string, Kept>();
	#isWatching = false;

	/** A log that goes on, or comes in again, is not what was read; what is written is read once more. */
	async #watch(place: Workspace): Promise<void> {
		this.#isWatching = true;
		const store = await place.store();
		store.subscribe((areas) => {
			if (areas.has('attempts')) this.#kept.clear();
			else if (areas.has('entries')) for (const kept of this.#kept.values()) kept.review = null;
		});
	}

	/** Has a chat read, so that it is there when it is asked for. */
	prepare(place: Workspace, id: string, words: DeskWords): Kept {
		const known = this.#kept.get(id);
		if (known?.words === words) return known;
		if (!this.#isWatching) void this.#watch(place);
		const manuscript = inBackRoom(place, 'read', { id, words }).catch(() => null);
		const review = manuscript.then(async (found) => {
			const read = found === null ? null : await withWords(await place.store(), found);
			return read === null || 'text' in read ? null : read;
		});
		const kept: Kept = { words, manuscript, review };
		for (const old of [...this.#kept.keys()].slice(0, Math.max(0, this.#kept.size + 1 - MOST_KEPT)))
			this.#kept.delete(old);
		this.#kept.set(id, kept);
		return kept;
	}

	/** The chat, read ahead or now, and no longer kept; null where it can't be read. */
	async take(place: Workspace, id: string, words: DeskWords): Promise<ReadAhead | null> {
		const kept = this.prepare(place, id, words);
		const manuscript = await kept.manuscript;
		const review = (await kept.review) ?? null;
		this.#kept.delete(id);
		if (manuscript === null || (review !== null && kept.review !== null))
			return manuscript && { manuscript, review };
		// Something was written since; it may be that another pack counts.
		const { id: pack, version } = packFor(manuscript.attempt, await readPackChoice(await place.store()));
		const isSame = pack === manuscript.pack.id && version === manuscript.pack.version;
		return isSame ? { manuscript, review: null } : this.take(place, id, words);
	}
}

export const reviewAhead = new ReviewAhead();
