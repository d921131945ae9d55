import type { Page } from '@playwright/test';
import { test, type Site } from './site.ts';
import { expect } from './watched.ts';

// Each journey copies the app to a host of its own, and some wait for two versions to be kept.
test.describe.configure({ timeout: 90_000 });

const PAGES = ['/', '/practise', '/drill', '/attempts', '/your-data', '/debrief', '/replay', '/chat'];
/** What a host needs and a page never asks for once it is kept. */
const NOT_KEPT = ['/service-worker.js', '/_app/version.json'];

/** The first visit, until everything is kept. */
async function visit(page: Page): Promise<void> {
	await page.goto('/');
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		while (navigator.serviceWorker.controller === null)
			await new Promise((resolve) =>
				navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
			);
	});
}

const typingBox = (page: Page) => page.getByRole('textbox', { name: /^Message to/ });
const offer = (page: Page) => page.getByRole('button', { name: 'Use it now' });

async function takeOver(page: Page, scenario: string): Promise<void> {
	await page.goto(`/chat?scenario=${scenario}&mode=practice&pace=stepped`);
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(typingBox(page)).toBeFocused();
	await expect(page).toHaveURL(/attempt=/);
}

async function say(page: Page, text: string): Promise<void> {
	await typingBox(page).fill(text);
	await typingBox(page).press('Enter');
	await expect(page.getByTestId('message').filter({ hasText: text })).toBeVisible();
}

/** Names of the caches of versions; each ends with its version. */
const keptVersions = (page: Page): Promise<string[]> =>
	page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith('in use')).sort());

test('after the first visit every file of the app is kept: each page, each scenario, the model', async ({
	page,
	site
}) => {
	await visit(page);
	const kept = await page.evaluate(async () => {
		const paths: string[] = [];
		for (const name of await caches.keys())
			for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
		return paths;
	});
	const pageOf = (path: string) => path.replace(/\/index\.html$/, '/').replace(/\.html$/, '');
	const served = (await site.files()).filter((path) => !NOT_KEPT.includes(path)).map(pageOf);
	expect(served.length).toBeGreaterThan(100);
	expect(served.filter((path) => !kept.includes(path))).toEqual([]);
});

test('without a network every page opens, and a chat is played to its debrief', async ({ page, site }) => {
	await visit(page);
	site.vanish();
	for (const path of PAGES) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
	}
	await takeOver(page, 'a-hundred-years-of-bread');
	await say(page, 'Is there anything else I can look up for you?');
	await page.getByRole('button', { name: 'End session' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
	await page.getByRole('radio', { name: 'Answered' }).check();
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page.getByTestId('points')).toBeVisible();
	await page.reload();
	await expect(page.getByTestId('points')).toBeVisible();
	await page.goto('/your-data');
	await expect(page.getByTestId('offline')).toContainText('All of Closing Time opens');
});

test('what a page loads late is there when the network goes during the very first visit', async ({
	page,
	site
}) => {
	await visit(page);
	site.vanish();
	await page.getByRole('link', { name: 'Practise', exact: true }).click();
	await page
		.getByRole('link', { name: /^Begin/ })
		.last()
		.click();
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(typingBox(page)).toBeFocused();
});

/** Runs in the page: how many chats go on in any tab. */
const heldSessions = async (): Promise<number> =>
	((await navigator.locks.query()).held ?? []).filter(({ name }) => name?.includes('/session/')).length;

test.describe('a newer version', () => {
	async function publishAndLook(page: Page, site: Site, version: string): Promise<void> {
		await site.publish(version);
		// The browser looks for a newer version when a page is opened.
		await page.reload();
		await expect(offer(page)).toBeVisible();
	}

	/** Asks for it, until the page has been loaded anew. */
	async function useIt(page: Page): Promise<void> {
		await page.evaluate(() => Object.assign(window, { isSamePage: true }));
		await offer(page).click();
		await page.waitForFunction(() => !('isSamePage' in window));
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}

	test('is offered in a quiet line, and used only when that is asked for', async ({ page, site }) => {
		await visit(page);
		const [first] = await keptVersions(page);
		await publishAndLook(page, site, 'second');
		await expect(page.getByTestId('new-version')).toHaveAttribute('aria-live', 'polite');
		await page.reload();
		await expect(offer(page)).toBeVisible();
		expect(
			await page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it?.waiting?.state))
		).toBe('installed');
		await useIt(page);
		await expect(offer(page)).toHaveCount(0);
		// The version before stays, the one before that goes.
		expect(await keptVersions(page)).toEqual([first, 'closing-time / second']);
		await publishAndLook(page, site, 'third');
		await useIt(page);
		expect(await keptVersions(page)).toEqual(['closing-time / second', 'closing-time / third']);
	});

	test('is not offered in a chat, and not used while one goes on in another tab', async ({
		context,
		page,
		site
	}) => {
		await visit(page);
		const chat = await context.newPage();
		await takeOver(chat, 'obituary-of-1894');
		await typingBox(chat).fill('half a sentence');
		await publishAndLook(page, site, 'second');
		await expect(offer(chat)).toHaveCount(0);
		await chat.evaluate(() => Object.assign(window, { isSamePage: true }));
		await offer(page).click();
		await expect(page.getByTestId('new-version')).toContainText('A chat is open in another tab.');
		await expect(offer(page)).toBeVisible();
		await expect(typingBox(chat)).toHaveValue('half a sentence');

		await chat.getByRole('button', { name: 'Pause and leave' }).click();
		// What was typed is stored before the tab lets go of the chat; whoever asks sooner is told that it is open.
		await expect.poll(() => page.evaluate(heldSessions)).toBe(0);
		await useIt(page);
		// The other tab goes on as it is, with chunks that the host no longer has.
		expect(await chat.evaluate(() => 'isSamePage' in window)).toBe(true);
		await chat.getByRole('link', { name: 'Practise', exact: true }).click();
		await chat
			.getByRole('link', { name: /^Begin/ })
			.last()
			.click();
		await chat.getByRole('button', { name: 'Take over' }).click();
		await say(chat, 'Still the first version.');
		expect(await chat.evaluate(() => 'isSamePage' in window)).toBe(true);
	});
});

test('it can be installed', async ({ page }) => {
	await visit(page);
	const client = await page.context().newCDPSession(page);
	const { errors, url } = await client.send('Page.getAppManifest');
	expect(url).toMatch(/\/manifest\.webmanifest$/);
	expect(errors).toEqual([]);
	const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
	// The test's own window is a private one, where nothing can be installed.
	expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
		[]
	);
});
