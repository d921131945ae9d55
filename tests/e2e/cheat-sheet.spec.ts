import { barriersOn, isTooWide } from './barriers.ts';
import { chooseDesk } from './choose-desk.ts';
import { expect, test } from './watched.ts';

/** Every page of a PDF is an object of its own; the list of pages is another kind. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

for (const desk of ['QuestionPoint', 'LibAnswers', 'LibraryH3lp'])
	test(`the cheat sheet prints on one page in the words of ${desk}`, async ({ page }) => {
		await page.goto('/practise');
		await chooseDesk(page, desk);
		await page.goto('/cheat-sheet');
		await expect(page.getByText(`in the words of ${desk}`)).toBeVisible();
		for (const format of ['Letter', 'A4'] as const)
			expect([format, pagesOf(await page.pdf({ format }))]).toEqual([format, 1]);
	});

for (const colorScheme of ['light', 'dark'] as const)
	test(`the cheat sheet has no barriers and fits a narrow window (${colorScheme})`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto('/cheat-sheet');
		await expect(page.getByRole('heading', { name: 'Which code' })).toBeVisible();
		expect(await barriersOn(page)).toEqual([]);
		expect(await isTooWide(page)).toBe(false);
	});
