import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

async function enterDesk(page: Page, name = 'Alder County Library'): Promise<void> {
	await page.goto('/trainer/desk');
	await page.getByLabel('Name of the library').fill(name);
	await page.getByLabel('What patrons call it').fill('Alder County');
	await page
		.getByLabel('Goodbye script')
		.fill('Alder County thanks you for asking. Come back whenever you like.');
	await page.getByLabel('Heading').fill('Cards');
	await page.getByRole('textbox', { name: 'Text' }).fill('Everybody in the county may have one.');
}

const linkOf = (page: Page, what: string) => page.getByLabel(`Link to this ${what}`).inputValue();

test('a desk is entered, sent, looked at and taken in; a chat is then played there', async ({
	browser,
	page
}) => {
	await enterDesk(page);
	await page.getByLabel('After saying that you will end').fill('2 min');
	await page.getByRole('button', { name: 'Save this desk' }).click();
	await expect(page.getByRole('status').first()).toContainText('Saved in this browser.');
	const link = await linkOf(page, 'desk');

	const other = await browser.newContext();
	const trainee = await other.newPage();
	await trainee.goto(link);
	const sheet = trainee.getByRole('article', { name: 'Alder County Library' });
	await expect(sheet).toContainText('Come back whenever you like.');
	await expect(sheet).toContainText('2 min');
	await expect(trainee.getByText('nothing of it is stored yet')).toBeVisible();
	await trainee.goto('/practise');
	await expect(trainee.getByTestId('our-desk')).toContainText('a library of the bank');
	await trainee.goto(link);
	await trainee.getByRole('button', { name: 'Work at this desk' }).click();
	await expect(trainee.getByRole('radio', { name: /Alder County Library/ })).toBeChecked();

	await trainee.getByRole('link', { name: 'Choose a chat' }).click();
	await expect(trainee.getByTestId('our-desk')).toContainText('Alder County Library');
	await trainee.goto('/chat?scenario=obituary-of-1894&mode=practice&pace=stepped');
	await expect(trainee.getByTestId('handover').getByTestId('our-desk')).toContainText(
		'You work at the desk of Alder County Library'
	);
	await trainee.getByRole('button', { name: 'Take over' }).click();
	await expect(trainee.getByText('He died in Alder County')).toBeVisible();
	// Taken up again, it is still that desk.
	await trainee.reload();
	await expect(trainee.getByText('He died in Alder County')).toBeVisible();

	await trainee.goto('/chat?scenario=sixty-four-pages&mode=practice&pace=stepped');
	await expect(trainee.getByTestId('handover').getByTestId('our-desk')).toContainText(
		'The patron stays with Riverbend Public Library'
	);
	await other.close();
});

test('what is not right yet is told at its field, and nothing is stored', async ({ page }) => {
	await page.goto('/trainer/desk');
	await page.getByRole('button', { name: 'Save this desk' }).click();
	await expect(page.getByLabel('Name of the library')).toBeFocused();
	await expect(page.getByLabel('Name of the library')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByRole('status').first()).toContainText('2 fields are not right yet.');
	await page.goto('/desk');
	await expect(page.getByRole('radio')).toHaveCount(1);
});

test('a desk that was changed goes out as the next version, and replaces the one before', async ({
	page
}) => {
	await enterDesk(page);
	await page.getByRole('button', { name: 'Save this desk' }).click();
	await expect(page.getByText('version 1')).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Change Alder County Library' }).click();
	await page.getByLabel('Goodbye script').fill('Alder County says good night.');
	await page.getByRole('button', { name: 'Save this desk' }).click();
	await expect(page.getByText('version 2')).toBeVisible();
	await page.goto('/desk');
	await expect(page.getByRole('radio')).toHaveCount(2);
});

test('a file does what a link does; a broken link is refused and says what is safe', async ({ page }) => {
	await enterDesk(page, '<img src=x onerror=alert(1)>');
	await page.getByRole('button', { name: 'Save this desk' }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save as a file' }).click()
	]);
	const link = await linkOf(page, 'desk');
	await page.goto('/desk');
	await page.getByLabel(/Take in a desk from a file/).setInputFiles({
		name: 'desk.json',
		mimeType: 'application/json',
		buffer: await readFile(await download.path())
	});
	await expect(page.getByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeVisible();
	await expect(page.locator('img')).toHaveCount(0);

	await page.goto(link.slice(0, -40));
	await expect(page.getByRole('alert')).toContainText('This link is not complete.');
	await expect(page.getByRole('alert')).toContainText('everything stored is safe');
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the desk’s pages have no barriers and fit a narrow window (${colorScheme})`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		await enterDesk(page, 'Alder County Library with a name that goes on for rather a long while indeed');
		await page.getByRole('button', { name: 'Save this desk' }).click();
		const link = await linkOf(page, 'desk');
		expect(await barriersOn(page)).toEqual([]);
		expect(await isTooWide(page)).toBe(false);
		await page.goto(link);
		await expect(page.getByRole('button', { name: 'Work at this desk' })).toBeVisible();
		expect(await barriersOn(page)).toEqual([]);
		expect(await isTooWide(page)).toBe(false);
	});
}
