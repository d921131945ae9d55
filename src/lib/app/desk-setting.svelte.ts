import { DESK_WORDS, isDesk, type Desk } from '#lib/domain/desk-words.ts';
import { isFirstVisit } from './first-visit.ts';

const KEY = 'desk';

/** Whose words the desk speaks: a setting of the trainee. The rules stay the same. */
class DeskSetting {
	desk = $state<Desk>('questionpoint');
	readonly words = $derived(DESK_WORDS[this.desk]);

	/** Reads the setting, where anything was ever stored. */
	async read(): Promise<void> {
		if (await isFirstVisit()) return;
		const { workspace } = await import('./workspace.svelte.ts');
		const settings = await (await workspace.store()).listSettings();
		const kept = settings.ok ? settings.value.items.find(({ key }) => key === KEY)?.value : undefined;
		if (isDesk(kept)) this.desk = kept;
	}

	async choose(desk: Desk): Promise<void> {
		this.desk = desk;
		const { workspace } = await import('./workspace.svelte.ts');
		await (await workspace.store()).saveSetting(KEY, desk);
	}
}

export const deskSetting = new DeskSetting();
