import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

/** Plays one short chat to its code. */
async function play(page: Page, scenario: string, last: string): Promise<void> {
	await page.goto(`/chat?scenario=${scenario}&mode=practice&pace=stepped`);
	await page.getByRole('button', { name: 'Take over' }).click();
	const box = page.getByRole('textbox', { name: /^Message to/ });
	await box.fill(last);
	await box.press('Enter');
	await expect(page.getByTestId('message').last()).toContainText(last);
	await page.getByRole('button', { name: 'End session' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
	await page.getByRole('radio', { name: /Follow-up by patron’s library/ }).check();
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page).toHaveURL(/debrief/);
}

async function saved(
	page: Page,
	button: string | RegExp
): Promise<{ name: string; text: string; path: string }> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click()
	]);
	const path = await download.path();
	return { name: download.suggestedFilename(), text: await readFile(path, 'utf8'), path };
}

/** Pages of a PDF as Chromium writes it. */
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('chats are exported as tables that no spreadsheet runs, and as a report that prints', async ({
	page
}) => {
	await page.goto('/trainer/export');
	await expect(page.getByText('Nothing to export yet.')).toBeVisible();
	await play(page, 'obituary-of-1894', '=cmd|calc and goodbye');
	await play(page, 'soil-salinity', 'Thanks for asking. Goodbye!');
	await page.goto('/trainer/export');
	const attempts = await saved(page, /Chats, one row each/);
	expect(attempts.name).toMatch(/^closing-time-\d{4}-\d\d-\d\d-attempts\.csv$/);
	expect(attempts.text.charCodeAt(0)).toBe(0xfeff);
	expect(attempts.text.trimEnd().split('\r\n')).toHaveLength(3);
	const verdicts = await saved(page, /Verdicts, one row each/);
	expect(verdicts.text.trimEnd().split('\r\n')).toHaveLength(1 + 2 * 16);
	const json = JSON.parse((await saved(page, /Both, for programs/)).text) as { attempts: unknown[] };
	expect(json.attempts).toHaveLength(2);

	await page.getByRole('link', { name: 'Everybody' }).click();
	await expect(page.getByRole('heading', { name: 'All trainees' })).toBeVisible();
	await expect(page.getByText('2 chats with a code, 0 passed.').first()).toBeVisible();
	await expect(page.getByText('Red lines crossed: No e-mail, no follow-up (2).').first()).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
	await expect(page.getByRole('navigation', { name: 'For trainers' })).toBeHidden();
	const group = await page.pdf({ format: 'A4', path: 'test-results/report-group.pdf' });
	// The whole group, and whoever it is made of on a page of their own.
	expect(pagesIn(group)).toBe(2);
	await page.emulateMedia({ media: 'screen' });
	await page.goto('/trainer/report?trainee=');
	await expect(page.getByRole('heading', { name: 'Nobody named' })).toBeVisible();
	expect(pagesIn(await page.pdf({ format: 'A4', path: 'test-results/report-trainee.pdf' }))).toBe(1);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`export and report have no barriers and fit a narrow window (${colorScheme})`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await play(page, 'soil-salinity', 'Thanks for asking. Goodbye!');
		await page.setViewportSize({ width: 320, height: 640 });
		for (const path of ['/trainer/export', '/trainer/report']) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
			expect(await barriersOn(page)).toEqual([]);
			expect(await isTooWide(page)).toBe(false);
		}
	});
}
