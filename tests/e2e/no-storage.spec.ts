import { expect, test } from './watched.ts';

test.describe('where nothing can be kept', () => {
	test('a browser without IndexedDB says so, and the session goes on to its verdict', async ({ page }) => {
		await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
		await page.goto('/chat?scenario=obituary-of-1894&mode=guided');
		await page.getByRole('button', { name: 'Take over' }).click();
		await expect(page.getByText('This browser does not let Closing Time store anything.')).toBeVisible();
		const box = page.getByRole('textbox', { name: 'Message to Dolores' });
		await box.fill('Is there anything else I can look up?');
		await box.press('Enter');
		await expect(page.getByTestId('message').filter({ hasText: 'Is there anything else' })).toBeVisible();
		await page.getByRole('button', { name: 'End session' }).click();
		await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
		await page.getByRole('radio', { name: 'Answered' }).check();
		await page.getByRole('button', { name: 'Save code' }).click();
		await expect(page.getByTestId('points')).toBeVisible();
	});

	test('a full disk in the middle of a message says so, keeps the draft, and the session can go on', async ({
		page
	}) => {
		await page.goto('/chat?scenario=obituary-of-1894&mode=guided');
		await page.getByRole('button', { name: 'Take over' }).click();
		const box = page.getByRole('textbox', { name: 'Message to Dolores' });
		await box.fill('The first line is kept.');
		await box.press('Enter');
		await expect(page.getByTestId('message').filter({ hasText: 'The first line' })).toBeVisible();
		await page.evaluate(() => {
			const full = () => {
				throw new DOMException('The disk is full', 'QuotaExceededError');
			};
			IDBObjectStore.prototype.add = full;
			IDBObjectStore.prototype.put = full;
		});
		await box.fill('The second line meets a full disk.');
		await box.press('Enter');
		await expect(
			page.getByRole('alert').filter({ hasText: 'There is no room left to store this.' })
		).toBeVisible();
		await expect(box).toHaveValue('The second line meets a full disk.');
		await expect(page.getByTestId('message').filter({ hasText: 'The second line' })).toHaveCount(0);
		await page.getByRole('button', { name: 'Go on without keeping it' }).click();
		await expect(page.getByTestId('message').filter({ hasText: 'The second line' })).toHaveCount(1);
	});
});
