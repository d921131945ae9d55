import { beforeEach, expect, test } from 'vitest';
import { KeptFiles } from './kept-files.ts';

const CHUNK = '/_app/immutable/chunks/a.js';

/** The browser's caches, as far as they are asked anything here. */
class Caches {
	readonly byName = new Map<string, Map<string, Response>>();

	async open(name: string) {
		const entries = this.byName.get(name) ?? new Map<string, Response>();
		this.byName.set(name, entries);
		return {
			match: async (path: string) => entries.get(path)?.clone(),
			put: async (path: string, response: Response) => void entries.set(path, response)
		};
	}
	async match(path: string) {
		return [...this.byName.values()]
			.find((entries) => entries.has(path))
			?.get(path)
			?.clone();
	}
	async keys() {
		return [...this.byName.keys()];
	}
	async delete(name: string) {
		return this.byName.delete(name);
	}
}

let caches: Caches;
let asked: { path: string; cache: RequestCache | undefined }[];
beforeEach(() => {
	caches = new Caches();
	asked = [];
});

const host =
	(answer: (path: string) => Response) =>
	async (path: unknown, init?: RequestInit): Promise<Response> => {
		asked.push({ path: String(path), cache: init?.cache });
		return answer(String(path));
	};
const edition = (
	version: string,
	answer = (path: string) => new Response(`${path} of ${version}`),
	base = ''
) =>
	new KeptFiles(
		{ version, base, paths: [`${base}/`, `${base}/drill`, base + CHUNK] },
		caches as unknown as CacheStorage,
		host(answer) as typeof fetch
	);
const versions = () =>
	[...caches.byName.keys()].map((name) => name.split(' ').at(-1)).filter((it) => it !== 'use');

test('a file that can’t be had leaves nothing of its version, and says which file it was', async () => {
	const broken = edition('1', (path) => new Response('', { status: path === '/drill' ? 503 : 200 }));
	await expect(broken.keep()).rejects.toThrow('/drill: 503');
	expect(versions()).toEqual([]);
});

test('a page is asked of the host itself, and a file whose name tells its content is loaded once for all versions', async () => {
	await edition('1').keep();
	expect(asked).toEqual([
		{ path: '/', cache: 'reload' },
		{ path: '/drill', cache: 'reload' },
		{ path: CHUNK, cache: 'default' }
	]);
	asked = [];
	await edition('2').keep();
	expect(asked.map(({ path }) => path)).toEqual(['/', '/drill']);
});

test('the version in use answers with its own pages, also where another one is kept already', async () => {
	const first = edition('1');
	await first.keep();
	await edition('2').keep();
	expect(await (await first.answer('/drill', new Request('http://a.example/drill'))).text()).toBe(
		'/drill of 1'
	);
});

test('a version that was never used does not push out the one that an open page still needs', async () => {
	const [first, second, third, fourth] = ['1', '2', '3', '4'].map((version) => edition(version));
	await first!.keep();
	await first!.takeOver();
	await second!.keep();
	await third!.keep();
	await third!.takeOver();
	expect(versions()).toEqual(['1', '3']);
	await fourth!.keep();
	await fourth!.takeOver();
	expect(versions()).toEqual(['3', '4']);
});

test('what another copy of the app keeps on the same host stays', async () => {
	const elsewhere = edition('1', undefined, '/training');
	await elsewhere.keep();
	await elsewhere.takeOver();
	await edition('7').keep();
	await edition('7').takeOver();
	expect(versions()).toEqual(['1', '7']);
});

test('a page that the host redirects is kept as a page, since browsers open no redirected one', async () => {
	const redirecting = edition('1', (path) => {
		const response = new Response(`${path} after a detour`);
		Object.defineProperty(response, 'redirected', { value: true });
		return response;
	});
	await redirecting.keep();
	const kept = await redirecting.answer('/drill', new Request('http://a.example/drill'));
	expect(kept.redirected).toBe(false);
	expect(await kept.text()).toBe('/drill after a detour');
});

test('only files of the app are answered for', () => {
	const kept = edition('1');
	expect(
		['/', '/drill', CHUNK, '/_app/immutable/chunks/of-another-version.js'].map((path) => kept.has(path))
	).toEqual([true, true, true, true]);
	expect(['/_app/version.json', '/no-such-page', '/service-worker.js'].some((path) => kept.has(path))).toBe(
		false
	);
	expect(edition('1', undefined, '/a').has(`/b${CHUNK}`)).toBe(false);
});
