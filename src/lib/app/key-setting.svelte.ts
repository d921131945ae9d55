import { keepChoice, keptChoice } from './kept-choice.ts';

const KEY = 'single-keys';

/**
 * Whether a letter, figure or sign alone is a shortcut, anywhere on a page. Who speaks to the computer, or presses keys
 * by accident, can switch that off (WCAG 2.1.4). Keys with Alt, Enter and Esc are not meant.
 */
class KeySetting {
	areSingleKeysOn = $state(true);
	/** What was chosen on this page is newer than what is still being read. */
	#isChosen = false;

	/** Reads the setting, where anything was ever stored. */
	async read(): Promise<void> {
		const kept = await keptChoice(KEY);
		if (typeof kept === 'boolean' && !this.#isChosen) this.areSingleKeysOn = kept;
	}

	async choose(areOn: boolean): Promise<void> {
		this.#isChosen = true;
		this.areSingleKeysOn = areOn;
		await keepChoice(KEY, areOn);
	}
}

export const keySetting = new KeySetting();
