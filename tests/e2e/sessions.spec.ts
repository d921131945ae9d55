import type { BrowserContext, Locator, Page } from '@playwright/test';
import { barriersOn, isTooWide } from './barriers.ts';
import { expect, test } from './watched.ts';

const CHAT = '/chat?scenario=obituary-of-1894&mode=guided';
const typingBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Message to Dolores' });
const said = (page: Page, text: string): Locator => page.getByTestId('message').filter({ hasText: text });

async function takeOver(page: Page, address = CHAT): Promise<void> {
	await page.goto(address);
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(typingBox(page)).toBeFocused();
	await expect(page).toHaveURL(/attempt=/);
}

async function say(page: Page, text: string): Promise<void> {
	await typingBox(page).fill(text);
	await typingBox(page).press('Enter');
	await expect(said(page, text)).toBeVisible();
}

async function endAndCode(page: Page, code: string): Promise<void> {
	await page.getByRole('button', { name: 'End session' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
	await page.getByRole('radio', { name: code }).check();
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page).toHaveURL(/\/debrief\?attempt=/);
}

test('a session that was broken off is taken up with its draft, its note, its tab and its clock', async ({
	page
}) => {
	await takeOver(page);
	await page.getByRole('tab', { name: 'Notes' }).click();
	await page.getByRole('textbox', { name: /A note/ }).fill('asked for the obituary');
	await typingBox(page).fill('Before you go, which e-mail');
	const clock = page.getByTestId('session-clock');
	// What is typed is kept within half a second; a page that is torn down at once may be too late for it.
	for (let second = 0; second < 2; second += 1) {
		const shown = (await clock.textContent()) ?? '';
		await expect(clock).not.toHaveText(shown);
	}
	await page.reload();
	await expect(typingBox(page)).toHaveValue('Before you go, which e-mail');
	await expect(page.getByRole('textbox', { name: /A note/ })).toHaveValue('asked for the obituary');
	await expect(page.getByRole('tab', { name: 'Notes' })).toHaveAttribute('aria-selected', 'true');
	await expect(clock).toContainText(/0:(0[2-9]|[1-5]\d)/);
});

test.describe('one session in two tabs', () => {
	const twoTabs = async (context: BrowserContext, page: Page): Promise<Page> => {
		await takeOver(page);
		await say(page, 'Hello from the first tab.');
		const second = await context.newPage();
		await second.goto(page.url());
		return second;
	};

	test('the second tab says so, takes it with what was typed, and the first one says so too', async ({
		context,
		page
	}) => {
		const second = await twoTabs(context, page);
		await typingBox(page).fill('half a sentence');
		await expect(
			second.getByRole('heading', { name: 'The chat with Dolores goes on in another tab' })
		).toBeVisible();
		expect(await barriersOn(second)).toEqual([]);
		await second.getByRole('button', { name: 'Go on here' }).click();
		await expect(typingBox(second)).toHaveValue('half a sentence');
		await expect(said(second, 'Hello from the first tab.')).toHaveCount(1);
		await expect(page.getByRole('button', { name: 'Go on here' })).toBeVisible();
		await expect(typingBox(page)).toHaveCount(0);

		await say(second, 'Hello from the second tab.');
		await page.getByRole('button', { name: 'Go on here' }).click();
		await expect(said(page, 'Hello from the second tab.')).toHaveCount(1);
		await say(page, 'And from the first again.');
		await expect(second.getByRole('button', { name: 'Go on here' })).toBeVisible();
	});

	test('a tab that is closed, or left by its own way out, lets the other one have it', async ({
		context,
		page
	}) => {
		const second = await twoTabs(context, page);
		await expect(second.getByRole('button', { name: 'Go on here' })).toBeVisible();
		await page.getByRole('button', { name: 'Pause and leave' }).click();
		await expect(page).toHaveURL(/\/$/);
		await second.reload();
		await expect(typingBox(second)).toBeVisible();
		await second.close();
		await page.getByRole('link', { name: 'Take up where you left' }).click();
		await expect(typingBox(page)).toBeVisible();
		await say(page, 'Still one session.');
	});

	test('a tab that does not answer any more loses it all the same', async ({ context, page }) => {
		// The first page hears nothing that another tab asks of it.
		await page.addInitScript(() =>
			Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined })
		);
		const second = await twoTabs(context, page);
		await second.getByRole('button', { name: 'Go on here' }).click();
		await expect(typingBox(second)).toBeVisible();
		await say(second, 'Taken from a tab that did not answer.');
		await expect(page.getByRole('button', { name: 'Go on here' })).toBeVisible();
	});
});

test('an assessment gives no hint, moves no clock, counts, and also where it is left', async ({ page }) => {
	await page.goto('/practise');
	await page.getByRole('radio', { name: /^Assessment/ }).check();
	await expect(page.getByRole('radio', { name: /^Stepped/ })).toHaveCount(0);
	await page.getByRole('link', { name: 'Begin The obituary of 1894' }).click();
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(page.getByText('Assessment · “The obituary of 1894”')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Let time pass' })).toHaveCount(0);
	await expect(page.getByRole('button', { name: /E-mail \(/ })).toHaveCount(0);
	await page.keyboard.press('Alt+t');
	await page.getByRole('button', { name: 'Pause and leave' }).click();
	await page.goto('/practise');
	await expect(page.getByRole('listitem').filter({ hasText: 'The obituary of 1894' })).toContainText(
		'1 assessment'
	);
	await page.goto('/attempts');
	await expect(page.getByRole('listitem').first()).toContainText('assessment 1');
});

test('at the stepped pace the clock stands until time is let pass', async ({ page }) => {
	await takeOver(page, `${CHAT}&pace=stepped`);
	await say(page, 'Hello Dolores, which e-mail address may the library use?');
	await expect(page.getByTestId('session-clock')).toContainText('0:00');
	await page.getByRole('button', { name: 'Let time pass' }).click();
	await expect(page.getByTestId('message').last()).toContainText('Dolores');
	await expect(page.getByTestId('session-clock')).not.toContainText('0:00');
});

test('a finished session is gone through event by event and taken over at a turn; the first one stays', async ({
	page
}) => {
	await takeOver(page, `${CHAT}&pace=stepped`);
	await say(page, 'I have to go now.');
	await endAndCode(page, 'Answered');
	await page.getByRole('link', { name: 'Go through this one' }).click();
	const replayed = page.getByTestId('replayed');
	const slider = page.getByRole('slider', { name: 'Moment of the session' });
	await expect(page.getByTestId('moment')).toContainText(/^0 of \d+ · At the takeover/);
	await expect(replayed).not.toContainText('I have to go now.');
	await slider.focus();
	await page.keyboard.press('End');
	await expect(replayed).toContainText('I have to go now.');
	await expect(replayed).toContainText('You ended the session.');
	expect(await barriersOn(page)).toEqual([]);
	await page.setViewportSize({ width: 320, height: 640 });
	expect(await isTooWide(page)).toBe(false);
	await page.getByRole('button', { name: /you said “I have to go now/ }).click();
	await expect(replayed).not.toContainText('I have to go now.You');
	await page.getByRole('button', { name: 'Take over here' }).click();
	await expect(typingBox(page)).toBeVisible();
	await expect(said(page, 'I have to go now.')).toHaveCount(0);
	await say(page, 'Which e-mail address may the library use?');
	await page.goto('/attempts');
	await expect(page.getByRole('listitem').filter({ hasText: 'The obituary of 1894' })).toHaveCount(2);
	await page.getByRole('link', { name: /^Debrief/ }).click();
	await expect(page.getByRole('main')).toContainText('I have to go now.');
});
