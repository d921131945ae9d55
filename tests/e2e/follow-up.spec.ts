import type { Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

const inList = (page: Page, list: string, patron: string) =>
	page.getByTestId(`list-${list}`).getByRole('link', { name: new RegExp(patron) });
const affair = (page: Page) => page.getByTestId('affair');

async function open(page: Page, list: string, patron: string) {
	await inList(page, list, patron).click();
	await expect(page.getByRole('heading', { level: 2, name: patron })).toBeFocused();
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a mission of four sessions: address corrected and answered, a dead end, one rejected and answered, an FYI', async ({
	page
}) => {
	await page.goto('/follow-up');
	await page
		.getByRole('navigation', { name: 'Desks' })
		.getByRole('link', { name: /Tuesday at Riverbend/ })
		.click();
	await expect(page.getByTestId('today')).toHaveText('Tuesday');

	// The address in the list is wrong; the right one stands in the transcript.
	await open(page, 'New', 'Winifred');
	await press(page, 'Take it up');
	await expect(inList(page, 'Active', 'Winifred')).toBeVisible();
	await page.getByLabel('The patron’s e-mail address').fill('winifred.okoro');
	await press(page, 'Put it in');
	await expect(page.getByText('This is no e-mail address')).toBeVisible();
	await page.getByLabel('The patron’s e-mail address').fill('winifred.okoro@example.org');
	await press(page, 'Put it in');
	await expect(page.getByTestId('email')).toContainText('winifred.okoro@example.org');
	await press(page, 'Write what has been found');
	await press(page, 'Send the reply');
	await expect(affair(page)).toContainText('Mail under way');
	await expect(inList(page, 'Answered', 'Winifred')).toBeVisible();

	// Nobody to write to, and why.
	await open(page, 'New', 'hallmonitor');
	await expect(affair(page)).toContainText('Nobody to write to');
	await expect(affair(page)).toContainText('Nobody asked for an address.');
	await press(page, 'Take it up');
	await expect(page.getByText('A reply needs an address.')).toBeVisible();
	await press(page, 'Close the session');
	await expect(affair(page)).toContainText('The promise that somebody gets back to the patron is broken.');

	// Promised and coded Answered: only a Reject brings it back.
	await open(page, 'Answered', 'Beatriz');
	await expect(affair(page)).toContainText('Waits, unseen');
	await expect(page.getByRole('button', { name: 'Take it up' })).toHaveCount(0);
	await press(page, 'Reject');
	await expect(page.getByText('Say in a few words why the code does not fit.')).toBeVisible();
	await page.getByLabel(/Reject it, back to New/).fill('She was promised an answer; this is a follow-up.');
	await press(page, 'Reject');
	await expect(inList(page, 'New', 'Beatriz')).toBeVisible();
	await press(page, 'Take it up');
	await press(page, 'Write what has been found');
	await press(page, 'Send the reply');
	await expect(page.getByTestId('history')).toContainText('She was promised an answer');

	// For information: the note comes first.
	await open(page, 'New', 'Aurelio');
	const parts = page.getByRole('article').getByRole('heading', { level: 3 });
	await expect(parts.first()).toHaveText('Librarian note');
	await expect(page.getByRole('region', { name: 'Librarian note' })).toContainText('parking garage');
	await press(page, 'Take it up');
	await press(page, 'Close the session');
	await expect(affair(page)).toContainText('Note read');

	await expect(page.getByTestId('mission-over')).toHaveCount(0);
	await press(page, 'Let a day pass');
	await expect(page.getByTestId('today')).toHaveText('Wednesday');
	await expect(page.getByTestId('mission-over')).toContainText('patron has the answer');

	// It is kept; begun again it is as it was.
	await page.reload();
	await expect(page.getByTestId('mission-over')).toBeVisible();
	await open(page, 'Answered', 'Winifred');
	await expect(affair(page)).toContainText('The promise that somebody gets back to the patron is kept.');
	await press(page, 'Begin again');
	await expect(inList(page, 'New', 'Winifred')).toBeVisible();
});

test('mail to an address that does not exist comes back to Active', async ({ page }) => {
	await page.goto('/follow-up?mission=wednesday-at-saltmarsh');
	await open(page, 'New', 'Sunniva');
	await press(page, 'Take it up');
	await press(page, 'Write what has been found');
	await press(page, 'Send the reply');
	await press(page, 'Let a day pass');
	await expect(affair(page)).toContainText('Mail came back');
	await expect(inList(page, 'Active', 'Sunniva')).toBeVisible();
});

test('a chat of one’s own, miscoded, is found on the desk with its note, and fetched back', async ({
	page
}) => {
	await page.goto('/chat?scenario=obituary-of-1894&mode=practice');
	await page.getByRole('button', { name: 'Take over' }).click();
	const box = page.getByRole('textbox', { name: 'Message to Dolores' });
	await box.fill('What is the best e-mail address for you, and by when do you need it?');
	await box.press('Enter');
	await expect(async () => {
		await page.getByRole('button', { name: 'Let time pass' }).click();
		await expect(page.getByText('dolores.santoro@example.org').first()).toBeVisible({ timeout: 500 });
	}).toPass();
	await page.getByRole('tab', { name: 'Notes' }).click();
	await page
		.getByRole('textbox', { name: /note/i })
		.fill('Obituary of Aurelio Santoro, 1894: the film is at Riverbend.');
	await page.getByRole('button', { name: 'Save note' }).click();
	await page.getByRole('button', { name: 'End session' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
	await page.getByRole('radio', { name: 'Lost Call' }).check();
	await page.getByRole('button', { name: 'Save code' }).click();
	await page.getByRole('link', { name: 'Open it at the follow-up desk' }).click();

	await expect(inList(page, 'Closed', 'Dolores')).toBeVisible();
	await expect(affair(page)).toContainText('Waits, unseen');
	await expect(page.getByRole('region', { name: 'Librarian note' })).toContainText(
		'the film is at Riverbend'
	);
	await page.getByLabel(/Reject it, back to New/).fill('No Lost Call: she left an address.');
	await press(page, 'Reject');
	await press(page, 'Take it up');
	await page.getByLabel('The patron’s e-mail address').fill('dolores.santoro@example.org');
	await press(page, 'Put it in');
	await page
		.getByLabel('Reply to Dolores by e-mail')
		.fill('Page 3 of the Courier of 14 December 1894, attached.');
	await press(page, 'Send the reply');
	await press(page, 'Let a day pass');
	await expect(affair(page)).toContainText('Patron has the answer');
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the desk has no barriers and fits a narrow window (${colorScheme})`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto('/follow-up');
		await expect(page.getByText('There is none yet.')).toBeVisible();
		expect([await barriersOn(page), await isTooWide(page)]).toEqual([[], false]);
		await page.goto('/follow-up?mission=tuesday-at-riverbend');
		await expect(inList(page, 'New', 'Winifred')).toBeVisible();
		expect([await barriersOn(page), await isTooWide(page)]).toEqual([[], false]);
		await inList(page, 'New', 'Winifred').click();
		await press(page, 'Take it up');
		await expect(page.getByRole('button', { name: 'Send the reply' })).toHaveCount(1);
		expect([await barriersOn(page), await isTooWide(page)]).toEqual([[], false]);
		await page.getByRole('link', { name: 'Back to the lists' }).click();
		await expect(inList(page, 'Active', 'Winifred')).toBeVisible();
	});
}
