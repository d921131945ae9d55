import {
	latestOf,
	LONGEST_WRITING,
	ofKind,
	TIPS_SUBJECT,
	type Entry,
	type EntryBodies
} from '#lib/domain/entry.ts';
import { tipOfWeek, type Tip } from '#lib/domain/tip.ts';
import { SCENARIOS } from '#lib/scenarios/bank.ts';
import { TIPS } from '#lib/scenarios/tips.ts';
import { STORAGE_FAILURES, type Explanation } from '#lib/storage/failure.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What a reader left: a tip with a title, or a comment. */
export interface Writing {
	id: string;
	/** Null for a comment. */
	title: string | null;
	text: string;
	/** Null where nobody had said who they are. */
	by: string | null;
	/** ISO 8601, UTC. */
	at: string;
}

/** The tip of that id; undefined where there is none. */
export const tipById = (id: string): Tip | undefined => TIPS.find((tip) => tip.id === id);
export const tipIds = (): string[] => TIPS.map(({ id }) => id);

/** The scenario that drills what a tip is about, as it is offered. */
export const drillOf = ({ scenario }: Tip) => SCENARIOS.find(({ id }) => id === scenario);

/** Quality tips, and what readers leave beside them: kept as entries, so that they go out and come in with the rest. */
export class TipDesk {
	readonly #workspace: Pick<Workspace, 'world' | 'store'>;
	#entries = $state.raw<readonly Entry[]>([]);

	readonly tips: readonly Tip[] = TIPS;
	readonly longest = LONGEST_WRITING;
	readonly ofThisWeek: Tip | undefined;
	/** Why the last thing written is not kept; null where it is. */
	unkept = $state.raw<Explanation | null>(null);

	readonly #names = $derived(latestOf(this.#entries, 'trainee'));
	/** Tips of readers, the first one first. */
	readonly readerTips = $derived(
		ofKind(this.#entries, 'reader-tip').map((entry) => this.#written(entry, entry.body.title))
	);

	constructor(workspace: Pick<Workspace, 'world' | 'store'>) {
		this.#workspace = workspace;
		this.ofThisWeek = tipOfWeek(TIPS, workspace.world.now());
	}

	/** Reads what is kept; also when another tab has added to it. */
	async load(): Promise<void> {
		const store = await this.#workspace.store();
		const read = await store.listEntries({ kinds: ['reader-tip', 'tip-comment', 'trainee'] });
		if (read.ok) this.#entries = read.value.items;
	}

	/** What readers said to a tip, the first one first. */
	commentsOn(tip: string): Writing[] {
		return ofKind(this.#entries, 'tip-comment')
			.filter(({ about }) => about === tip)
			.map((entry) => this.#written(entry, null));
	}

	/** Keeps a tip of a reader's own; gives whether it is kept. */
	leaveTip(body: EntryBodies['reader-tip']): Promise<boolean> {
		return this.#keep({ kind: 'reader-tip', about: TIPS_SUBJECT, body });
	}

	/** Keeps a comment on a tip; gives whether it is kept. */
	leaveComment(tip: string, text: string): Promise<boolean> {
		return this.#keep({ kind: 'tip-comment', about: tip, body: { text } });
	}

	#written({ id, by, at, body }: Entry & { body: { text: string } }, title: string | null): Writing {
		const name = by === null ? null : (this.#names.get(by)?.body.name ?? null);
		return { id, title, text: body.text, by: name, at };
	}

	async #keep(
		written:
			| { kind: 'reader-tip'; about: string; body: EntryBodies['reader-tip'] }
			| { kind: 'tip-comment'; about: string; body: EntryBodies['tip-comment'] }
	): Promise<boolean> {
		const { world } = this.#workspace;
		const entry: Entry = { id: world.newId(), by: null, at: world.timestamp(), ...written };
		const kept = await (await this.#workspace.store()).addEntries([entry]);
		this.unkept = kept.ok ? null : STORAGE_FAILURES[kept.failure.code];
		if (kept.ok) this.#entries = [...this.#entries, entry];
		return kept.ok;
	}
}
