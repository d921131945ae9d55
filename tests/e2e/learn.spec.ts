import type { Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { chooseDesk } from './choose-desk.ts';
import { expect, test } from './watched.ts';

const main = (page: Page) => page.getByRole('main');
const exercise = (page: Page, id: string) => page.getByTestId(`exercise-${id}`);
const outcome = (page: Page, id: string) => exercise(page, id).getByTestId('outcome');

test('a brush-off is rewritten until it is heard as what it should be, and the chart lights up', async ({
	page
}) => {
	await page.goto('/learn/what-happens-next');
	const here = exercise(page, 'not-a-brush-off');
	await here.getByRole('button', { name: 'Send' }).click();
	await expect(outcome(page, 'not-a-brush-off')).toContainText('Not yet.');
	await expect(outcome(page, 'not-a-brush-off')).toContainText('No brush-off, missed.');
	const region = page.getByRole('figure').filter({ hasText: 'Was it said who gets back?' });
	await expect(region).toContainText(/gets back\?\s*unsaid/);
	await here
		.getByRole('textbox')
		.fill('A librarian at Quarry Road will email you about this. It can take a few days.');
	await here.getByRole('textbox').press('Enter');
	await expect(outcome(page, 'not-a-brush-off')).toContainText('Right.');
	await expect(outcome(page, 'not-a-brush-off')).toContainText('says how long the answer may take');
	await expect(region).toContainText(/gets back\?\s*said/);
});

test('what was learned is there after a reload, and the lessons go on where they were left', async ({
	page
}) => {
	await page.goto('/learn');
	await main(page).getByRole('link', { name: 'Begin' }).press('Enter');
	const options = exercise(page, 'after-the-timetable').getByRole('list', { name: /timetable/ });
	await options.getByRole('button').first().press('Enter');
	await expect(outcome(page, 'after-the-timetable')).toContainText('Not yet.');
	await options.getByRole('button', { name: /look up something else/ }).press('Enter');
	await expect(outcome(page, 'after-the-timetable')).toContainText('Complete?, met.');
	await expect(exercise(page, 'after-the-timetable')).toContainText('done');
	await page.goto('/learn');
	await expect(main(page).getByRole('listitem').first()).toContainText('done');
	await main(page).getByRole('link', { name: 'Go on with “Look before you ask”' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look before you ask');
});

test('a silence is put in order by keyboard alone', async ({ page }) => {
	await page.goto('/learn/silence');
	const here = exercise(page, 'a-quiet-patron');
	const first = () => here.getByRole('list', { name: /in order/ }).getByRole('listitem');
	const wanted = ['Are you still with me', 'going to close this chat', '5 minutes pass', 'End session'];
	await expect(first()).toHaveCount(wanted.length);
	for (const [place, text] of wanted.entries()) {
		for (;;) {
			const texts = await first().allTextContents();
			const at = texts.findIndex((one) => one.includes(text));
			if (at === place) break;
			await first().nth(at).getByRole('button', { name: 'Earlier' }).press('Enter');
			await expect(first().nth(at - 1)).toContainText(text);
		}
	}
	await here.getByRole('button', { name: 'Do it in this order' }).press('Enter');
	await expect(outcome(page, 'a-quiet-patron')).toContainText('Silence, met.');
});

test('the words of the desk are those that were chosen', async ({ page }) => {
	await page.goto('/practise');
	await chooseDesk(page, 'LibAnswers');
	await page.goto('/learn/look-first');
	await expect(exercise(page, 'before-you-ask')).toContainText('Open Patron information');
	await expect(main(page)).not.toContainText('Info tab');
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`no lesson has barriers, and each fits a narrow window (${colorScheme})`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		const seen: string[] = [];
		const look = async (where: string) => {
			seen.push(...(await barriersOn(page)).map((barrier) => `${where}: ${barrier}`));
			if (await isTooWide(page)) seen.push(`${where}: too wide`);
		};
		await page.goto('/learn');
		await expect(main(page).getByRole('link', { name: 'Begin' })).toBeVisible();
		await look('list');
		for (const lesson of ['look-first', 'an-address', 'the-code']) {
			await page.goto(`/learn/${lesson}`);
			const chosen = main(page)
				.getByRole('button', { name: /passing this on|There is none|Lost Call/ })
				.first();
			await chosen.click();
			await expect(page.getByTestId('outcome')).toBeVisible();
			await look(lesson);
		}
		await page.goto('/learn/chart');
		await expect(page.getByRole('figure').first()).toBeVisible();
		await look('chart');
		expect(seen).toEqual([]);
	});
