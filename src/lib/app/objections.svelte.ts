import type { Attempt } from '#lib/domain/attempt.ts';
import type { Objection } from '#lib/domain/entry.ts';
import { marksOf, type Marks } from '#lib/domain/marks.ts';
import { STORAGE_FAILURES, type Explanation } from '#lib/storage/failure.ts';
import type { Debrief } from './debrief.ts';
import { knownPeople } from './known-people.ts';
import { reviewView, type ReviewView } from './review-view.ts';
import { workspace } from './workspace.svelte.ts';
import { writeEntries, type Said } from './write-entry.ts';

/** What a trainee and a trainer say to each other about one attempt, in the trainee's debrief. */
export class Objections {
	readonly #attempt: Attempt;
	readonly #debrief: Debrief;
	view = $state.raw<ReviewView | null>(null);
	marks = $state.raw<Marks | null>(null);
	trouble = $state.raw<Explanation | null>(null);

	constructor(attempt: Attempt, debrief: Debrief) {
		this.#attempt = attempt;
		this.#debrief = debrief;
	}

	async read(): Promise<void> {
		const store = await workspace.store();
		const [listed, people] = await Promise.all([
			store.listEntries({ about: this.#attempt.id }),
			knownPeople(store)
		]);
		if (!listed.ok) return;
		const marks = marksOf(this.#debrief.rulings, listed.value.items);
		this.marks = marks;
		this.view = reviewView({ attempt: this.#attempt, debrief: this.#debrief, marks, people });
	}

	async #say(said: Said): Promise<void> {
		const store = await workspace.store();
		const written = await writeEntries(store, workspace.world, this.#attempt.id, said);
		this.trouble = written.ok ? null : STORAGE_FAILURES[written.failure.code];
		await this.read();
	}

	object(against: Objection, reason: string): Promise<void> {
		return this.#say({ kind: 'dispute', body: { against, reason } });
	}

	takeBack(entry: string): Promise<void> {
		return this.#say({ kind: 'undone', body: { entry } });
	}
}
