import type { Page } from '@playwright/test';
import { listen } from './announcements.ts';
import { barriersOn, isTooWide } from './barriers.ts';
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
			expect.stringMatching(/^Dolores : .*dolores\.santoro@example\.org/),
			'Closing step now: Deadline',
			expect.stringMatching(/^Scripts found: \d+$/),
			'Note saved.',
			'You ended the session.',
			expect.stringMatching(/^Closing step now: /),
			'Choose one of the five codes first.'
		]);
	});

	for (const [scenario, said, heard] of [
		[
			'a-hundred-years-of-bread',
			'Where can the library write to you? What is your e-mail address?',
			'Mina Halvorsen has gone quiet.'
		],
		['a-boy-and-a-heron', 'Hello, I am reading what you wrote.', 'The patron is no longer connected.']
	] as const)
		test(`that somebody is not there any more is said once: ${heard}`, async ({ page }) => {
			const all = await listen(page);
			await takeOver(page, scenario);
			await typingBox(page).fill(said);
			await typingBox(page).press('Enter');
			const line = page.getByRole('log').getByText(heard);
			await expect(async () => {
				await timePasses(page);
				await expect(line).toBeVisible({ timeout: 500 });
			}).toPass();
			expect((await all()).filter((one) => one === heard)).toEqual([heard]);
		});
});

/** Opens every page, the chat and the drill in each of their states, and has a look at each. */
async function everywhere(page: Page, look: (where: string) => Promise<void>): Promise<void> {
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Take over a chat' })).toBeVisible();
	await look('home, first visit');
	await page.goto('/chat?scenario=obituary-of-1894&mode=guided&pace=stepped');
	await expect(page.getByRole('button', { name: 'Take over' })).toBeVisible();
	await look('chat, handover');
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(page).toHaveURL(/attempt=/);
	await typingBox(page).fill('A librarian at Riverbend will look at the film and e-mail you.');
	await typingBox(page).press('Enter');
	await expect(page.getByTestId('message').last()).toContainText('look at the film');
	await look('chat');
	await typingBox(page).fill('/');
	await expect(page.getByRole('listbox', { name: 'Scripts' })).toBeVisible();
	await look('chat, scripts');
	await typingBox(page).fill('');
	await page.keyboard.press('Alt+2');
	await expect(page.getByText('No e-mail was provided')).toBeVisible();
	await look('chat, Info');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Alt+e');
	await expect(page.getByRole('alertdialog')).toBeVisible();
	await look('chat, end?');
	await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
	await page.getByRole('radio', { name: 'Answered' }).check();
	await look('chat, code');
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page.getByTestId('points')).toBeVisible();
	await look('debrief');
	await page.getByRole('link', { name: 'Go through this one' }).click();
	await page.getByRole('slider').press('End');
	await expect(page.getByTestId('replayed')).toContainText('You ended the session.');
	await look('replay');
	for (const [path, shown] of [
		['/', 'Choose a chat'],
		['/practise', 'The obituary of 1894'],
		['/attempts', 'The obituary of 1894'],
		['/your-data', 'What is kept here']
	] as const) {
		await page.goto(path);
		await expect(page.getByRole('main').getByText(shown).first()).toBeVisible();
		await look(path);
	}
	await page.goto('/drill');
	await page.getByRole('button', { name: 'Begin' }).click();
	await look('drill, case');
	await page.keyboard.press('1');
	await expect(page.getByTestId('verdict')).toBeVisible();
	await look('drill, answer');
}

/** How many stops from the top of a page are looked at; more only repeat the same parts. */
const STOPS = 12;

/** What is wrong with the stops of the Tab key: out of the window, under something else, or without an outline. */
async function stopsOutOfSight(page: Page): Promise<string[]> {
	const wrong: string[] = [];
	for (let stop = 0; stop < STOPS; stop++) {
		await page.keyboard.press('Tab');
		const problem = await page.evaluate(() => {
			const focused = document.activeElement;
			if (focused === null || focused === document.body) return null;
			const name = `${focused.tagName} “${(focused.textContent ?? '').trim().slice(0, 30)}”`;
			const { left, top, right, bottom } = focused.getBoundingClientRect();
			const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
			const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
			if (right < 0 || bottom < 0 || left > innerWidth || top > innerHeight)
				return `${name} is out of the window`;
			const above = document.elementFromPoint(x, y);
			if (above !== null && !focused.contains(above) && !above.contains(focused)) return `${name} is covered`;
			const { outlineStyle, outlineWidth } = getComputedStyle(focused);
			return outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? `${name} has no outline` : null;
		});
		if (problem !== null) wrong.push(problem);
	}
	return wrong;
}

test('in a window of 320 × 256, as at a zoom of 400 %, nothing is lost on any page', async ({ page }) => {
	test.setTimeout(180_000);
	await page.setViewportSize({ width: 320, height: 256 });
	const seen: string[] = [];
	await everywhere(page, async (where) => {
		if (await isTooWide(page)) seen.push(`${where}: too wide`);
		seen.push(...(await barriersOn(page)).map((barrier) => `${where}: ${barrier}`));
		if (!where.startsWith('chat,'))
			seen.push(...(await stopsOutOfSight(page)).map((stop) => `${where}: ${stop}`));
	});
	expect(seen).toEqual([]);
});

/** What would be lost with the colours of the page, or would still move. */
async function lostWithColours(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const nameOf = (element: Element) =>
			`${element.tagName} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
		const isDrawn = (element: Element) => element.getClientRects().length > 0;
		const edgeless = [
			...document.querySelectorAll('button, input:not([type=file]), textarea, select')
		].filter((element) => {
			const { borderStyle, borderWidth, textDecorationLine, appearance } = getComputedStyle(element);
			const hasEdge = borderStyle !== 'none' && parseFloat(borderWidth) >= 1;
			const hasMark = textDecorationLine.includes('underline') || element.querySelector('svg') !== null;
			return isDrawn(element) && appearance === 'none' && !hasEdge && !hasMark;
		});
		const moving = [...document.querySelectorAll('body *')].filter((element) => {
			const { transitionDuration, animationName } = getComputedStyle(element);
			return transitionDuration.split(', ').some((time) => parseFloat(time) > 0) || animationName !== 'none';
		});
		return [
			...edgeless.map((element) => `${nameOf(element)} has no edge`),
			...moving.map((element) => `${nameOf(element)} moves`)
		];
	});
}

test('with the system’s colours and without motion every control has an edge, the focus is seen, and nothing moves', async ({
	page
}) => {
	await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
	const seen: string[] = [];
	await everywhere(page, async (where) => {
		seen.push(...(await lostWithColours(page)).map((one) => `${where}: ${one}`));
		if (!where.startsWith('chat,'))
			seen.push(...(await stopsOutOfSight(page)).map((stop) => `${where}: ${stop}`));
	});
	expect(seen).toEqual([]);
});

test('in a low window the list of scripts stays inside it, and the chosen one in sight', async ({ page }) => {
	await takeOver(page, 'obituary-of-1894');
	await page.setViewportSize({ width: 320, height: 256 });
	await typingBox(page).fill('/');
	const chosen = page.getByRole('option', { selected: true });
	for (let step = 0; step < 5; step++) {
		await expect(chosen).toBeInViewport({ ratio: 0.5 });
		await typingBox(page).press('ArrowDown');
	}
	const list = await page.getByTestId('script-picker').boundingBox();
	expect(list?.y).toBeGreaterThanOrEqual(0);
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
