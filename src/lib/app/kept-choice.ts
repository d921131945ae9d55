import type { Setting } from '#lib/storage/port.ts';
import { isFirstVisit } from './first-visit.ts';

/** A choice of the trainee that is kept in this browser; undefined where none was made. Loads no store on a first visit. */
export async function keptChoice(key: string): Promise<Setting['value'] | undefined> {
	if (await isFirstVisit()) return undefined;
	const { workspace } = await import('./workspace.svelte.ts');
	const settings = await (await workspace.store()).listSettings();
	return settings.ok ? settings.value.items.find((one) => one.key === key)?.value : undefined;
}

export async function keepChoice(key: string, value: Setting['value']): Promise<void> {
	const { workspace } = await import('./workspace.svelte.ts');
	await (await workspace.store()).saveSetting(key, value);
}
