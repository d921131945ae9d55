import type { Locator, Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

const GOODBYE = /Thank you for asking Riverbend's librarians/;

const typingBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Message to Dolores' });
const log = (page: Page): Locator => page.getByRole('log');
/** What the trainee has said, in order. */
const own = (page: Page): Locator => page.getByTestId('message').filter({ hasText: /^You/ });
const fromDolores = (page: Page): Locator => page.getByTestId('message').filter({ hasText: /^Dolores/ });

async function takeOver(page: Page): Promise<void> {
	await page.goto('/chat?scenario=obituary-of-1894&mode=guided');
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(typingBox(page)).toBeFocused();
}

/** Says it, and has the patron answer at once instead of in her own time. */
async function sayAndBeAnswered(page: Page, text: string, letTimePass: () => Promise<void>): Promise<void> {
	const answered = await fromDolores(page).count();
	await typingBox(page).fill(text);
	await typingBox(page).press('Enter');
	await expect(own(page).last()).toContainText(text);
	await expect(typingBox(page)).toHaveValue('');
	await letTimePass();
	await expect(fromDolores(page)).toHaveCount(answered + 1);
}

test('a guided chat is played to its end and its code', async ({ page }) => {
	const wait = () => page.getByRole('button', { name: 'Let time pass' }).click();
	const say = (text: string) => sayAndBeAnswered(page, text, wait);
	await page.goto('/chat?scenario=obituary-of-1894&mode=guided');
	await expect(page.getByTestId('handover')).toContainText('Kim had to leave.');
	await expect(typingBox(page)).toHaveCount(0);
	expect(await barriersOn(page)).toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await barriersOn(page)).toEqual([]);
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(log(page)).toContainText('You took over from Kim');

	// To see what the Info tab holds is to open it.
	await expect(page.getByText('No e-mail was provided')).toHaveCount(0);
	await page.getByRole('tab', { name: 'Info' }).click();
	await expect(page.getByText('No e-mail was provided')).toBeVisible();
	await expect(log(page)).toContainText('You opened the Info tab.');
	await expect(page.getByRole('button', { name: 'Info tab (done)' })).toBeVisible();

	await say('I see no e-mail address. What is your e-mail address, please?');
	await expect(fromDolores(page).last()).toContainText('dolores.santoro@example.org');
	await say('By when do you need it?');
	await say('A librarian at Riverbend will search the film and e-mail you. It may take several days.');
	await say('Is there anything else that you need, or is that everything?');

	await page.getByRole('tab', { name: 'Scripts' }).click();
	await page.getByRole('button', { name: 'Insert', description: 'Goodbye', exact: true }).click();
	await expect(typingBox(page)).toHaveValue(GOODBYE);
	await typingBox(page).press('Enter');
	await expect(own(page).last()).toContainText(GOODBYE);
	await wait();
	expect(await barriersOn(page)).toEqual([]);

	await page.getByRole('button', { name: 'End session' }).click();
	const question = page.getByRole('alertdialog', { name: 'End the session with Dolores?' });
	await question.getByRole('button', { name: 'Back to the chat' }).click();
	await expect(typingBox(page)).toBeVisible();
	await page.getByRole('button', { name: 'End session' }).click();
	await question.getByRole('button', { name: 'End session' }).click();
	await expect(log(page)).toContainText('You ended the session.');
	await expect(typingBox(page)).toHaveCount(0);

	await page.getByRole('tab', { name: 'Notes' }).click();
	await page.getByRole('textbox', { name: /A note/ }).fill('Obituary of Aurelio Santoro, winter of 1894.');
	await page.getByRole('button', { name: 'Save note' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'winter of 1894.' })).toBeVisible();

	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page.getByText('Choose one of the five codes first.')).toBeVisible();
	await page.getByRole('radio', { name: 'Follow-up by patron’s library' }).check();
	expect(await barriersOn(page)).toEqual([]);
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page).toHaveURL(/\/debrief\?attempt=/);
});

test('what is typed and sent before the session is open waits for it', async ({ page }) => {
	const held: (() => void)[] = [];
	let isHeld = true;
	await page.goto('/chat?scenario=obituary-of-1894&mode=guided');
	await expect(page.getByTestId('handover')).toBeVisible();
	await page.route('**/*.js', async (route) => {
		if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
		await route.continue();
	});
	await page.getByRole('button', { name: 'Take over' }).click();
	await typingBox(page).fill('One moment please.');
	await typingBox(page).press('Enter');
	await expect(own(page)).toHaveCount(0);
	isHeld = false;
	for (const release of held) release();
	await expect(own(page)).toHaveCount(1);
	await expect(own(page)).toContainText('One moment please.');
	await expect(typingBox(page)).toHaveValue('');
});

test('where the rest of the page can not be loaded it says so, keeps what was typed, and tries again', async ({
	page,
	watched
}) => {
	await page.goto('/chat?scenario=obituary-of-1894&mode=guided');
	await expect(page.getByTestId('handover')).toBeVisible();
	await page.route('**/*.js', (route) => route.abort());
	await page.getByRole('button', { name: 'Take over' }).click();
	await typingBox(page).fill('One moment please.');
	await expect(page.getByRole('alert')).toContainText('Part of this page could not be loaded.');
	await page.unroute('**/*.js');
	await page.getByRole('button', { name: 'Try again' }).click();
	await typingBox(page).press('Enter');
	await expect(own(page)).toContainText('One moment please.');
	watched.length = 0;
});

test('a slash finds a script and puts it in at the cursor, never over the draft', async ({ page }) => {
	await takeOver(page);
	const box = typingBox(page);
	await box.pressSequentially('Dear Dolores,  good luck.');
	for (let step = 0; step < ' good luck.'.length; step += 1) await box.press('ArrowLeft');
	await box.pressSequentially('/hel');
	const scripts = page.getByRole('listbox', { name: 'Scripts' });
	await expect(scripts.getByRole('option')).toHaveCount(1);
	expect(await barriersOn(page)).toEqual([]);
	await box.press('Enter');
	await expect(scripts).toHaveCount(0);
	await expect(box).toHaveValue(
		"Dear Dolores, Welcome to Riverbend's chat desk. I am reading your question now. good luck."
	);
	await expect(own(page)).toHaveCount(0);

	// Inside a word it is only a slash; Esc leaves what was typed; what nobody wrote a script about is not sent.
	await box.fill('');
	await box.pressSequentially('and/or');
	await expect(scripts).toHaveCount(0);
	await box.pressSequentially(' /good');
	await expect(scripts).toBeVisible();
	await box.press('Escape');
	await expect(scripts).toHaveCount(0);
	await expect(box).toHaveValue('and/or /good');
	await box.fill('/xyzzy');
	await box.press('Enter');
	await expect(page.getByText('No script has “xyzzy” in it.')).toBeVisible();
	await expect(own(page)).toHaveCount(0);
});

test('Enter never sends while an input method composes', async ({ page }) => {
	await takeOver(page);
	const box = typingBox(page);
	const client = await page.context().newCDPSession(page);
	await client.send('Input.imeSetComposition', { text: 'こんにちは', selectionStart: 5, selectionEnd: 5 });
	await expect(box).toHaveValue('こんにちは');
	await client.send('Input.dispatchKeyEvent', {
		type: 'rawKeyDown',
		key: 'Enter',
		code: 'Enter',
		windowsVirtualKeyCode: 229
	});
	await client.send('Input.insertText', { text: 'こんにちは' });
	await expect(box).toHaveValue('こんにちは');
	await expect(own(page)).toHaveCount(0);
	await box.press('Shift+Enter');
	await box.pressSequentially('Dolores');
	await box.press('Enter');
	await expect(own(page)).toHaveCount(1);
	await expect(own(page)).toContainText('こんにちは');
});

test('a reload takes up the session, its draft and its clock', async ({ page }) => {
	await takeOver(page);
	await typingBox(page).fill('One moment please.');
	await typingBox(page).press('Enter');
	await expect(own(page)).toHaveCount(1);
	await typingBox(page).fill('I have read everything, and');
	await page.getByRole('button', { name: 'Pause and leave' }).click();
	await expect(page).toHaveURL('/');
	await page.goBack();
	await expect(own(page)).toHaveCount(1);
	await page.reload();
	await expect(typingBox(page)).toHaveValue('I have read everything, and');
	await expect(page.getByTestId('handover')).toHaveCount(0);
});

test('whoever reads farther up is told of a new message, not taken to it', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 560 });
	await takeOver(page);
	const distance = () =>
		log(page).evaluate((node) => Math.round(node.scrollHeight - node.scrollTop - node.clientHeight));
	for (const text of ['Hello Dolores, I have read what you wrote.', 'I am looking at the catalogue.'])
		await sayAndBeAnswered(page, text, () => page.getByRole('button', { name: 'Let time pass' }).click());
	await expect.poll(distance).toBe(0);
	const newMessage = page.getByRole('button', { name: 'New message' });
	await log(page).evaluate((node) => (node.scrollTop = 0));
	await typingBox(page).fill('By when do you need it?');
	await typingBox(page).press('Enter');
	await expect.poll(distance).toBe(0);
	await log(page).evaluate((node) => (node.scrollTop = 0));
	await page.getByRole('button', { name: 'Let time pass' }).click();
	await newMessage.click();
	await expect.poll(distance).toBe(0);
	await expect(newMessage).toHaveCount(0);
});

test('the whole session goes by keyboard', async ({ page }) => {
	await page.goto('/chat?scenario=obituary-of-1894&mode=practice');
	await expect(page.getByTestId('handover')).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(typingBox(page)).toBeFocused();
	await expect(page.getByRole('region', { name: 'Closing steps' })).toHaveCount(0);

	// Arrow keys walk along the tabs, and open none.
	await page.keyboard.press('Alt+1');
	await expect(page.getByRole('tabpanel', { name: 'Scripts' })).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('tab', { name: 'Info' })).toBeFocused();
	await expect(page.getByText('No e-mail was provided')).toHaveCount(0);
	await page.keyboard.press('Alt+2');
	await expect(page.getByText('No e-mail was provided')).toBeVisible();

	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
	expect(await barriersOn(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(typingBox(page)).toBeFocused();
	await page.keyboard.press('?');
	await expect(typingBox(page)).toHaveValue('?');

	await sayAndBeAnswered(page, 'Is that everything you are after?', () => page.keyboard.press('Alt+t'));
	await page.keyboard.press('Alt+e');
	await expect(page.getByRole('alertdialog')).toBeVisible();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Choose a resolution code' })).toBeFocused();
	// An address is not asked for: whoever codes a follow-up without one learns what comes of it.
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('radio', { name: 'Follow-up by patron’s library' })).toBeChecked();
	await page.keyboard.press('Enter');
	await expect(page.getByTestId('code-chooser')).toBeVisible();
	await page.getByRole('button', { name: 'Save code' }).press('Enter');
	await expect(page).toHaveURL(/\/debrief\?attempt=/);
});

test.describe('on a telephone', () => {
	test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

	test('one bar changes between the panes, and the typing box is always at hand', async ({ page }) => {
		await takeOver(page);
		const parts = page.getByRole('navigation', { name: 'Parts of the desk' });
		await parts.getByRole('button', { name: 'Info' }).tap();
		await expect(page.getByText('No e-mail was provided')).toBeVisible();
		await expect(log(page)).toBeHidden();
		await expect(typingBox(page)).toBeVisible();
		await typingBox(page).fill('What is your address?');
		await page.getByText('Why this matters now').first().tap();
		await parts.getByRole('button', { name: 'Scripts' }).tap();
		await page.getByRole('button', { name: 'Insert', description: 'One moment', exact: true }).tap();
		await expect(log(page)).toBeVisible();
		await expect(typingBox(page)).toHaveValue(
			'What is your address? One moment please while I look into this.'
		);
		expect(await isTooWide(page)).toBe(false);
		expect(await barriersOn(page)).toEqual([]);
		await page.getByRole('button', { name: 'End session' }).tap();
		await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).tap();
		await parts.getByRole('button', { name: 'Notes' }).tap();
		await expect(page.getByRole('textbox', { name: /A note/ })).toBeVisible();
		await parts.getByRole('button', { name: 'Chat' }).tap();
		await expect(page.getByTestId('code-chooser')).toBeVisible();
		expect(await isTooWide(page)).toBe(false);
	});
});

test('where storing fails nothing counts as sent, and the session can go on without', async ({ page }) => {
	await takeOver(page);
	await expect(page).toHaveURL(/attempt=/);
	await page.evaluate(() => {
		const full = () => {
			throw new DOMException('no room', 'QuotaExceededError');
		};
		IDBObjectStore.prototype.add = full;
		IDBObjectStore.prototype.put = full;
	});
	await typingBox(page).fill('Are you still there?');
	await typingBox(page).press('Enter');
	await expect(page.getByRole('alert')).toContainText('There is no room left to store this.');
	await expect(typingBox(page)).toHaveValue('Are you still there?');
	await expect(own(page)).toHaveCount(0);
	expect(await barriersOn(page)).toEqual([]);
	await page.getByRole('button', { name: 'Go on without keeping it' }).click();
	await expect(own(page)).toHaveCount(1);
	await expect(typingBox(page)).toHaveValue('');
	await expect(page.getByText('What happens from here on is not kept.')).toBeVisible();
});

test('an address that leads nowhere says so and shows a way on', async ({ page }) => {
	await page.goto('/chat?scenario=no-such-chat');
	await expect(page.getByRole('heading', { name: 'This chat can’t be opened' })).toBeVisible();
	await page.goto('/chat?attempt=no-such-session');
	await expect(page.getByText('There is no session of this address in this browser.')).toBeVisible();
	expect(await barriersOn(page)).toEqual([]);
	await page.getByRole('link', { name: 'Go to the first page' }).click();
	await expect(page).toHaveURL('/');
});
