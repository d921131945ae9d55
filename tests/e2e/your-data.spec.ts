import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

async function haveOneChat(page: Page): Promise<void> {
	await page.goto('/chat?scenario=obituary-of-1894&mode=guided&pace=stepped');
	await page.getByRole('button', { name: 'Take over' }).click();
	const box = page.getByRole('textbox', { name: 'Message to Dolores' });
	await box.fill('Hello, <b>Dolores</b>!');
	await box.press('Enter');
	await expect(page.getByTestId('message').last()).toContainText('Hello, <b>Dolores</b>!');
}

async function savedFile(page: Page, button: string): Promise<{ path: string; name: string }> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click()
	]);
	return { path: await download.path(), name: download.suggestedFilename() };
}

test('everything is saved, deleted, and taken in again as it was', async ({ page }) => {
	await haveOneChat(page);
	await page.goto('/your-data');
	await expect(page.getByTestId('chats')).toContainText(/^1,/);
	await expect(page.getByTestId('last-backup')).toHaveText('Never');
	await expect(page.getByTestId('room')).toContainText(/used, .+ left/);
	const { path, name } = await savedFile(page, 'Save everything as a file');
	expect(name).toMatch(/^closing-time-\d{4}-\d\d-\d\d-all\.json$/);
	await expect(page.getByTestId('last-backup')).toContainText('nothing has changed since');

	await page.getByRole('button', { name: 'Delete everything …' }).click();
	const question = page.getByRole('alertdialog', { name: 'Delete everything?' });
	await expect(question).toContainText('Your last file holds all of it.');
	expect(await barriersOn(page)).toEqual([]);
	await question.getByRole('button', { name: 'Delete everything' }).click();
	await expect(page.getByTestId('chats')).toContainText(/^0,/);

	const input = page.getByLabel(/Take in a file/);
	await input.setInputFiles(path);
	await expect(page.getByRole('status')).toContainText('1 new chat.');
	await expect(page.getByTestId('chats')).toContainText(/^1,/);
	await input.setInputFiles(path);
	await expect(page.getByRole('status')).toContainText('nothing new. 1 known already.');

	const again = await savedFile(page, 'Save everything as a file');
	expect(await readFile(again.path, 'utf8')).toBe(await readFile(path, 'utf8'));
	await page.goto('/attempts');
	await expect(page.getByRole('listitem').filter({ hasText: 'The obituary of 1894' })).toHaveCount(1);
});

test('a copy is offered before everything is deleted, where no file holds it', async ({ page }) => {
	await haveOneChat(page);
	await page.goto('/your-data');
	await page.getByRole('button', { name: 'Delete everything …' }).click();
	const question = page.getByRole('alertdialog');
	await expect(question).toContainText('There is something that no file holds yet.');
	await savedFile(page, 'Save everything first');
	await expect(question).toContainText('Your last file holds all of it.');
	await question.getByRole('button', { name: 'Keep everything' }).click();
	await expect(page.getByTestId('chats')).toContainText(/^1,/);
});

test('chosen chats are saved alone', async ({ page }) => {
	await haveOneChat(page);
	await page.goto('/chat?scenario=obituary-of-1894&mode=practice');
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(page).toHaveURL(/attempt=/);
	await page.goto('/your-data');
	await page.getByText('Only some chats').click();
	await expect(page.getByRole('button', { name: 'Save 0 chats as a file' })).toBeDisabled();
	await page.getByRole('checkbox').first().check();
	const { path } = await savedFile(page, 'Save 1 chat as a file');
	const file = JSON.parse(await readFile(path, 'utf8')) as { attempts: unknown[]; drill: unknown[] };
	expect(file.attempts).toHaveLength(1);
	await expect(page.getByTestId('last-backup')).toHaveText('Never');
});

const REFUSED = [
	['something else', 'shopping.json', '{"milk":2}', 'This is not a file that Closing Time has exported.'],
	[
		'a damaged one',
		'damaged.json',
		'{"format":"closing-time/archive","version":2,"attempts":[',
		'This file is damaged.'
	],
	[
		'a newer one',
		'newer.json',
		'{"format":"closing-time/archive","version":99}',
		'This file comes from a newer version of Closing Time.'
	],
	['a hostile one', '<img src=x onerror=alert(1)>.json', '[[[[[', 'This is not a file']
] as const;

for (const [what, name, text, sentence] of REFUSED) {
	test(`${what} is refused with the reason, and nothing changes`, async ({ page }) => {
		await haveOneChat(page);
		await page.goto('/your-data');
		await page
			.getByLabel(/Take in a file/)
			.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
		await expect(page.getByRole('alert')).toContainText(`${name}: ${sentence}`);
		await expect(page.getByRole('alert')).toContainText('safe');
		await expect(page.getByTestId('chats')).toContainText(/^1,/);
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the page of one’s data has no barriers and fits a narrow window (${colorScheme})`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto('/your-data');
		await expect(page.getByTestId('chats')).toBeVisible();
		await page.getByRole('button', { name: 'Delete everything …' }).click();
		await expect(page.getByRole('alertdialog')).toBeVisible();
		expect(await barriersOn(page)).toEqual([]);
		await page.getByRole('button', { name: 'Keep everything' }).click();
		expect(await barriersOn(page)).toEqual([]);
		expect(await isTooWide(page)).toBe(false);
	});
}
