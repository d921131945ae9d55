import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { chance } from '../../src/lib/domain/chance.ts';
import { findChromium } from '../../scripts/chromium.mjs';

/** How often the browser is killed in one run; more by KILLS. */
const KILLS = Number(process.env['KILLS'] ?? 12);
/** A kill comes at most this long after the first key of a round. */
const LATEST_KILL_MS = 1_500;

interface Running {
	process: ChildProcess;
	browser: Browser;
	page: Page;
}

/** A browser of its own process, so that it can be killed as a power cut would. */
async function launch(profile: string): Promise<Running> {
	const args = [
		'--headless=new',
		'--remote-debugging-port=0',
		`--user-data-dir=${profile}`,
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--no-first-run',
		'--disable-quic',
		'--hide-crash-restore-bubble',
		'about:blank'
	];
	const child = spawn(findChromium()!.path, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
	const address = await new Promise<string>((resolve, reject) => {
		let said = '';
		child.stderr.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const found = /DevTools listening on (ws:\S+)/.exec(said);
			if (found !== null) resolve(found[1]!);
		});
		child.once('exit', () => reject(new Error(`The browser did not start: ${said}`)));
	});
	const browser = await chromium.connectOverCDP(address);
	const [context] = browser.contexts();
	return { process: child, browser, page: await context!.newPage() };
}

/** Kills the browser with all its children, at once, and waits until it is gone. */
async function kill({ process: child }: Running): Promise<void> {
	const gone = new Promise((resolve) => child.once('exit', resolve));
	process.kill(-child.pid!, 'SIGKILL');
	await gone;
}

test('a browser killed at any moment has lost no message that was shown as sent', async ({ baseURL }) => {
	test.setTimeout(60_000 + KILLS * 20_000);
	const profile = await mkdtemp(join(tmpdir(), 'closing-time-'));
	const sent: string[] = [];
	let address = new URL('/chat?scenario=obituary-of-1894&mode=guided', baseURL).href;
	let kills = 0;
	while (kills < KILLS) {
		const running = await launch(profile);
		const { page } = running;
		await page.goto(address);
		const takeOver = page.getByRole('button', { name: /^(Take over|Go on)/ });
		const box = page.getByRole('textbox', { name: 'Message to Dolores' });
		await expect(takeOver.or(box).first()).toBeVisible();
		if (await takeOver.isVisible()) await takeOver.click();
		await expect(box).toBeVisible();
		await expect(page).toHaveURL(/attempt=/);
		address = page.url();
		for (const text of sent)
			await expect(page.getByTestId('message').filter({ hasText: text })).toHaveCount(1);

		const moment = new Promise<'killed'>((resolve) => {
			setTimeout(
				() => void kill(running).then(() => resolve('killed')),
				chance(kills, 'moment') * LATEST_KILL_MS
			);
		});
		const typing = (async () => {
			for (let number = 0; ; number++) {
				const text = `line ${kills}.${number} of what was found`;
				await box.fill(text);
				await box.press('Enter');
				await page.getByTestId('message').filter({ hasText: text }).waitFor();
				sent.push(text);
			}
		})();
		await Promise.allSettled([moment, typing]);
		kills += 1;
	}
	const last = await launch(profile);
	await last.page.goto(address);
	await expect(last.page.getByTestId('message').first()).toBeVisible();
	for (const text of sent)
		await expect(last.page.getByTestId('message').filter({ hasText: text })).toHaveCount(1);
	expect(sent.length).toBeGreaterThan(0);
	test.info().annotations.push({
		type: 'kills',
		description: `${kills} kills, ${sent.length} messages shown as sent, none lost`
	});
	await kill(last);
	await rm(profile, { recursive: true, force: true });
});
