import { createHash } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { canonical } from '../../src/lib/storage/canonical.ts';
import { expect, test } from './own-browser.ts';

/** The browser starts twice, on a machine that may be busy. */
const TIMEOUT_MS = 240_000;

const GREETING = 'Hello Dolores, I have read what Kim wrote.';
const PROMISE = 'The library will write to you about the obituary.';

const named = (role: string, name: string): string => `::-p-aria([role="${role}"][name="${name}"])`;
const press = (page: Page, role: string, name: string): Promise<void> =>
	page.locator(named(role, name)).click();

async function typingBox(page: Page): Promise<ElementHandle<HTMLTextAreaElement>> {
	const found = await page.locator(named('textbox', 'Message to Dolores')).waitHandle();
	return found as ElementHandle<HTMLTextAreaElement>;
}

/** What stands in all elements that this selector finds. */
const textsOf = (page: Page, selector: string): Promise<string[]> =>
	page.$$eval(selector, (all) => all.map((one) => one.textContent ?? ''));
const textOf = async (page: Page, selector: string): Promise<string> =>
	(await textsOf(page, selector)).join('\n');

const CHATS = '[data-testid="chats"]';
const POINTS = '[data-testid="points"]';

/** How often this was said, as the transcript shows it. */
const timesSaid = async (page: Page, text: string): Promise<number> =>
	(await textsOf(page, '[data-testid="message"]')).filter((message) => message.includes(text)).length;

/** What is typed and not sent, as the database keeps it. */
const keptDrafts = (page: Page): Promise<string[]> =>
	page.evaluate(
		() =>
			new Promise<string[]>((resolve, reject) => {
				const opening = indexedDB.open('closing-time');
				opening.onerror = () => reject(opening.error!);
				opening.onsuccess = () => {
					const db = opening.result;
					const asked = db.transaction('drafts').objectStore('drafts').getAll();
					asked.onsuccess = () => {
						db.close();
						resolve((asked.result as { text: string }[]).map(({ text }) => text));
					};
				};
			})
	);

interface Archive {
	checksum: string;
	attempts: { events: { type: string; text?: string }[] }[];
}

/** Saves everything, and reads the file that comes of it; `name` it is given then, out of the next one's way. */
async function saveAll(page: Page, downloads: string, name: string): Promise<{ path: string; text: string }> {
	await press(page, 'button', 'Save everything as a file');
	await expect.poll(() => textOf(page, '.said')).toMatch(/^Saved as/);
	const [saved] = /closing-time\S+\.json/.exec(await textOf(page, '.said'))!;
	let text = '';
	// A browser makes the file before it writes it.
	await expect
		.poll(async () => (text = await readFile(join(downloads, saved), 'utf8').catch(() => '')))
		.toMatch(/\}$/);
	const path = join(downloads, name);
	await rename(join(downloads, saved), path);
	return { path, text };
}

test('a chat is played, killed, taken up, coded, marked, saved, deleted, and taken in again as it was', async ({
	own,
	baseURL
}) => {
	test.setTimeout(TIMEOUT_MS);
	const at = (path: string): string => new URL(path, baseURL).href;

	await test.step('play, and be killed with a message half typed', async () => {
		const { page, kill } = await own.start();
		await page.goto(at('/chat?scenario=obituary-of-1894&mode=guided'));
		await press(page, 'button', 'Take over');
		await (await typingBox(page)).type(GREETING);
		await page.keyboard.press('Enter');
		await expect.poll(() => timesSaid(page, GREETING)).toBe(1);
		await (await typingBox(page)).type(PROMISE);
		await expect.poll(() => keptDrafts(page)).toEqual([PROMISE]);
		await kill();
	});

	const { page } = await own.start();
	await test.step('take it up where it was left', async () => {
		await page.goto(at('/'));
		await press(page, 'link', 'Take up where you left');
		const box = await typingBox(page);
		expect(await timesSaid(page, GREETING)).toBe(1);
		expect(await box.evaluate(({ value }) => value)).toBe(PROMISE);
		await box.focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => timesSaid(page, PROMISE)).toBe(1);
	});

	const marked = await test.step('end it, code it, read what was made of it', async () => {
		await press(page, 'button', 'End session');
		await page.locator(`[role="alertdialog"] ${named('button', 'End session')}`).click();
		await page.locator('input[type="radio"][value="answered"]').click();
		await press(page, 'button', 'Save code');
		await expect.poll(() => textOf(page, POINTS)).toMatch(/\d+ of \d+/);
		return textOf(page, 'main');
	});
	expect(marked).toContain(PROMISE);

	const saved = await test.step('save everything as a file, with the checksum of what it holds', async () => {
		await page.goto(at('/your-data'));
		await expect.poll(() => textOf(page, CHATS)).toMatch(/^1,/);
		const file = await saveAll(page, own.downloads, 'first.json');
		const { checksum, ...content } = JSON.parse(file.text) as Archive;
		expect(checksum).toBe(`sha256:${createHash('sha256').update(canonical(content)).digest('hex')}`);
		const said = content.attempts[0]!.events.filter(({ type }) => type === 'librarian.said');
		expect(said.map(({ text }) => text)).toEqual([GREETING, PROMISE]);
		return file;
	});

	await test.step('delete everything, and take the file in', async () => {
		await press(page, 'button', 'Delete everything …');
		await press(page, 'button', 'Delete everything');
		await expect.poll(() => textOf(page, CHATS)).toMatch(/^0,/);
		const input = (await page.$('input[type="file"]')) as ElementHandle<HTMLInputElement>;
		await input.uploadFile(saved.path);
		await expect.poll(() => textOf(page, CHATS)).toMatch(/^1,/);
		const { text } = await saveAll(page, own.downloads, 'second.json');
		expect(text).toBe(saved.text);
	});

	await test.step('find it again, with the same marks', async () => {
		await page.goto(at('/attempts'));
		await press(page, 'link', 'Debrief The obituary of 1894');
		await expect.poll(() => textOf(page, POINTS)).toMatch(/\d+ of \d+/);
		expect(await textOf(page, 'main')).toBe(marked);
	});
});
