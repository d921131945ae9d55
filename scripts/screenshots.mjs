/** Takes the pictures of the README from the built app: `npm run screenshots`, after `npm run build`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { requireChromium } from './chromium.mjs';
import { BUILD } from './build.mjs';
import { ROOT } from './root.mjs';
import { serve } from './static-server.mjs';

const FOLDER = join(ROOT, 'docs/screenshots');
const SIZE = { width: 1280, height: 800 };
/** Longer than the patron takes for one answer, however often time is let pass. */
const MOST_LEAPS = 6;

mkdirSync(FOLDER, { recursive: true });
const { path } = await requireChromium();
const server = await serve({ folder: BUILD, port: 0 });
const browser = await chromium.launch({
	executablePath: path,
	args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking']
});
const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });

const box = page.getByRole('textbox', { name: 'Message to Dolores' });
const answers = page.getByTestId('message').filter({ hasText: /^Dolores/ });

/** @param {string} text */
const say = async (text) => {
	const before = await answers.count();
	await box.fill(text);
	await box.press('Enter');
	await page.getByTestId('message').filter({ hasText: text }).waitFor();
	for (let leap = 0; leap < MOST_LEAPS && (await answers.count()) === before; leap++) {
		const shown = await page.getByTestId('message').count();
		await page.getByRole('button', { name: 'Let time pass' }).click();
		await page
			.getByTestId('message')
			.nth(shown)
			.waitFor({ timeout: 1_000 })
			.catch(() => undefined);
	}
};

await page.goto(`${server.url}chat?scenario=obituary-of-1894&mode=guided`);
await page.getByRole('button', { name: 'Take over' }).click();
await page.getByRole('tab', { name: 'Info' }).click();
await say(
	'I have read what you and Kim worked out. Is it the obituary alone that you are after, or is there anything else?'
);
await box.fill('I don’t see an e-mail address for you yet. Where should the library send what they find?');
await page.screenshot({ path: join(FOLDER, 'monitor.png') });
await box.fill('');
await say('A librarian in Riverbend will look on the microfilm and e-mail you. It can take a few days.');
await say('Is there anything more I can look up for you?');
await page.getByRole('button', { name: 'End session' }).click();
await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
await page.getByRole('radio', { name: 'Follow-up by patron’s library' }).check();
await page.getByRole('button', { name: 'Save code' }).click();
await page.getByTestId('points').waitFor();
await page.screenshot({ path: join(FOLDER, 'debrief.png'), fullPage: true });
await browser.close();
server.close();
