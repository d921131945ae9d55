import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { findFirefox } from '../../scripts/firefox.mjs';

/** A browser as a process of its own, which can be killed as a power cut would kill it. */
export interface Running {
	browser: Browser;
	page: Page;
	/** Kills it with all its children, at once; resolves when it is gone. */
	kill: () => Promise<void>;
}

/** One person's browser: started again, it finds the profile that it was killed with. */
export interface OwnBrowser {
	start: () => Promise<Running>;
	/** Where files are saved. */
	downloads: string;
}

/** Nothing is sent home, and nothing asks before a file is saved. */
const FIREFOX_SETTINGS = {
	'browser.download.folderList': 2,
	'browser.download.useDownloadDir': true,
	'browser.download.always_ask_before_handling_new_types': false,
	'browser.shell.checkDefaultBrowser': false,
	'datareporting.policy.dataSubmissionEnabled': false
};

const CHROMIUM_ARGUMENTS = [
	// Chromium's sandbox refuses to run as root; nobody else should go without.
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic'
];

/** An error in the console, a broken promise, or a request that leaves this machine. */
function watch(page: Page, home: string, seen: string[]): void {
	page.on('pageerror', (error) => seen.push(`uncaught: ${String(error)}`));
	page.on('console', (message) => {
		if (message.type() === 'error') seen.push(`console: ${message.text()}`);
	});
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(home) && !/^(about|blob|data):/.test(url)) seen.push(`request to elsewhere: ${url}`);
	});
}

function launchAs(kind: 'chromium' | 'firefox', profile: string, downloads: string): Promise<Browser> {
	const common = { headless: true, userDataDir: profile };
	if (kind === 'firefox')
		return launch({
			...common,
			browser: 'firefox',
			protocol: 'webDriverBiDi',
			executablePath: findFirefox()!.path,
			extraPrefsFirefox: { ...FIREFOX_SETTINGS, 'browser.download.dir': downloads }
		});
	return launch({
		...common,
		browser: 'chrome',
		executablePath: findChromium()!.path,
		args: CHROMIUM_ARGUMENTS,
		downloadBehavior: { policy: 'allow', downloadPath: downloads }
	});
}

/** Leads a killed process's last breath into a promise. */
async function killed(browser: Browser): Promise<void> {
	const child = browser.process()!;
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = once(child, 'exit');
	// Where there are process groups, it leads one of its own.
	if (process.platform === 'win32') child.kill('SIGKILL');
	else process.kill(-child.pid!, 'SIGKILL');
	await gone;
}

/**
 * Gives a browser of its own to a test: Firefox in the project of that name, Chromium elsewhere. Watched like every
 * journey (`watched.ts`); at the end of the test it is killed, and its profile deleted.
 */
export const test = base.extend<{ own: OwnBrowser }>({
	own: async ({ baseURL }, use, { project }) => {
		const folder = await mkdtemp(join(tmpdir(), 'closing-time-'));
		const downloads = join(folder, 'downloads');
		await mkdir(downloads);
		const seen: string[] = [];
		const running = new Set<Browser>();
		const start = async (): Promise<Running> => {
			const kind = project.name === 'firefox' ? 'firefox' : 'chromium';
			const browser = await launchAs(kind, join(folder, 'profile'), downloads);
			running.add(browser);
			const [page] = await browser.pages();
			watch(page!, baseURL!, seen);
			return { browser, page: page!, kill: () => killed(browser) };
		};
		await use({ start, downloads });
		await Promise.all([...running].map(killed));
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
		expect(seen).toEqual([]);
	}
});

export { expect };
