import type { Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

async function loadDemonstration(page: Page): Promise<void> {
	await page.goto('/trainer/glance');
	await page.getByRole('button', { name: 'Load the demonstration group' }).click();
	// 150 chats are played, which takes a slow machine a while.
	await expect(page.getByTestId('extent')).toHaveText('12 trainees · 150 chats', { timeout: 60_000 });
}

const heat = (page: Page) => page.getByRole('region', { name: 'How often each trainee met each step' });
const firstName = (page: Page) => heat(page).getByRole('rowheader').first();

test('a demonstration group is loaded, looked at, sorted, and removed without a trace', async ({ page }) => {
	test.setTimeout(120_000);
	await loadDemonstration(page);
	await expect(heat(page).getByRole('row')).toHaveCount(13);
	await expect(firstName(page)).toHaveText('Anna Lind, Lake County Library');
	// By keyboard: who misses the deadline most comes first.
	await page.getByRole('button', { name: 'Deadline' }).focus();
	await page.keyboard.press('Enter');
	await expect(firstName(page)).toHaveText('Tomasz Wilk');
	await expect(page).toHaveURL(/sort=deadline/);
	await page.reload();
	await expect(firstName(page)).toHaveText('Tomasz Wilk');
	await page.getByRole('button', { name: 'Note' }).click();
	await expect(firstName(page)).toHaveText('Pavel Horák');
	const marked = heat(page).locator('.rarely');
	await expect(marked).not.toHaveCount(0);
	await page.getByRole('checkbox', { name: 'As a plain table' }).check();
	await expect(page).toHaveURL(/plain=1/);
	await expect(marked).toHaveCount(0);

	await page.getByRole('button', { name: 'Remove the demonstration group' }).click();
	await expect(page.getByText('Nothing to see yet.')).toBeVisible();
	await page.goto('/your-data');
	await expect(page.getByTestId('chats')).toContainText(/^0,/);
	await expect(page.getByText('0 entries')).toBeVisible();
});

test('another pack is looked at before it counts, counts, and is taken back', async ({ page }) => {
	test.setTimeout(120_000);
	await loadDemonstration(page);
	const again = page.getByRole('region', { name: 'Score again' });
	await again.getByRole('combobox', { name: 'Policy pack' }).selectOption('Note only');
	await again.getByRole('button', { name: 'Show what would change' }).click();
	await expect(again.getByRole('status')).toContainText(/\d+ chats? changes?, of 150\./);
	await expect(again).toContainText('Each chat counts by the policy pack that it was played with.');
	await again.getByRole('button', { name: 'Let Note only count' }).click();
	await expect(again).toContainText('Every chat counts by Note only, whatever it was played with.');
	await expect(again).toContainText('The scores here were made with Note only, version 1.');
	await again.getByRole('button', { name: 'Take the last choice back' }).click();
	await expect(again).toContainText('Each chat counts by the policy pack that it was played with.');
	await expect(again).toContainText('24/7 cooperative, version 1');
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the page at a glance has no barriers and fits a narrow window (${colorScheme})`, async ({ page }) => {
		test.setTimeout(120_000);
		await page.emulateMedia({ colorScheme });
		await loadDemonstration(page);
		await expect(page.locator('.chart')).toHaveCount(2);
		expect(await barriersOn(page)).toEqual([]);
		await page.setViewportSize({ width: 320, height: 640 });
		expect(await isTooWide(page)).toBe(false);
		expect(await barriersOn(page)).toEqual([]);
	});
}
