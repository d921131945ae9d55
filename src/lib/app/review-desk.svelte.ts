import { commentBank } from '#lib/domain/comment-bank.ts';
import type { Label, Override } from '#lib/domain/entry.ts';
import type { RedLineId, RuleId } from '#lib/domain/step.ts';
import { STORAGE_FAILURES, type Explanation } from '#lib/storage/failure.ts';
import { deskSetting } from './desk-setting.svelte.ts';
import { readManuscript, withWords, type ReadManuscript, type Review } from './review.ts';
import { reviewAhead } from './review-ahead.ts';
import { reviewTrail } from './review-trail.svelte.ts';
import { workspace } from './workspace.svelte.ts';
import { writeEntries, type Said } from './write-entry.ts';

/** One attempt on the trainer's desk: what is read, and what is said of it. Nothing is ever edited: each word is added. */
export class ReviewDesk {
	readonly id: string;
	review = $state.raw<Review | null>(null);
	/** Why there is nothing to review. */
	nothing = $state<string | null>(null);
	trouble = $state.raw<Explanation | null>(null);
	/** Comments made before, anywhere, the most used first. */
	bank: readonly string[] = $state.raw([]);
	/** What was done last, for the status line. */
	told = $state('');
	/** Entries written last, to be taken back together; empty where there is nothing to take back. */
	#last: readonly string[] = $state.raw([]);
	#manuscript: ReadManuscript | null = null;

	constructor(id: string) {
		this.id = id;
	}

	get canUndo(): boolean {
		return this.#last.length > 0;
	}

	async read(): Promise<void> {
		// Asked for at once, so that whoever watches reads again when the desk's words change.
		const { words } = deskSetting;
		const ahead = await reviewAhead.take(workspace, this.id, words);
		const found = ahead?.manuscript ?? (await readManuscript(await workspace.store(), this.id, words));
		if ('text' in found) {
			this.nothing = found.text;
			return;
		}
		this.#manuscript = found;
		if (ahead?.review) this.review = ahead.review;
		else await this.#readWords();
	}

	/** What was said of it since: the log and the machine's verdicts stay what they are. */
	async #readWords(): Promise<void> {
		if (this.#manuscript === null) return;
		const found = await withWords(await workspace.store(), this.#manuscript);
		if ('text' in found) this.nothing = found.text;
		else this.review = found;
	}

	/** Reads what can be said again; nobody waits for it. */
	async readBank(): Promise<void> {
		const store = await workspace.store();
		const listed = await store.listEntries({ kinds: ['comment', 'undone'] });
		if (listed.ok) this.bank = commentBank(listed.value.items);
	}

	/** Writes it down; false where it could not be stored, and then nothing of it was. */
	async #say(told: string, ...said: readonly Said[]): Promise<boolean> {
		const written = await writeEntries(await workspace.store(), workspace.world, this.id, ...said);
		if (!written.ok) {
			this.trouble = STORAGE_FAILURES[written.failure.code];
			return false;
		}
		this.trouble = null;
		this.told = told;
		this.#last = said.some(({ kind }) => kind === 'undone') ? [] : written.value.map(({ id }) => id);
		await this.#readWords();
		return true;
	}

	override(rule: RuleId, says: Override['says'], reason: string): Promise<boolean> {
		// The form offers what fits the rule, and the store refuses what does not.
		return this.#say('Your verdict counts now.', {
			kind: 'override',
			body: { rule, says, reason } as Override
		});
	}

	rule(rule: RedLineId, stands: boolean): Promise<boolean> {
		const told = stands ? 'Confirmed: the line is crossed.' : 'Dismissed: the line is kept.';
		return this.#say(told, { kind: 'ruling', body: { rule, stands } });
	}

	/** Settles a dispute about a verdict; where it is upheld, `says` counts from now on. */
	settle(dispute: string, rule: RuleId, says: Override['says'] | null, reason: string): Promise<boolean> {
		const settled: Said = { kind: 'upheld', body: { dispute, upheld: says !== null, reason } };
		return says === null
			? this.#say('The verdict stays as it is.', settled)
			: this.#say('Upheld, and your verdict counts now.', settled, {
					kind: 'override',
					body: { rule, says, reason } as Override
				});
	}

	settleHearing(dispute: string, upheld: boolean, reason: string): Promise<boolean> {
		const told = upheld ? 'Upheld: it was misheard.' : 'It was heard rightly.';
		return this.#say(told, { kind: 'upheld', body: { dispute, upheld, reason } });
	}

	comment(event: number, span: { start: number; end: number } | null, text: string): Promise<boolean> {
		return this.#say('Commented.', { kind: 'comment', body: { event, span, text } });
	}

	label(labels: readonly Label[]): Promise<boolean> {
		return this.#say('Labelled.', { kind: 'label', body: { labels } });
	}

	overall(text: string): Promise<boolean> {
		return this.#say('The overall note is kept.', { kind: 'overall', body: { text } });
	}

	async reviewed(): Promise<boolean> {
		const isSaid = await this.#say('Reviewed.', { kind: 'reviewed', body: {} });
		if (isSaid) reviewTrail.remember({ id: this.id, entries: this.#last });
		return isSaid;
	}

	undo(entry: string): Promise<boolean> {
		return this.#say('Taken back.', { kind: 'undone', body: { entry } });
	}

	async undoLast(): Promise<void> {
		await this.undoAll(this.#last);
	}

	/** Takes all of these back together. */
	async undoAll(entries: readonly string[]): Promise<void> {
		const undone = entries.map((entry): Said => ({ kind: 'undone', body: { entry } }));
		if (undone.length > 0) await this.#say('Taken back.', ...undone);
	}
}
