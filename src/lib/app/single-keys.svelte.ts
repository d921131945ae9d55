import { workspace } from './workspace.svelte.ts';

const KEY = 'single-keys';

/** Whether single letters are commands on the trainer's pages: whoever dictates, or whose keys repeat, turns them off. */
class SingleKeys {
	areOn = $state(true);

	async read(): Promise<void> {
		const settings = await (await workspace.store()).listSettings();
		const kept = settings.ok ? settings.value.items.find(({ key }) => key === KEY)?.value : undefined;
		if (typeof kept === 'boolean') this.areOn = kept;
	}

	async choose(areOn: boolean): Promise<void> {
		this.areOn = areOn;
		await (await workspace.store()).saveSetting(KEY, areOn);
	}
}

export const singleKeys = new SingleKeys();
