import type { Page } from '@playwright/test';

/** Ways in which the record of an event is damaged, as they end a sentence. */
export const EVENT_DAMAGES = [
	'lacks a field',
	'has a field of another type',
	'has the number of another one',
	'holds no event',
	'is missing'
] as const;
type EventDamage = (typeof EVENT_DAMAGES)[number];

/** Damages the record of the message that says this, behind the product's back. */
export const damageEvent = (page: Page, text: string, damage: EventDamage): Promise<void> =>
	page.evaluate(
		([sought, how]) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('closing-time');
				opening.onerror = () => reject(opening.error!);
				opening.onsuccess = () => {
					const transaction = opening.result.transaction('events', 'readwrite');
					transaction.oncomplete = () => {
						opening.result.close();
						resolve();
					};
					transaction.onabort = () => reject(new Error('not damaged'));
					const cursor = transaction.objectStore('events').openCursor();
					cursor.onsuccess = () => {
						const found = cursor.result;
						if (found === null) return;
						const row = found.value as { event: Record<string, unknown> };
						if (row.event['text'] !== sought) return found.continue();
						if (how === 'is missing') return void found.delete();
						if (how === 'lacks a field') delete row.event['heard'];
						else if (how === 'has a field of another type') row.event['at'] = 'noon';
						else if (how === 'has the number of another one') row.event['seq'] = 99;
						else Object.assign(row, { event: `Gone: ${sought}` });
						found.update(row);
					};
				};
			}),
		[text, damage] as const
	);

/** Damages the head of an attempt. */
export const damageHeader = (page: Page, attempt: string): Promise<void> =>
	page.evaluate(
		(id) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('closing-time');
				opening.onerror = () => reject(opening.error!);
				opening.onsuccess = () => {
					const transaction = opening.result.transaction('attempts', 'readwrite');
					transaction.oncomplete = () => {
						opening.result.close();
						resolve();
					};
					const store = transaction.objectStore('attempts');
					const asked = store.get(id);
					asked.onsuccess = () => store.put({ ...(asked.result as object), mode: 'chaos' });
				};
			}),
		attempt
	);
