import type { Page } from '@playwright/test';
import { listen } from './announcements.ts';
import { barriersOn } from './barriers.ts';
import { expect, test } from './watched.ts';

const typingBox = (page: Page) => page.getByRole('textbox', { name: /^Message to/ });
const timePasses = (page: Page) => page.getByRole('button', { name: 'Let time pass' }).click();

async function takeOver(page: Page, scenario: string): Promise<void> {
	await page.goto(`/chat?scenario=${scenario}&mode=guided&pace=stepped`);
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(page).toHaveURL(/attempt=/);
	await expect(page.getByRole('tab', { name: 'Info' })).toBeVisible();
}

test.describe('what a screen reader says', () => {
	test('each thing that happens in a chat is said once, in words', async ({ page }) => {
		const heard = await listen(page);
		await takeOver(page, 'obituary-of-1894');
		await page.getByRole('tab', { name: 'Info' }).click();
		await typingBox(page).fill('I see no e-mail address. What is your e-mail address, please?');
		await typingBox(page).press('Enter');
		await timePasses(page);
		await expect(page.getByTestId('message').last()).toContainText('dolores.santoro');
		await typingBox(page).fill('/');
		await typingBox(page).press('Escape');
		await typingBox(page).fill('');
		await page.getByRole('tab', { name: 'Notes' }).click();
		await page.getByRole('textbox', { name: /A note/ }).fill('Obituary of 1894');
		await page.getByRole('button', { name: 'Save note' }).click();
		await expect(page.getByText('Note saved.')).toBeVisible();
		await page.getByRole('button', { name: 'End session' }).click();
		await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
		await page.getByRole('button', { name: 'Save code' }).click();
		await expect(page.getByText('Choose one of the five codes first.')).toBeVisible();
		const said = (await heard()).filter((one) => !one.endsWith('· Closing Time'));
		expect(said).toEqual([
			'You took over from Kim',
			'You opened the Info tab.',
			'Closing step now: E-mail',
			'You : I see no e-mail address. What is your e-mail address, please?',
			'Dolores is typing',
			expect.stringMatching(/^Dolores : dolores\.santoro@example\.org/),
			'Closing step now: Deadline',
			expect.stringMatching(/^Scripts found: \d+$/),
			'Note saved.',
			'You ended the session.',
			expect.stringMatching(/^Closing step now: /),
			'Choose one of the five codes first.'
		]);
	});
});

test.describe('single keys', () => {
	test('can be switched off in the drill, stay off after a reload, and are off in a chat too', async ({
		page
	}) => {
		await page.goto('/drill');
		await page.getByRole('checkbox', { name: 'Use single keys' }).uncheck();
		await page.getByRole('button', { name: 'Begin' }).press('Enter');
		const answered = page.getByRole('button', { name: 'Answered' });
		await expect(answered).not.toHaveAttribute('aria-keyshortcuts');
		await page.keyboard.press('1');
		await expect(answered).toBeVisible();
		await answered.press('Enter');
		await expect(page.getByTestId('verdict')).toBeVisible();
		await page.keyboard.press('n');
		await expect(page.getByTestId('verdict')).toBeVisible();

		await page.reload();
		await page.getByRole('button', { name: /^Go on/ }).press('Enter');
		await page.keyboard.press('1');
		await expect(answered).toBeVisible();

		await takeOver(page, 'obituary-of-1894');
		await page.getByRole('log').focus();
		await page.keyboard.press('?');
		await page.keyboard.press('Alt+2');
		await expect(page.getByText('No e-mail was provided')).toBeVisible();
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await page.getByRole('button', { name: 'Shortcuts' }).click();
		const dialog = page.getByRole('dialog', { name: 'Shortcuts' });
		expect(await barriersOn(page)).toEqual([]);
		await dialog.getByRole('checkbox', { name: 'Use single keys' }).check();
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
		await page.getByRole('log').focus();
		await page.keyboard.press('?');
		await expect(dialog).toBeVisible();
	});
});
