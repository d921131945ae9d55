import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isBuildStale } from '../../scripts/build.mjs';
import { isStale } from '../../scripts/dependencies.mjs';
import { nodeComplaint, OLDEST_NODE } from '../../scripts/node-version.mjs';
import { portFrom, serve } from '../../scripts/static-server.mjs';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'closing-time-'));
	mkdirSync(join(folder, '_app/immutable'), { recursive: true });
	writeFileSync(join(folder, 'index.html'), '<h1>first</h1>');
	writeFileSync(join(folder, 'practice.html'), '<h1>practice</h1>');
	writeFileSync(join(folder, '_app/immutable/a.js'), 'export {};');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the version of Node.js', () => {
	test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is new enough', (version) => {
		expect(nodeComplaint(version)).toBeUndefined();
	});

	test.each(['20.18.9', '18.20.0', '9.99.0'])('%s is told which one is needed', (version) => {
		expect(nodeComplaint(version)).toContain(OLDEST_NODE);
		expect(nodeComplaint(version)).toContain(version);
	});
});

describe('installed packages', () => {
	const locked = {
		'': { version: '1.0.0' },
		'node_modules/a': { version: '1.0.0' },
		'node_modules/b': { version: '2.0.0', optional: true }
	};

	test('are fresh if they are what is locked', () => {
		expect(isStale(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(false);
	});

	test.each([
		['a package is missing', {}],
		['a package has another version', { 'node_modules/a': { version: '1.0.1' } }],
		[
			'an optional package has another version',
			{ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }
		]
	])('are stale if %s', (_why, installed) => {
		expect(isStale(locked, installed)).toBe(true);
	});
});

describe('the build', () => {
	const at = (root: string, path: string, second: number) => utimesSync(join(root, path), second, second);
	const builtAt20 = () => {
		const root = mkdtempSync(join(folder, 'project-'));
		for (const name of ['src', 'build']) mkdirSync(join(root, name));
		for (const name of ['src/a.ts', 'build/index.html']) writeFileSync(join(root, name), '');
		for (const name of ['src/a.ts', 'src']) at(root, name, 10);
		at(root, 'build/index.html', 20);
		return root;
	};

	test('is fresh if nothing changed since', () => {
		expect(isBuildStale(builtAt20())).toBe(false);
	});

	test('is stale if there is none', () => {
		const root = builtAt20();
		rmSync(join(root, 'build'), { recursive: true });
		expect(isBuildStale(root)).toBe(true);
	});

	test('is stale if a source changed since', () => {
		const root = builtAt20();
		at(root, 'src/a.ts', 30);
		expect(isBuildStale(root)).toBe(true);
	});

	test('is stale if a source was deleted since', () => {
		const root = builtAt20();
		rmSync(join(root, 'src/a.ts'));
		expect(isBuildStale(root)).toBe(true);
	});
});

describe('the port', () => {
	test.each([
		[undefined, 4173],
		['', 4173],
		['8080', 8080]
	])('PORT=%s means %i', (text, port) => {
		expect(portFrom(text)).toBe(port);
	});

	test.each(['http', '-1', '65536', '80.5'])('PORT=%s is refused by name', (text) => {
		expect(() => portFrom(text)).toThrow(`“${text}”`);
	});

	test('a port in use is said plainly, with what to type instead, and ends with 1', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/serve.mjs', folder], {
			env: { ...process.env, PORT: String(port) },
			encoding: 'utf8'
		});
		other.close();
		expect(stderr).toBe(
			`Port ${port} is in use by another program. Choose another: PORT=${port + 1} npm start\n`
		);
		expect(stdout).toBe('');
		expect(status).toBe(1);
	});
});

describe('the server', () => {
	let close = () => {};
	afterEach(() => close());
	const get = async (path: string, init?: RequestInit) => {
		const server = await serve({ folder, port: 0 });
		close = server.close;
		return fetch(new URL(path, server.url.replace('localhost', '127.0.0.1')), init);
	};

	test.each([
		['/', 'first', 'no-cache'],
		['/practice', 'practice', 'no-cache'],
		['/_app/immutable/a.js', 'export', 'public, max-age=31536000, immutable']
	])('%s is served, and cached as it may be', async (path, text, caching) => {
		const response = await get(path);
		expect(await response.text()).toContain(text);
		expect(response.headers.get('cache-control')).toBe(caching);
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	});

	test('an unchanged page is not sent twice', async () => {
		const first = await get('/');
		const etag = first.headers.get('etag') ?? '';
		close();
		expect((await get('/', { headers: { 'If-None-Match': etag } })).status).toBe(304);
	});

	test.each([
		['/nothing', 404],
		['/%2e%2e/package.json', 404],
		['/%ff', 404]
	])('%s is not found', async (path, status) => {
		expect((await get(path)).status).toBe(status);
	});

	test('nothing can be sent to it', async () => {
		expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(405);
	});

	test('Ctrl-C ends it at once, with 0', async () => {
		const server = spawn(process.execPath, ['scripts/serve.mjs', folder], {
			env: { ...process.env, PORT: '0' },
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const [said] = (await once(server.stdout, 'data')) as [Buffer];
		expect(String(said)).toMatch(/^Closing Time is open at http:\/\/localhost:\d+\//);
		server.kill('SIGINT');
		expect(await once(server, 'exit')).toEqual([0, null]);
	});
});
