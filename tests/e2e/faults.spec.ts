import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { chance } from '../../src/lib/domain/chance.ts';
import { barriersOn } from './barriers.ts';
import { damageEvent, damageHeader, EVENT_DAMAGES } from './damage.ts';
import { expect, test } from './watched.ts';

const CHAT = '/chat?scenario=obituary-of-1894&mode=guided&pace=stepped';
const typingBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Message to Dolores' });
const said = (page: Page, text: string): Locator => page.getByTestId('message').filter({ hasText: text });

async function takeOver(page: Page, address = CHAT): Promise<void> {
	await page.goto(address);
	await page.getByRole('button', { name: 'Take over' }).click();
	await expect(typingBox(page)).toBeVisible();
	await expect(page).toHaveURL(/attempt=/);
}

async function send(page: Page, text: string): Promise<void> {
	await typingBox(page).fill(text);
	await typingBox(page).press('Enter');
}

async function say(page: Page, text: string): Promise<void> {
	await send(page, text);
	await expect(said(page, text)).toHaveCount(1);
}

async function endAndCode(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'End session' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
	await page.getByRole('radio', { name: 'Answered' }).check();
	await page.getByRole('button', { name: 'Save code' }).click();
	await expect(page.getByTestId('points')).toHaveText(/\d+ of \d+/);
}

/** Says on the line of the test what was done and found. */
function report(fault: string, found: string): void {
	test.info().annotations.push({ type: fault, description: found });
	process.stdout.write(`${fault}: ${found}\n`);
}

/** What the page saves at the press of a button, as JSON. */
async function savedBy(page: Page, button: string): Promise<unknown> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click()
	]);
	return JSON.parse(await readFile(await download.path(), 'utf8'));
}

/** Words in no order, of eight characters and a space: browsers store what repeats itself in a fraction of its length. */
const anyWords = (count: number, seed: number): string =>
	Array.from({ length: count }, (_, at) => chance(seed, 'word', at).toString(36).slice(2, 10)).join(' ');

/** No page is blank, whatever is stored. */
const PAGES = ['/', '/practise', '/attempts', '/progress', '/follow-up', '/trainer', '/your-data'];
async function lookAround(page: Page, paths: readonly string[] = PAGES): Promise<void> {
	for (const path of paths) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
}

test('a disk that fills up in the middle of a message: it is not shown as sent, its words stay, and go later', async ({
	context,
	page,
	baseURL
}) => {
	const ROOM_BYTES = 600_000;
	const WORDS = 7_000;
	const session = await context.newCDPSession(page);
	const origin = new URL(baseURL!).origin;
	// Before the database is opened: Chromium asks how much room there is, and then reckons with it for a while.
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: ROOM_BYTES });
	await takeOver(page);
	const alert = page.getByRole('alert').filter({ hasText: 'There is no room left to store this.' });
	const sent: string[] = [];
	let refused = '';
	for (let number = 1; refused === ''; number++) {
		expect(number).toBeLessThan(ROOM_BYTES / (9 * WORDS) + 5);
		const first = `message ${number}:`;
		await send(page, `${first} ${anyWords(WORDS, number)}`);
		await expect(alert.or(said(page, first))).toBeVisible();
		if (await alert.isVisible()) refused = first;
		else sent.push(first);
	}
	await expect(alert).toContainText('Everything stored before is safe, and nothing was half stored.');
	await expect(alert).toContainText('Export your attempts, delete some, and try again.');
	expect(await barriersOn(page)).toEqual([]);
	await expect(typingBox(page)).toHaveValue(new RegExp(`^${refused}`));
	await expect(said(page, refused)).toHaveCount(0);

	await session.send('Storage.overrideQuotaForOrigin', { origin });
	await alert.getByRole('button', { name: 'Try again' }).click();
	await expect(said(page, refused)).toHaveCount(1);
	await expect(alert).toBeHidden();
	await expect(typingBox(page)).toHaveValue('');
	await page.reload();
	for (const text of [...sent, refused]) await expect(said(page, text)).toHaveCount(1);
	report('Disk full', `${sent.length} messages shown as sent before it, 1 refused and sent later, none lost`);
});

/** The calls of the transaction that stores a message, at each of which it is broken off once. */
const BROKEN_OFF = [
	['get', 1],
	['add', 1],
	['put', 1],
	['put', 2]
] as const;

test('a transaction that is broken off: nothing is lost, it says so, and trying again stores it', async ({
	page
}) => {
	await takeOver(page);
	await say(page, 'Before all this.');
	const alert = page.getByRole('alert');
	for (const [call, number] of BROKEN_OFF) {
		const text = `Broken off at ${call} ${number}.`;
		await typingBox(page).fill(text);
		await page.evaluate(
			([name, at]) => {
				const original = IDBObjectStore.prototype[name] as (...given: unknown[]) => IDBRequest;
				let calls = 0;
				IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given: unknown[]) {
					const request = original.apply(this, given);
					// A draft is stored too, by transactions of its own.
					if (this.transaction.objectStoreNames.contains('events') && ++calls === at) {
						IDBObjectStore.prototype[name] = original;
						this.transaction.abort();
					}
					return request;
				};
			},
			[call, number] as const
		);
		await typingBox(page).press('Enter');
		await expect(alert).toContainText('The browser broke off while storing.');
		await expect(alert).toContainText(
			'Everything stored before is safe, and nothing was half stored. Try again.'
		);
		await expect(typingBox(page)).toHaveValue(text);
		await expect(said(page, text)).toHaveCount(0);
		await alert.getByRole('button', { name: 'Try again' }).click();
		await expect(said(page, text)).toHaveCount(1);
		await expect(alert).toHaveCount(0);
		await expect(typingBox(page)).toHaveValue('');
	}
	await page.reload();
	await expect(said(page, 'Before all this.')).toHaveCount(1);
	await expect(said(page, 'Broken off at')).toHaveCount(BROKEN_OFF.length);
	report('Transaction broken off', `${BROKEN_OFF.length} times, each message stored once at the second try`);
});

test('a clock that is set back, while one chats and across a reload: order, waits and marks stay', async ({
	page
}) => {
	await page.clock.install({ time: '2026-03-02T09:00:00Z' });
	await takeOver(page, CHAT.replace('stepped', 'real'));
	const clock = page.getByTestId('session-clock');
	const seconds = async (): Promise<number> => {
		const [, minutes = '0', rest = '0'] = /(\d+):(\d\d)/.exec((await clock.textContent()) ?? '') ?? [];
		return Number(minutes) * 60 + Number(rest);
	};
	const BACK = ['2026-03-02T08:00:00Z', '2025-12-24T00:00:00Z', '1999-12-31T23:59:59Z'];
	let shown = 0;
	for (const [number, time] of BACK.entries()) {
		await say(page, `Message ${number}, and which e-mail address may the library use?`);
		await page.clock.setSystemTime(time);
		await say(page, `After ${time}.`);
		const before = await seconds();
		await expect.poll(seconds).toBeGreaterThan(before);
		await page.reload();
		await expect(said(page, `After ${time}.`)).toHaveCount(1);
		expect(await seconds()).toBeGreaterThanOrEqual(shown);
		await expect.poll(seconds).toBeGreaterThan(before);
		await expect(page.getByText(/-\d+( min|:\d)/)).toHaveCount(0);
		shown = await seconds();
	}
	await endAndCode(page);
	await lookAround(page);
	const { attempts } = (await savedBy(page, 'Save everything as a file')) as {
		attempts: { events: { seq: number; at: number; type: string }[] }[];
	};
	const events = attempts[0]!.events;
	expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
	const times = events.map(({ at }) => at);
	expect(times).toEqual([...times].sort((one, other) => one - other));
	expect(times.at(-1)).toBeLessThan(90_000);
	const messages = events.filter(({ type }) => type === 'librarian.said').length;
	expect(messages).toBe(2 * BACK.length);
	report('Clock set back', `${BACK.length} times, ${messages} messages in their order, coded and marked`);
});

interface SetAsideFile {
	records: { where: string; raw: string }[];
}

for (const damage of EVENT_DAMAGES) {
	test(`a record of a chat that ${damage} is set aside; the chat goes on from before it`, async ({
		page
	}) => {
		await takeOver(page);
		const address = page.url();
		for (const text of ['One.', 'Two.', 'Three.']) await say(page, text);
		await page.goto('/cheat-sheet');
		await damageEvent(page, 'Two.', damage);
		await lookAround(page, damage === EVENT_DAMAGES[0] ? PAGES : ['/attempts']);

		await page.goto(address);
		await expect(said(page, 'One.')).toHaveCount(1);
		await expect(said(page, 'Two.')).toHaveCount(0);
		await expect(
			page.getByRole('status').filter({ hasText: 'A part of this chat can’t be read.' })
		).toBeVisible();
		expect(await barriersOn(page)).toEqual([]);
		await say(page, 'Two, once more.');
		await page.reload();
		await expect(said(page, 'One.')).toHaveCount(1);
		await expect(said(page, 'Two, once more.')).toHaveCount(1);
		await endAndCode(page);

		await page.goto('/your-data');
		const { records } = (await savedBy(page, 'Save what can’t be read')) as SetAsideFile;
		const raw = records.map((record) => record.raw).join('\n');
		expect(raw).toContain('Three.');
		if (damage !== 'is missing') expect(raw).toContain('Two.');
		report(
			`A record that ${damage}`,
			`1 message before it, ${records.length} records set aside, all in the file`
		);
	});
}

test('an attempt whose head can’t be read is told of and set aside whole; everything else is there', async ({
	page
}) => {
	await takeOver(page);
	const broken = page.url();
	for (const text of ['One.', 'Two.']) await say(page, text);
	await takeOver(page);
	const whole = page.url();
	await say(page, 'From another chat.');
	await page.goto('/cheat-sheet');
	await damageHeader(page, new URL(broken).searchParams.get('attempt')!);
	await page.goto(broken);
	await expect(page.getByRole('heading', { name: 'This chat can’t be opened' })).toBeVisible();
	await expect(page.getByRole('main')).toContainText('you can export it as it is');
	await page.goto(whole);
	await expect(said(page, 'From another chat.')).toHaveCount(1);
	await lookAround(page);
	await expect(page.getByTestId('chats')).toContainText(/^1,/);
	const { records } = (await savedBy(page, 'Save what can’t be read')) as SetAsideFile;
	const raw = records.map((record) => record.raw).join('\n');
	for (const text of ['One.', 'Two.', 'chaos']) expect(raw).toContain(text);
	report('A head that can’t be read', `${records.length} records of its chat set aside, all in the file`);
});
