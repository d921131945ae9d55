import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { BUILD } from '../../scripts/build.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { test as watched } from './watched.ts';

/** A host of the app that belongs to one test: it can publish a newer version, and vanish. */
export interface Site {
	url: string;
	/** Paths of all files that it serves. */
	files(): Promise<string[]>;
	/**
	 * Publishes a newer version as a new build would: the version string is another one, and so are the names of all
	 * scenario chunks; those of the version before are gone from the host.
	 */
	publish(version: string): Promise<void>;
	/** From now on nobody answers. */
	vanish(): void;
}

/** What tells a scenario's chunk from the others: what was said before the takeover stands in it, as data. */
const SCENARIO_MARK = /takeover:\[\{who:/;

async function openSite(): Promise<Site & { close: () => Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'closing-time-site-'));
	await cp(BUILD, folder, { recursive: true });
	const server = await serve({ folder, port: 0 });
	const paths = async () => {
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
	};
	const versionNow = async () => {
		const text = await readFile(join(folder, '_app/version.json'), 'utf8');
		return (JSON.parse(text) as { version: string }).version;
	};

	async function publish(version: string): Promise<void> {
		const before = await versionNow();
		const texts = (await paths()).filter((path) => /\.(js|html|json)$/.test(path));
		const renamed: [string, string][] = [];
		for (const path of texts) {
			if (!path.includes('/chunks/') || !SCENARIO_MARK.test(await readFile(path, 'utf8'))) continue;
			renamed.push([basename(path), `n${basename(path)}`]);
		}
		for (const path of texts) {
			let text = (await readFile(path, 'utf8')).replaceAll(before, version);
			for (const [old, next] of renamed) text = text.replaceAll(`/${old}`, `/${next}`);
			await writeFile(path, text);
			const next = renamed.find(([old]) => old === basename(path))?.[1];
			if (next !== undefined) await rename(path, join(path, '..', next));
		}
	}

	return {
		url: server.url,
		files: async () => (await paths()).map((path) => path.slice(folder.length)),
		publish,
		vanish: server.close,
		close: async () => {
			server.close();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

/** Journeys on a site of their own, with the service worker that the others block. */
export const test = watched.extend<{ site: Site }>({
	serviceWorkers: 'allow',
	site: async ({ browserName: _ }, use) => {
		const site = await openSite();
		await use(site);
		await site.close();
	},
	baseURL: async ({ site }, use) => use(site.url)
});
