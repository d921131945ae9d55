import { barriersOn, isTooWide } from './barriers.ts';
import { chooseDesk } from './choose-desk.ts';
import { expect, test } from './watched.ts';

test('a first visit has one thing to do, and asks nothing', async ({ page }) => {
	await page.goto('/');
	const main = page.getByRole('main');
	await expect(main.getByRole('heading', { level: 1 })).toHaveText(
		'The last two minutes of a chat decide what becomes of it.'
	);
	await expect(main.getByRole('link', { name: 'Take over a chat' })).toHaveAttribute(
		'href',
		'/chat?scenario=obituary-of-1894&mode=guided'
	);
	await expect(main.getByRole('link')).toHaveText(['Take over a chat', 'or practise the codes, ten cases']);
	await expect(main.getByRole('button')).toHaveCount(0);
	await expect(main.getByRole('textbox')).toHaveCount(0);
	await expect(main).toContainText('Nothing leaves this computer.');
});

test('the lines on the first page are those of the chat that is taken over', async ({ page }) => {
	await page.goto('/');
	const shown = page.getByRole('figure').getByRole('paragraph');
	// The page is there before its script has drawn anything: reading at once would find no lines.
	await expect(shown.nth(1)).toBeVisible();
	const lines = await shown.allTextContents();
	const said = lines.map((line) => line.replace(/^(Dolores|Kim)\s+/, '')).slice(0, 2);
	expect(said).toHaveLength(2);
	await page.getByRole('link', { name: 'Take over a chat' }).click();
	for (const text of said) await expect(page.getByText(text)).toBeVisible();
});

test('a chat that was left in the middle is offered first', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Take over a chat' }).click();
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(page).toHaveURL(/attempt=/);
	const attempt = new URL(page.url()).searchParams.get('attempt');
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'Dolores is waiting' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Take up where you left' })).toHaveAttribute(
		'href',
		`/chat?attempt=${attempt}`
	);
	await page.goto('/attempts');
	await expect(page.getByRole('link', { name: 'Take up The obituary of 1894' })).toBeVisible();
});

test('an attempt is deleted only when that was confirmed', async ({ page }) => {
	await page.goto('/attempts');
	await expect(page.getByRole('main')).toContainText('Nothing here yet');
	await page.goto('/chat?scenario=obituary-of-1894&mode=guided');
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(page).toHaveURL(/attempt=/);
	await page.goto('/attempts');
	const remove = page.getByRole('button', { name: /^Delete The obituary of 1894/ });
	await remove.press('Enter');
	// Who presses Enter once too often keeps what there is.
	await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alertdialog')).toBeHidden();
	await expect(remove).toBeVisible();
	await remove.press('Enter');
	await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
	await expect(page.getByRole('main')).toContainText('Nothing here yet');
	await page.reload();
	await expect(page.getByRole('main')).toContainText('Nothing here yet');
});

test('the bank says what was never played, and is played with hints or without', async ({ page }) => {
	await page.goto('/practise');
	const offer = page.getByRole('listitem').filter({ hasText: 'The obituary of 1894' });
	await expect(offer).toContainText('never played');
	await expect(offer).toContainText('drills E-mail, Deadline, What happens next');
	const begin = offer.getByRole('link', { name: /^Begin/ });
	await expect(begin).toHaveAttribute('href', '/chat?scenario=obituary-of-1894&mode=guided&pace=real');
	await page.getByRole('radio', { name: /^Practice/ }).check();
	await page.getByRole('radio', { name: /^Relaxed/ }).check();
	await expect(begin).toHaveAttribute('href', '/chat?scenario=obituary-of-1894&mode=practice&pace=relaxed');
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`home, bank and attempts have no barriers and fit a narrow window (${colorScheme})`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		const seen: string[] = [];
		const look = async (where: string) => {
			seen.push(...(await barriersOn(page)).map((barrier) => `${where}: ${barrier}`));
			if (await isTooWide(page)) seen.push(`${where}: too wide`);
		};
		await page.goto('/');
		await expect(page.getByRole('link', { name: 'Take over a chat' })).toBeVisible();
		await look('first visit');
		await page.goto('/attempts');
		await expect(page.getByRole('main')).toContainText('Nothing here yet');
		await look('no attempts');
		await page.goto('/chat?scenario=obituary-of-1894&mode=guided');
		await page.getByRole('button', { name: 'Take over' }).click();
		await expect(page).toHaveURL(/attempt=/);
		await page.goto('/');
		await expect(page.getByRole('heading', { name: 'Dolores is waiting' })).toBeVisible();
		await look('later visit');
		await page.goto('/practise');
		await expect(page.getByRole('listitem').first()).toBeVisible();
		await look('bank');
		await page.goto('/attempts');
		await page.getByRole('button', { name: /^Delete/ }).click();
		await expect(page.getByRole('alertdialog')).toBeVisible();
		await look('dialog');
		expect(seen).toEqual([]);
	});
}

test('the desk speaks the words that were chosen, everywhere and after a reload', async ({ page }) => {
	await page.goto('/practise');
	await chooseDesk(page, 'LibAnswers');
	await page.goto('/chat?scenario=obituary-of-1894&mode=guided');
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(page.getByRole('tab', { name: 'Patron information' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Patron information (now)' })).toBeVisible();
	await page.getByRole('tab', { name: 'Patron information' }).click();
	await page.getByRole('button', { name: 'End Chat' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'End Chat' }).click();
	await page.getByRole('radio', { name: 'Create Ticket, for the patron’s library' }).check();
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page.getByText('You coded it Create Ticket, for the patron’s library.')).toBeVisible();
	await expect(page.getByText('You opened Patron information: no e-mail was provided.')).toBeVisible();
});
