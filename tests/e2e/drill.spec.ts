import type { Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

const CASES = 10;

/** Keys of codes that fit the cases, in the order in which a first round has them; 1 is Answered, 4 Lost Call. */
const RIGHT = ['2', '2', '1', '1', '2', '2', '1', '1', '4', '3'];

/** Cases at which Answered is wrong, right, right beside another, and breaks a promise that two codes would keep. */
const LOOKED_AT = [1, 3, 4, 10];

const title = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });
const verdict = (page: Page) => page.getByTestId('verdict');

async function begin(page: Page) {
	await page.goto('/drill');
	await page.getByRole('button', { name: 'Begin' }).press('Enter');
	await expect(page.getByText(`Case 1 of ${CASES}`)).toBeVisible();
}

test('the drill is done by keyboard alone, and its results are there after a reload', async ({ page }) => {
	await begin(page);
	for (const [index, key] of RIGHT.entries()) {
		await expect(page.getByText(`Case ${index + 1} of ${CASES}`)).toBeVisible();
		// The third is coded as if it could be followed up, the ninth as if it were answered.
		await page.keyboard.press(index === 2 ? '2' : index === 8 ? '1' : key);
		await expect(verdict(page)).toBeVisible();
		await page.keyboard.press(index % 2 === 0 ? 'Enter' : 'n');
	}
	await expect(title(page)).toHaveText('8 of 10 codes fit');
	await expect(page.getByRole('button', { name: 'Try the 2 again' })).toBeVisible();
	await page.reload();
	const rows = page.getByRole('list', { name: 'Codes right, per rule' }).getByRole('listitem');
	await expect(rows.filter({ hasText: 'No e-mail, no follow-up' })).toContainText('1 of 2');
	await expect(rows.filter({ hasText: 'Gone early, no address' })).toContainText('0 of 1');
	await expect(rows.filter({ hasText: 'FYI' })).toContainText('1 of 1');
	await page.goto('/');
	await expect(page.getByRole('list', { name: 'Codes right, per rule' })).toContainText('No empty promise');
});

test('Follow Up with no address is a dead end, and beside it stands what fits', async ({ page }) => {
	await begin(page);
	for (const key of RIGHT.slice(0, 2)) {
		await page.keyboard.press(key);
		await expect(verdict(page)).toBeVisible();
		await page.keyboard.press('n');
	}
	await expect(page.getByRole('heading', { name: 'Info tab' }).locator('..')).toContainText('none was given');
	await page.getByRole('button', { name: 'Follow-up by patron’s library' }).click();
	await expect(verdict(page).getByRole('heading', { level: 2 }).first()).toHaveText(
		/Follow-up by patron’s library does not fit\. Answered does\./
	);
	const chosen = page.getByTestId('ending-follow-up-by-patrons-library');
	await expect(chosen).toContainText('A dead end');
	await expect(chosen).toContainText('New, Corliss Free Library');
	await expect(page.getByTestId('ending-answered')).toContainText('Help on the spot');
	await expect(verdict(page)).toContainText('there is no address to write to');
});

test('what happened unseen after the chat is told only with the answer', async ({ page }) => {
	await begin(page);
	for (const key of RIGHT.slice(0, 6)) {
		await page.keyboard.press(key);
		await expect(verdict(page)).toBeVisible();
		await page.keyboard.press('n');
	}
	await expect(page.getByText('Case 7 of 10')).toBeVisible();
	await expect(page.getByText('In the window that opened after the chat')).toHaveCount(0);
	await page.keyboard.press('1');
	await expect(page.getByText('In the window that opened after the chat')).toBeVisible();
});

test('a round that was left goes on where it was left', async ({ page }) => {
	await begin(page);
	await page.keyboard.press('2');
	await expect(verdict(page)).toBeVisible();
	await page.keyboard.press('n');
	await page.keyboard.press('4');
	await expect(verdict(page)).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Go on with case 3 of 10' }).press('Enter');
	await expect(page.getByText('Case 3 of 10')).toBeVisible();
	await expect(title(page)).toHaveText(/^dee/);
});

test('a number with a modifier is the browser’s, and chooses no code', async ({ page }) => {
	await begin(page);
	await page.keyboard.press('Control+1');
	await page.keyboard.press('6');
	await expect(verdict(page)).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Answered' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the drill has no barriers and fits a narrow window (${colorScheme})`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		const seen: string[] = [];
		const look = async (where: string) => {
			seen.push(...(await barriersOn(page)).map((barrier) => `${where}: ${barrier}`));
			if (await isTooWide(page)) seen.push(`${where}: too wide`);
		};
		await page.goto('/drill');
		await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
		await look('start');
		await begin(page);
		await look('case');
		for (const [index] of RIGHT.entries()) {
			await page.keyboard.press('1');
			await expect(verdict(page)).toBeVisible();
			if (LOOKED_AT.includes(index + 1)) await look(`answer ${index + 1}`);
			await page.keyboard.press('Enter');
		}
		await expect(title(page)).toContainText('of 10 codes fit');
		await look('over');
		expect(seen).toEqual([]);
	});
}
