import { matchingScripts, slashQueryAt, type OfferedScript, type SlashQuery } from './script-search.ts';

/** The search that a "/" opens in a text field: what it offers, which script is chosen, whether it was waved away. */
export class ScriptSearch {
	readonly #text: () => string;
	readonly #scripts: () => readonly OfferedScript[];
	readonly #most: () => number;
	/** Where the "/" stands whose search was waved away. */
	#dismissed = $state<number | null>(null);

	/** Whether somebody is typing in the field. */
	isAwake = $state(false);
	cursor = $state(0);
	/** Index of the offered script that Enter inserts. */
	chosen = $state(0);

	readonly #slash = $derived.by(() => (this.isAwake ? slashQueryAt(this.#text(), this.cursor) : null));
	readonly #matches = $derived.by(() =>
		this.#slash === null ? [] : matchingScripts(this.#scripts(), this.#slash.query)
	);
	readonly offered = $derived.by(() => this.#matches.slice(0, this.#most()));
	/** How many more match. */
	readonly left = $derived.by(() => this.#matches.length - this.offered.length);
	/** The open search; null where there is none. */
	readonly open = $derived.by((): SlashQuery | null => {
		if (this.#slash === null || this.#slash.start === this.#dismissed) return null;
		// Two words that no script has are a sentence with a slash in it, not a search.
		return this.offered.length > 0 || !this.#slash.query.includes(' ') ? this.#slash : null;
	});

	/** `most`: how many are offered at once. */
	constructor(text: () => string, scripts: () => readonly OfferedScript[], most: () => number) {
		this.#text = text;
		this.#scripts = scripts;
		this.#most = most;
	}

	moveTo(cursor: number): void {
		this.cursor = cursor;
		if (this.#slash?.start !== this.#dismissed) this.#dismissed = null;
	}

	/** Takes a key of the open search; gives the script to insert, or whether the key was taken. */
	press(key: string): OfferedScript | boolean {
		const count = Math.max(1, this.offered.length);
		switch (key) {
			case 'Escape':
				this.#dismissed = this.#slash?.start ?? null;
				return true;
			case 'ArrowDown':
				this.chosen = (this.chosen + 1) % count;
				return true;
			case 'ArrowUp':
				this.chosen = (this.chosen - 1 + count) % count;
				return true;
			case 'Enter':
				// With nothing found Enter does nothing: a mistyped search is no message to a patron.
				return this.offered[this.chosen] ?? true;
			default:
				return false;
		}
	}
}
