import type { Page } from '@playwright/test';
import { expect } from './watched.ts';

/** Runs in the page: the desk as it is stored; null where nothing is yet. */
async function keptDesk(): Promise<unknown> {
	const [found] = await indexedDB.databases();
	if (found?.name === undefined) return null;
	const { name } = found;
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(name);
		opening.onerror = () => reject(new Error('The database could not be opened'));
		opening.onsuccess = () => {
			const database = opening.result;
			const reading = database.transaction('settings').objectStore('settings').get('desk');
			reading.onsuccess = () => {
				database.close();
				resolve((reading.result as { value?: unknown } | undefined)?.value ?? null);
			};
		};
	});
}

/** Chooses on the page of choices whose words are spoken, and stays until that is stored. */
export async function chooseDesk(page: Page, desk: string): Promise<void> {
	await page.getByLabel('Words of the desk').selectOption(desk);
	await expect.poll(() => page.evaluate(keptDesk)).toBe(desk.toLowerCase());
}
