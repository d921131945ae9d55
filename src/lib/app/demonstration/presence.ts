import type { AttemptStore } from '#lib/storage/port.ts';

/** Ids of the demonstration begin so, and nobody else's do: a browser's own are random. */
export const PREFIX = 'demonstration';

/** Whether anything of the demonstration is stored here. Apart from what loads it, which weighs more than this page. */
export async function hasDemonstration(store: AttemptStore): Promise<boolean> {
	const entries = await store.listEntries({ kinds: ['trainee'] });
	return entries.ok && entries.value.items.some(({ about }) => about.startsWith(`${PREFIX}-`));
}
