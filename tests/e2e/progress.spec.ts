import type { Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

const DAY_MS = 24 * 60 * 60_000;
const START = new Date('2026-03-02T09:00:00Z');

/** Closes Dolores's chat with an empty promise: most steps are missed. */
async function play(page: Page): Promise<void> {
	await page.goto('/chat?scenario=obituary-of-1894&mode=practice');
	await page.getByRole('button', { name: 'Take over' }).click();
	const box = page.getByRole('textbox', { name: 'Message to Dolores' });
	await box.fill('Somebody will e-mail you. Thank you for asking us, and come back any time. Goodbye!');
	await box.press('Enter');
	await expect(box).toHaveValue('');
	await page.getByRole('button', { name: 'End session' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
	await page.getByRole('radio', { name: 'Answered' }).check();
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page).toHaveURL(/\/debrief\?attempt=/);
}

const row = (page: Page, step: string) => page.getByRole('row').filter({ hasText: step });

test('a missed step is due the day after, on a moved clock, and is what the first page offers', async ({
	page
}) => {
	await page.clock.setSystemTime(START);
	await page.goto('/progress');
	await expect(page.getByText('No chat is coded yet.')).toBeVisible();
	await play(page);
	await page.goto('/progress');
	await expect(row(page, 'E-mail')).toContainText('0 of 1');
	await expect(row(page, 'E-mail')).toContainText('Mar 3');
	await expect(page.getByText('Nothing is due.')).toBeVisible();

	await page.clock.setSystemTime(new Date(START.getTime() + 2 * DAY_MS));
	await page.reload();
	await expect(row(page, 'E-mail')).toContainText('now, since Mar 3');
	await expect(page.getByText(/^Due again: .*E-mail/)).toBeVisible();
	await page.goto('/');
	await expect(page.getByText(/Next for you .* due again: .*E-mail/)).toBeVisible();
	await page.goto('/progress');
	expect(await barriersOn(page)).toEqual([]);
	await page.setViewportSize({ width: 320, height: 640 });
	await page.emulateMedia({ colorScheme: 'dark' });
	expect([await barriersOn(page), await isTooWide(page)]).toEqual([[], false]);
});

test('one’s own marks come before the machine’s, the difference is shown, kept, and stands under Progress', async ({
	page
}) => {
	await page.goto('/progress');
	await page.getByRole('checkbox', { name: /let me say which steps I met/ }).check();
	await play(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mark it yourself first');
	await expect(page.getByTestId('points')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Show the marks' })).toBeDisabled();
	const groups = page.getByRole('group');
	for (const group of await groups.all()) await group.getByRole('radio', { name: 'Met' }).check();
	expect(await barriersOn(page)).toEqual([]);
	await page.getByRole('button', { name: 'Show the marks' }).click();
	await expect(page.getByTestId('points')).toBeVisible();
	const agreement = page.getByTestId('agreement');
	await expect(agreement).toContainText('of 13 steps');
	await expect(agreement).toContainText('E-mail: you said met, the marks say missed.');
	await page.reload();
	await expect(agreement).toContainText('E-mail: you said met');
	await page.goto('/progress');
	await expect(page.getByTestId('predicted')).toContainText('of 13 as marked');
	await expect(page.getByTestId('predicted')).toContainText(/kinder on .*E-mail/);
});
