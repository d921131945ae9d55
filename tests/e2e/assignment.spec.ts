import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

test('an assignment is made, sent, taken on and played; attempts beyond those allowed are said not to count', async ({
	browser,
	page
}) => {
	await page.goto('/trainer/assign');
	await page.getByRole('button', { name: 'Make the assignment' }).click();
	await expect(page.getByText('Choose at least one chat.')).toBeVisible();
	await page.getByLabel('Title').fill('Week 6: <b>addresses</b>');
	await page.getByRole('checkbox', { name: /The obituary of 1894/ }).check();
	await page.getByRole('checkbox', { name: /Sixty-four pages/ }).check();
	await page.getByLabel(/^Mode/).selectOption('practice');
	await page.getByLabel(/^Time/).selectOption('stepped');
	await page.getByLabel('Attempts that count, at each chat').fill('1');
	await page.getByRole('button', { name: 'Make the assignment' }).click();
	const link = await page.getByLabel('Link to this assignment').inputValue();

	const other = await browser.newContext();
	const trainee = await other.newPage();
	await trainee.goto(link);
	await expect(trainee.getByRole('heading', { name: 'Week 6: <b>addresses</b>' })).toBeVisible();
	await expect(trainee.getByText('The first at each chat counts.')).toBeVisible();
	await trainee.getByRole('button', { name: 'Take it on' }).click();
	await expect(trainee.getByText('One more attempt counts.')).toHaveCount(2);
	await trainee.getByRole('link', { name: /Begin.*The obituary of 1894/ }).click();
	await trainee.getByRole('button', { name: 'Take over' }).click();
	await expect(trainee).toHaveURL(/attempt=/);

	await trainee.goto('/assignment');
	await expect(trainee.getByText('Another one is practice, and is not counted.')).toBeVisible();
	await trainee.getByRole('link', { name: /Begin again.*The obituary of 1894/ }).click();
	await trainee.getByRole('button', { name: 'Take over' }).click();
	await expect(trainee).toHaveURL(/attempt=/);
	await trainee.goto('/assignment');
	await expect(trainee.getByText('counted, not finished', { exact: false }).first()).toBeVisible();
	await expect(trainee.getByText('not counted, beyond those allowed, not finished')).toBeVisible();
	await expect(trainee.getByText('One more attempt counts.')).toHaveCount(1);
	await other.close();
});

test('a link to something else, or half a link, asks nothing of anybody', async ({ page }) => {
	await page.goto('/assignment#z1.rubbish');
	await expect(page.getByRole('alert')).toContainText('This link is not complete.');
	await expect(page.getByText('Nothing is asked of you here.')).toBeVisible();
	await page.goto('/chat?scenario=obituary-of-1894&assignment=assignment-of-nobody');
	await expect(page.getByText('This browser has no assignment of that address.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the assignment’s pages have no barriers and fit a narrow window (${colorScheme})`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto('/trainer/assign');
		await page.getByLabel('Title').fill('Week 6');
		await page.getByRole('checkbox', { name: /The obituary of 1894/ }).check();
		await page.getByRole('button', { name: 'Make the assignment' }).click();
		await expect(page.getByLabel('Link to this assignment')).toBeVisible();
		expect(await barriersOn(page)).toEqual([]);
		expect(await isTooWide(page)).toBe(false);
		await page.goto('/assignment');
		await expect(page.getByRole('heading', { name: 'Week 6' })).toBeVisible();
		expect(await barriersOn(page)).toEqual([]);
		expect(await isTooWide(page)).toBe(false);
	});
}
