import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { chance } from '../../src/lib/domain/chance.ts';
import type { LoggedEvent } from '../../src/lib/domain/event.ts';
import { chatOf, fileOf } from './handed-in.ts';
import { Victim } from './victim.ts';

/** Two desks, so that two workers share the kills. */
const DESKS = [1, 2];
/** How often a page or its browser is killed in one run, at all desks together; more by KILLS. */
const KILLS = Number(process.env['KILLS'] ?? 30);
/** One kill in so many takes the whole browser, with all its children. */
const BROWSER_IN = 10;

/** What goes on when a kill comes, in turns. A page that opens is killed oftener: that is when most is under way. */
const MOMENTS = [
	'taking over',
	'opening',
	'sending',
	'opening',
	'typing',
	'opening',
	'sending',
	'importing',
	'opening',
	'ending'
] as const;
type Moment = (typeof MOMENTS)[number];

/** How many messages a kill among messages lets through at most. */
const MOST_SENT = 4;
/** How long things take here, in milliseconds, until they have been measured: a kill comes somewhere within. */
const TAKES_MS = { opening: 1_500, message: 1_000, typing: 400, ending: 1_000, importing: 1_000 };
/** So many chats of others are in each file that is taken in. */
const CHATS_IN_FILE = 20;

/** What the page has shown as stored. */
interface Chat {
	address: string;
	sent: string[];
	/** Whatever was typed and may stand there unsent, whole or the beginning of it. */
	typed: string[];
	isEnded: boolean;
	isCoded: boolean;
}

/** A desk whose page is killed over and over; remembers what it must not have lost. */
class KilledDesk {
	readonly seed: number;
	readonly home: string;
	readonly chats: Chat[] = [];
	/** Files: whether the page has said that they are in. */
	readonly files: boolean[] = [];
	readonly killed = { page: 0, browser: 0 };
	readonly #takesMs = { ...TAKES_MS };

	constructor(seed: number, home: string) {
		this.seed = seed;
		this.home = home;
	}

	get kills(): number {
		return this.killed.page + this.killed.browser;
	}
	get #chat(): Chat {
		return this.chats.at(-1)!;
	}
	#at = (path: string): string => new URL(path, this.home).href;

	/** How long after the beginning of a moment the kill comes, in milliseconds. */
	killAfterMs(moment: Moment): number {
		const part = chance(this.seed, 'moment', this.kills);
		if (moment === 'sending') return part * MOST_SENT * this.#takesMs.message;
		if (moment === 'importing') return part * 2 * this.#takesMs.importing;
		return part * this.#takesMs[moment === 'taking over' ? 'opening' : moment];
	}

	/** Brings the page to where the moment begins; gives what then goes on. */
	async lead(page: Page, moment: Moment): Promise<() => Promise<void>> {
		if (moment === 'opening' && this.chats.length > 0) return () => this.look(page, this.#chat);
		if (moment === 'taking over' || this.chats.length === 0 || this.#chat.isCoded) {
			await page.goto(this.#at('/chat?scenario=obituary-of-1894&mode=guided'));
			await expect(page.getByRole('log')).toContainText('Dolores');
			return () => this.#takeOver(page);
		}
		if (moment === 'importing') {
			await page.goto(this.#at('/your-data'));
			const input = page.getByLabel(/Take in a file/);
			await expect(input).toBeVisible();
			return () => this.#measured('importing', () => this.#takeIn(page));
		}
		await this.#measured('opening', () => this.look(page, this.#chat));
		if (this.#chat.isCoded) return this.lead(page, moment);
		if (moment === 'ending' || this.#chat.isEnded) return () => this.#end(page);
		return moment === 'typing' ? () => this.#type(page) : () => this.#send(page);
	}

	async #measured(what: keyof typeof TAKES_MS, work: () => Promise<void>): Promise<void> {
		const startedAt = performance.now();
		// What is killed before it is done takes longer than was thought.
		this.#takesMs[what] *= 1.5;
		await work();
		this.#takesMs[what] = performance.now() - startedAt;
	}

	/** Opens a chat: it is not blank, and nothing is missing that was shown as stored. */
	async look(page: Page, chat: Chat): Promise<void> {
		await page.goto(chat.address);
		const box = page.getByRole('textbox', { name: 'Message to Dolores' });
		const codes = page.getByRole('radio', { name: 'Answered' });
		const closed = page.getByRole('heading', { name: 'This session has its code' });
		await expect(box.or(codes).or(closed)).toBeVisible();
		chat.isCoded ||= await closed.isVisible();
		if (chat.isCoded) return;
		chat.isEnded ||= await codes.isVisible();
		const messages = await page.getByTestId('message').allTextContents();
		const timesSent = (text: string): number => messages.filter((one) => one.includes(text)).length;
		expect(chat.sent.filter((text) => timesSent(text) !== 1)).toEqual([]);
		if (chat.isEnded) return expect(codes).toBeVisible();
		const unsent = await box.inputValue();
		expect(
			chat.typed.filter((text) => text.startsWith(unsent)),
			`“${unsent}” stands unsent`
		).not.toEqual([]);
		if (unsent !== '') expect(timesSent(unsent)).toBe(0);
	}

	async #takeOver(page: Page): Promise<void> {
		await page.getByRole('button', { name: 'Take over' }).click();
		await page.waitForURL(/attempt=/);
		this.chats.push({ address: page.url(), sent: [], typed: [''], isEnded: false, isCoded: false });
	}

	async #send(page: Page): Promise<void> {
		const box = page.getByRole('textbox', { name: 'Message to Dolores' });
		const chat = this.#chat;
		for (let number = 0; ; number++) {
			const text = `line ${this.kills}.${number} of what was found`;
			chat.typed.push(text);
			await this.#measured('message', async () => {
				await box.fill(text);
				await box.press('Enter');
				await page.getByTestId('message').filter({ hasText: text }).waitFor();
			});
			chat.sent.push(text);
		}
	}

	async #type(page: Page): Promise<void> {
		const text = `half a line, ${this.kills}`;
		this.#chat.typed.push(text);
		const box = page.getByRole('textbox', { name: 'Message to Dolores' });
		await box.fill('');
		await box.pressSequentially(text);
	}

	async #end(page: Page): Promise<void> {
		const chat = this.#chat;
		const answered = page.getByRole('radio', { name: 'Answered' });
		if (!chat.isEnded) {
			await page.getByRole('button', { name: 'End session' }).click();
			await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
			await answered.waitFor();
			chat.isEnded = true;
		}
		await answered.check();
		await page.getByRole('button', { name: 'Save code' }).click();
		await page.waitForURL(/debrief/);
		chat.isCoded = true;
	}

	async #takeIn(page: Page): Promise<void> {
		const number = this.files.push(false) - 1;
		const said = { text: 'Goodbye!', heard: [] };
		const chats = Array.from({ length: CHATS_IN_FILE }, (_, chat) =>
			chatOf(`${this.seed}-${number}-${chat}`, { name: 'Wen Holloway', said, code: 'answered' })
		);
		await page.getByLabel(/Take in a file/).setInputFiles(await fileOf(`${number}.json`, chats));
		await expect(page.getByRole('status')).toContainText(`${CHATS_IN_FILE} new chats`);
		this.files[number] = true;
	}

	/** Takes one more file in, undisturbed, and saves everything as a file: nothing is missing, nothing is half there, and nothing can't be read. */
	async lookThrough(page: Page, folder: string): Promise<void> {
		await page.goto(this.#at('/your-data'));
		await expect(page.getByTestId('chats')).toBeVisible();
		await expect(page.getByText('Can’t be read')).toHaveCount(0);
		await this.#takeIn(page);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Save everything as a file' }).click()
		]);
		const file = join(folder, 'all.json');
		await download.saveAs(file);
		const { attempts } = JSON.parse(await readFile(file, 'utf8')) as {
			attempts: { id: string; events: LoggedEvent[] }[];
		};
		for (const { address, sent, isEnded, isCoded } of this.chats) {
			const id = new URL(address).searchParams.get('attempt');
			const events = attempts.find((one) => one.id === id)?.events ?? [];
			const said = events.flatMap((event) => (event.type === 'librarian.said' ? [event.text] : []));
			expect(said.filter((text) => sent.includes(text))).toEqual(sent);
			const types = events.map(({ type }) => type);
			if (isEnded) expect(types).toContain('librarian.ended');
			if (isCoded) expect(types).toContain('librarian.coded');
		}
		for (const [number, isIn] of this.files.entries()) {
			const found = attempts.filter(({ id }) => id.startsWith(`${this.seed}-${number}-`)).length;
			expect(isIn ? [CHATS_IN_FILE] : [0, CHATS_IN_FILE]).toContain(found);
		}
	}
}

/** A test that fails leaves no browser behind. */
let onLeaving = async (): Promise<void> => {};
test.afterEach(() => onLeaving());

for (const seed of DESKS) {
	test(`a page or browser killed at any moment has lost nothing that was shown as stored (desk ${seed})`, async ({
		baseURL
	}) => {
		const kills = Math.ceil(KILLS / DESKS.length);
		test.setTimeout(60_000 + kills * 10_000);
		const profile = await mkdtemp(join(tmpdir(), 'closing-time-'));
		const seen: string[] = [];
		const desk = new KilledDesk(seed, baseURL!);
		let victim = await Victim.launch(profile, seen);
		onLeaving = () => victim.kill();
		while (desk.kills < kills) {
			const moment = MOMENTS[desk.kills % MOMENTS.length]!;
			const goesOn = await desk.lead(await victim.newPage(), moment);
			const isBrowsers = chance(seed, 'whose', desk.kills) < 1 / BROWSER_IN;
			let isKilled = false;
			const killing = new Promise((resolve) => setTimeout(resolve, desk.killAfterMs(moment))).then(() => {
				isKilled = true;
				return isBrowsers ? victim.kill() : victim.killPage();
			});
			// What was broken off by the kill fails; what fails before it is a finding.
			const going = goesOn().catch((error: unknown) => {
				if (!isKilled) throw error;
			});
			await Promise.all([killing, going]);
			desk.killed[isBrowsers ? 'browser' : 'page'] += 1;
			if (isBrowsers) victim = await Victim.launch(profile, seen);
		}
		await victim.kill();
		victim = await Victim.launch(profile, seen);
		const last = await victim.newPage();
		for (const chat of desk.chats.slice(-1)) await desk.look(last, chat);
		await desk.lookThrough(last, profile);
		await victim.kill();
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });

		const sent = desk.chats.flatMap((chat) => chat.sent).length;
		const taken = desk.files.filter((isIn) => isIn).length;
		expect(seen).toEqual([]);
		expect(desk.kills).toBe(kills);
		const counts = {
			'kills of a page': desk.killed.page,
			'kills of a browser': desk.killed.browser,
			'messages shown as sent': sent,
			'files shown as taken in': taken
		};
		for (const [type, count] of Object.entries(counts))
			test.info().annotations.push({ type, description: String(count) });
		process.stdout.write(
			`${kills} kills (${desk.killed.page} of a page, ${desk.killed.browser} of the browser): ` +
				`${sent} messages shown as sent and ${taken} of ${desk.files.length} files shown as taken in, none lost\n`
		);
	});
}
