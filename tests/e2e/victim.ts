import { spawn, type ChildProcess } from 'node:child_process';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';

const ARGUMENTS = [
	'--headless=new',
	'--remote-debugging-port=0',
	// Chromium's sandbox refuses to run as root; nobody else should go without.
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic',
	'--hide-crash-restore-bubble'
];

const addressOf = (child: ChildProcess): Promise<string> =>
	new Promise((resolve, reject) => {
		let said = '';
		child.stderr!.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const found = /DevTools listening on (ws:\S+)/.exec(said);
			if (found !== null) resolve(found[1]!);
		});
		child.once('exit', () => reject(new Error(`The browser did not start: ${said}`)));
	});

/** Chromium as a process of its own, to be killed: one page of it with SIGKILL, or all of it as a power cut would. */
export class Victim {
	readonly #child: ChildProcess;
	readonly #browser: Browser;
	readonly #session: CDPSession;
	readonly #seen: string[];
	#page: Page | null = null;

	private constructor(child: ChildProcess, browser: Browser, session: CDPSession, seen: string[]) {
		this.#child = child;
		this.#browser = browser;
		this.#session = session;
		this.#seen = seen;
	}

	/** Starts it with the profile that it was last killed with; `seen` takes what its pages complain of. */
	static async launch(profile: string, seen: string[]): Promise<Victim> {
		const child = spawn(findChromium()!.path, [...ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'], {
			stdio: ['ignore', 'ignore', 'pipe'],
			detached: true
		});
		const browser = await chromium.connectOverCDP(await addressOf(child));
		return new Victim(child, browser, await browser.newBrowserCDPSession(), seen);
	}

	/** A page in the place of the one that was killed. */
	async newPage(): Promise<Page> {
		const page = await this.#browser.contexts()[0]!.newPage();
		page.on('pageerror', (error) => this.#seen.push(`uncaught: ${error.message}`));
		page.on('console', (message) => {
			if (message.type() === 'error') this.#seen.push(`console: ${message.text()}`);
		});
		this.#page = page;
		return page;
	}

	/** Kills the processes that draw pages and run their scripts; the browser stays. */
	async killPage(): Promise<void> {
		const { processInfo } = await this.#session.send('SystemInfo.getProcessInfo');
		const drawing = processInfo.filter(({ type }) => type === 'renderer');
		if (drawing.length === 0) throw new Error('There was no page to kill');
		for (const { id } of drawing) process.kill(id, 'SIGKILL');
		// What waits for something in it is told that it is gone.
		void this.#page?.close().catch(() => undefined);
	}

	/** Kills the browser with all its children, and waits until it is gone. */
	async kill(): Promise<void> {
		if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
		const gone = new Promise((resolve) => this.#child.once('exit', resolve));
		if (process.platform === 'win32') this.#child.kill('SIGKILL');
		else process.kill(-this.#child.pid!, 'SIGKILL');
		await gone;
	}
}
