import { DESK_WORDS, isDesk, type Desk } from '#lib/domain/desk-words.ts';
import { keepChoice, keptChoice } from './kept-choice.ts';

const KEY = 'desk';

/** Whose words the desk speaks: a setting of the trainee. The rules stay the same. */
class DeskSetting {
	desk = $state<Desk>('questionpoint');
	/** What was chosen on this page is newer than what is still being read. */
	#isChosen = false;
	readonly words = $derived(DESK_WORDS[this.desk]);

	/** Reads the setting, where anything was ever stored. */
	async read(): Promise<void> {
		const kept = await keptChoice(KEY);
		if (isDesk(kept) && !this.#isChosen) this.desk = kept;
	}

	async choose(desk: Desk): Promise<void> {
		this.#isChosen = true;
		this.desk = desk;
		await keepChoice(KEY, desk);
	}
}

export const deskSetting = new DeskSetting();
