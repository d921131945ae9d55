import type { Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

/** Plays Dolores's chat: the lines, whether Info is opened, the code. */
async function play(
	page: Page,
	scenario: string,
	lines: readonly string[],
	code: string,
	looks = false
): Promise<void> {
	await page.goto(`/chat?scenario=${scenario}&mode=practice`);
	await page.getByRole('button', { name: 'Take over' }).click();
	if (looks) await page.getByRole('tab', { name: 'Info' }).click();
	const box = page.getByRole('textbox', { name: 'Message to Dolores' });
	const answers = page.getByTestId('message').filter({ hasText: /^Dolores/ });
	for (const line of lines) {
		const before = await answers.count();
		await box.fill(line);
		await box.press('Enter');
		await expect(box).toHaveValue('');
		// What is typed shows first, then the message; time is let pass until the answer is there.
		await expect(async () => {
			await page.getByRole('button', { name: 'Let time pass' }).click();
			expect(await answers.count()).toBeGreaterThan(before);
		}).toPass();
	}
	await page.getByRole('button', { name: 'End session' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
	await page.getByRole('radio', { name: code }).check();
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page).toHaveURL(/\/debrief\?attempt=/);
	await expect(page.getByTestId('points')).toBeVisible();
}

const PROMISE = 'A librarian at Riverbend will look at the film and e-mail you. It may take several days.';

test('a follow-up with no address is a broken red line, and a dead end in the list', async ({ page }) => {
	await play(
		page,
		'obituary-of-1894',
		[PROMISE, 'Is there anything else I can look up for you?'],
		'Follow-up by patron’s library'
	);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody can write back to Dolores.');
	await expect(page.getByTestId('judgement')).toHaveText('Not passed: a red line is crossed');
	await expect(page.getByTestId('verdict').filter({ hasText: 'No e-mail, no follow-up' })).toContainText(
		'Red line'
	);
	const row = page.getByTestId('ask-row');
	await expect(row).toContainText('none');
	await expect(row).toContainText('Nothing. There is nobody to write to.');
	const moments = page.getByTestId('repair').filter({ hasText: 'What address should it go to?' });
	await expect(moments.first()).toContainText('dolores.santoro@example.org');
	await expect(page.getByTestId('note').filter({ hasText: 'Deadline' })).toContainText(
		'Nobody asked by when'
	);
	expect(await barriersOn(page)).toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await barriersOn(page)).toEqual([]);

	// It is kept: after a reload the same verdicts stand there, and the list of attempts leads to it.
	await page.reload();
	await expect(page.getByTestId('ask-row')).toContainText('none');
	await page.goto('/attempts');
	await expect(page.getByText('No e-mail, no follow-up')).toBeVisible();
});

test('a good closing is shown with the words that made it, and its twist stands beside it', async ({
	page
}) => {
	await play(
		page,
		'obituary-of-1894',
		[
			'I see no e-mail for you yet. What is the best address, and by when do you need it?',
			PROMISE,
			'Is there anything else I can look up for you?',
			"Thank you for asking Riverbend's librarians. Come back any time, day or night, and we will gladly look again. Goodbye!"
		],
		'Follow-up by patron’s library',
		true
	);
	await expect(page.getByTestId('points')).toHaveText('9 of 9');
	await expect(page.getByTestId('line').locator('mark', { hasText: 'anything else' })).toBeVisible();
	await expect(page.getByTestId('repair')).toHaveCount(0);
	await page.getByRole('link', { name: /this time she won't give an address/ }).click();
	await page.getByRole('button', { name: 'Take over' }).click();
	await page.getByRole('button', { name: 'End session' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
	await page.getByRole('radio', { name: 'Lost Call' }).check();
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page.getByRole('heading', { name: 'Both endings, side by side' })).toBeVisible();
	await expect(page.getByTestId('ending-lost-call')).toBeVisible();
	await expect(page.getByTestId('ending-follow-up-by-patrons-library')).toContainText('An answer arrives');
	expect(await barriersOn(page)).toEqual([]);
	await page.setViewportSize({ width: 320, height: 640 });
	expect(await isTooWide(page)).toBe(false);
});

test('an attempt that is not here is said plainly', async ({ page }) => {
	await page.goto('/debrief?attempt=nothing');
	await expect(page.getByText('This browser keeps no session of this address.')).toBeVisible();
});
