import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

test('a reader’s tip and comment are plain text, and are there after a reload', async ({ page }) => {
	await page.goto('/tips');
	await page.getByLabel('Title').fill('Read it aloud');
	await page.getByLabel('What others should know').fill('<img src=x onerror=alert(1)> Then send it.');
	await page.getByRole('button', { name: 'Leave this tip' }).press('Enter');
	await expect(page.getByText('Your tip is kept.')).toBeVisible();
	await page.reload();
	const tips = page.getByRole('list', { name: 'Tips from readers' });
	await expect(tips).toContainText('Read it aloud');
	await expect(tips).toContainText('<img src=x onerror=alert(1)> Then send it.');

	await page.getByRole('link', { name: 'By when?' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('By when?');
	await page.getByRole('button', { name: 'Leave this comment' }).click();
	await expect(page.getByText('There is nothing written yet.')).toBeVisible();
	await page.getByLabel('Your comment').fill('Ours ask it first of all.');
	await page.getByRole('button', { name: 'Leave this comment' }).click();
	await page.reload();
	await expect(page.getByRole('list', { name: 'Comments' })).toContainText('Ours ask it first of all.');
});

test('the tip of the week is another one a week later, and leads to a chat that drills it', async ({
	page
}) => {
	const titleOn = async (day: string): Promise<string> => {
		await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
		await page.goto('/tips');
		return page.getByRole('article').getByRole('heading').innerText();
	};
	const first = await titleOn('2026-11-30');
	expect(await titleOn('2026-12-06')).toBe(first);
	expect(await titleOn('2026-12-07')).not.toBe(first);
	await page.getByRole('article').getByRole('link').last().click();
	await expect(page).toHaveURL(/\/chat\?/);
	await expect(page.getByRole('button', { name: 'Take over' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`the tips have no barriers and fit a narrow window (${colorScheme})`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		for (const address of ['/tips', '/tips/write-the-note']) {
			await page.goto(address);
			await expect(page.getByRole('article')).toBeVisible();
			expect([address, await barriersOn(page)]).toEqual([address, []]);
			expect([address, await isTooWide(page)]).toEqual([address, false]);
		}
	});
