import type { Browser, Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { chatOf, fileOf } from './handed-in.ts';
import { expect, test } from './watched.ts';

const RED_LINE = chatOf('red', {
	name: 'Katarzyna <b>Nowak</b>',
	said: { text: 'We will see to it.', heard: [] },
	code: 'follow-up-by-patrons-library',
	minute: 1
});
const UNSURE = chatOf('unsure', {
	name: 'Jerome',
	said: {
		text: 'What number is on your card?',
		heard: [{ act: 'ask-private', start: 0, end: 28, confidence: 0.6 }]
	},
	code: 'answered',
	minute: 2
});

/** Plays a chat to its code as somebody who is not named yet. */
async function play(page: Page): Promise<void> {
	await page.goto('/chat?scenario=obituary-of-1894&mode=practice&pace=stepped');
	await page.getByRole('button', { name: 'Take over' }).click();
	const box = page.getByRole('textbox', { name: 'Message to Dolores' });
	await box.fill('Is there anything else I can look up for you?');
	await box.press('Enter');
	await expect(page.getByTestId('message').last()).toContainText('anything else');
	await page.getByRole('button', { name: 'End session' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
	await page.getByRole('radio', { name: 'Answered' }).check();
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page.getByTestId('points')).toBeVisible();
}

/** A trainee plays, objects twice and hands in; gives the file's path. */
async function handIn(browser: Browser, baseURL: string): Promise<string> {
	const context = await browser.newContext({ baseURL });
	const page = await context.newPage();
	await play(page);
	await page.getByRole('button', { name: /^I see it otherwise ?: Goodbye$/ }).click();
	await page.keyboard.type('I said it in my own words.');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByTestId('objection')).toContainText('I said it in my own words.');
	await page.getByRole('button', { name: /^You misheard me ?: Is there anything else/ }).click();
	await page.keyboard.type('I meant the film, not the desk.');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByTestId('hearing')).toContainText('I meant the film');
	expect(await barriersOn(page)).toEqual([]);

	await page.getByRole('link', { name: 'Hand it in' }).click();
	await page.getByLabel('Your name').fill('Ines Okafor');
	await page.getByLabel('Your library').fill('Riverbend');
	await page.getByRole('button', { name: 'This is me' }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save 1 chat for the trainer' }).click()
	]);
	const path = await download.path();
	// The file lives as long as its context: it is taken along.
	const copy = `${path}-handed-in.json`;
	await download.saveAs(copy);
	await context.close();
	return copy;
}

const rows = (page: Page) => page.getByTestId('queued');

test('three trainees’ files are taken in and reviewed by keyboard alone', async ({
	page,
	browser,
	baseURL
}) => {
	test.setTimeout(120_000);
	const mine = await handIn(browser, baseURL!);
	await page.goto('/trainer/inbox');
	const input = page.getByLabel(/Files that trainees handed in/);
	await input.setInputFiles([await fileOf('red.json', [RED_LINE]), await fileOf('unsure.json', [UNSURE])]);
	await expect(page.getByTestId('arrived')).toContainText('2 files with something new');
	await input.setInputFiles(mine);
	await expect(page.getByTestId('arrived')).toContainText('1 file with something new');
	await input.setInputFiles([await fileOf('red again.json', [RED_LINE])]);
	await expect(page.getByTestId('arrived')).toContainText('0 files with something new, 1 file known already');

	await page.goto('/trainer');
	await expect(rows(page)).toHaveCount(3);
	await expect(rows(page).nth(0)).toContainText('Ines Okafor');
	await expect(rows(page).nth(0)).toContainText('2 disputes');
	await expect(rows(page).nth(1)).toContainText('Katarzyna <b>Nowak</b>');
	await expect(rows(page).nth(1)).toContainText('red line: No e-mail, no follow-up');
	await expect(rows(page).nth(2)).toContainText('unsure: Privacy');
	expect(await barriersOn(page)).toEqual([]);

	const { keyboard } = page;
	await keyboard.press('n');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Ines Okafor');
	await expect(page.getByTestId('hearing')).toContainText('I meant the film');
	await keyboard.press('d');
	await expect(page.getByRole('status')).toHaveText('This is yours to decide first.');
	const goodbye = page.getByTestId('decision').filter({ hasText: 'I said it in my own words.' });
	await keyboard.press('x');
	await keyboard.press('Tab');
	await keyboard.type('True, and kindly said.');
	await keyboard.press('Control+Enter');
	await expect(goodbye).toContainText('The machine said: Missed');
	await expect(goodbye).toContainText('Upheld by Nobody named: True, and kindly said.');
	await keyboard.press('a');
	await expect(page.getByTestId('hearing')).toContainText('Not upheld');
	await keyboard.press('c');
	await keyboard.type('A good question, well placed.');
	await keyboard.press('Control+Enter');
	await expect(page.getByTestId('comment')).toContainText('A good question, well placed.');
	await keyboard.press('z');
	await expect(page.getByTestId('comment')).toHaveCount(0);
	expect(await barriersOn(page)).toEqual([]);
	// What was pressed last is gone: the focus stays beside it.
	await expect(
		page
			.getByTestId('hearing')
			.locator('xpath=..')
			.getByRole('button', { name: /^Comment/ })
	).toBeFocused();
	await keyboard.press('d');

	// Agreeing takes one key where nothing is in doubt, and two where something is.
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toContainText('Katarzyna <b>Nowak</b>');
	await expect(heading).toBeFocused();
	await keyboard.press('d');
	await expect(heading).toContainText('Jerome');
	// What was done is taken back from the chat after it, which leads back; then both are gone through again.
	await keyboard.press('z');
	await expect(heading).toContainText('Katarzyna <b>Nowak</b>');
	await expect(page.getByText('Taken back.')).toBeVisible();
	await page.goBack();
	await expect(heading).toContainText('Jerome');
	await page.goForward();
	await expect(heading).toContainText('Katarzyna <b>Nowak</b>');
	await keyboard.press('d');
	await expect(heading).toContainText('Jerome');
	await keyboard.press('a');
	const privacy = page.getByTestId('decision').filter({ hasText: 'Privacy' });
	await expect(privacy).toContainText('Crossed');
	await expect(privacy.getByRole('button', { name: /^Say otherwise/ })).toBeFocused();
	await keyboard.press('d');
	await expect(page).toHaveURL(/\/trainer(\?|$)/);
	await expect(page.getByText('No chat is like this.')).toBeVisible();
	await page.getByLabel('Not reviewed').uncheck();
	await expect(page).toHaveURL(/only=/);
	await expect(rows(page)).toHaveCount(3);
	await page.reload();
	await expect(rows(page)).toHaveCount(3);
	await expect(rows(page).filter({ hasText: 'reviewed' })).toHaveCount(3);
});

test('comments go to selected words, the trainee reads them, and the bank offers them again', async ({
	page
}) => {
	await page.goto('/trainer/inbox');
	await page
		.getByLabel(/Files that trainees handed in/)
		.setInputFiles(await fileOf('both.json', [RED_LINE, UNSURE]));
	await expect(page.getByTestId('arrived')).toContainText('1 file with something new');
	await page.goto('/trainer/attempt?id=unsure');
	await page.getByText('What number is on your card?', { exact: true }).first().selectText();
	await page.keyboard.press('c');
	await expect(page.getByLabel('On these words only')).toHaveValue('What number is on your card?');
	await page.getByLabel('On these words only').fill('another library');
	await expect(page.getByText('The message has no such words.')).toBeVisible();
	await page.getByLabel('On these words only').fill('your card');
	await page.getByRole('textbox', { name: 'Comment', exact: true }).fill('Never in a chat.');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByTestId('comment')).toContainText('your card');
	await page.getByLabel('Overall note').fill('Read the page on privacy with me.');
	await page.getByRole('button', { name: 'Keep the note' }).click();
	await page.getByLabel('Complaint').check();
	await expect(page.getByRole('status')).toHaveText('Labelled.');

	await page.goto('/trainer/attempt?id=red');
	await expect(page.getByTestId('decision').first()).toBeVisible();
	await page.keyboard.press('c');
	await page.getByRole('button', { name: 'Never in a chat.' }).click();
	await page.getByRole('form', { name: 'Comment' }).getByRole('button', { name: 'Comment' }).click();
	await expect(page.getByTestId('comment')).toContainText('Never in a chat.');

	await page.goto('/debrief?attempt=unsure');
	await expect(page.getByTestId('comment')).toContainText('your card');
	await expect(page.getByTestId('overall')).toContainText('Read the page on privacy with me.');
	await page.goto('/trainer?only=');
	await expect(rows(page).filter({ hasText: 'Jerome' })).toContainText('Complaint');
});

test('two people of one name share a computer, and stay apart when one is renamed', async ({ page }) => {
	await page.goto('/who');
	for (const library of ['Riverbend', 'Northgate']) {
		await page.getByRole('button', { name: 'Somebody new' }).click();
		await page.getByLabel('Your name').fill('Ines');
		await page.getByLabel('Your library').fill(library);
		await page.getByRole('button', { name: 'Take the desk', exact: true }).click();
		await expect(page.getByText('At the desk', { exact: true })).toHaveCount(1);
	}
	await expect(
		page.getByRole('listitem').getByText('Ines, Riverbend', { exact: true }).first()
	).toBeVisible();
	await expect(
		page.getByRole('listitem').getByText('Ines, Northgate', { exact: true }).first()
	).toBeVisible();
	await play(page);
	await page.goto('/who');
	await page.getByRole('button', { name: 'Rename Ines, Northgate' }).click();
	await page.getByLabel('Your name').fill('Ines Brandt');
	await page.getByRole('button', { name: 'Rename', exact: true }).click();
	await expect(page.getByRole('listitem').getByText('Ines Brandt', { exact: true }).first()).toBeVisible();
	await page.goto('/trainer');
	await expect(rows(page)).toContainText('Ines Brandt');
	await page.goto('/who');
	await page.getByRole('button', { name: 'Take the desk as Ines' }).click();
	await page.goto('/hand-in');
	await expect(page.getByText('No chat of yours has its code yet.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the trainer’s pages have no barriers and fit a narrow window (${colorScheme})`, async ({ page }) => {
		// Axe takes a second or two a page.
		test.setTimeout(90_000);
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto('/trainer/inbox');
		await page.getByLabel(/Files that trainees handed in/).setInputFiles([
			await fileOf('both.json', [RED_LINE, UNSURE]),
			{
				name: '<img src=x onerror=alert(1)>.json',
				mimeType: 'application/json',
				buffer: Buffer.from('[[[')
			}
		]);
		await expect(page.getByTestId('refused')).toContainText('<img src=x onerror=alert(1)>.json');
		for (const path of ['/trainer/inbox', '/trainer', '/trainer/attempt?id=unsure', '/who', '/hand-in']) {
			if (path !== '/trainer/inbox') await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			if (path === '/trainer') await expect(rows(page)).toHaveCount(2);
			expect([path, await barriersOn(page)]).toEqual([path, []]);
			expect([path, await isTooWide(page)]).toEqual([path, false]);
		}
	});
}
