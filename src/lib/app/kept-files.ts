/** One build of the app, as its service worker knows it. */
export interface Edition {
	version: string;
	/** Path that the app is served from, without a slash at its end; '' at the root. */
	base: string;
	/** Paths of every page and file of this build. */
	paths: readonly string[];
}

/** Files under this path change their name with their content: the same name is the same file for ever. */
const isImmutable = (path: string): boolean => path.includes('/_app/immutable/');

/**
 * Every file of the app, kept in this browser, so that all of it is there without a network. Each version has a cache
 * of its own; that of the version before stays until the next one, for a tab that was open when the new one was taken.
 */
export class KeptFiles {
	readonly #edition: Edition;
	readonly #caches: CacheStorage;
	readonly #load: typeof fetch;
	/** Other apps, and other copies of this one, may be served by the same host. */
	readonly #ours: string;
	readonly #paths: ReadonlySet<string>;

	constructor(edition: Edition, caches: CacheStorage, load: typeof fetch) {
		this.#edition = edition;
		this.#caches = caches;
		this.#load = load;
		this.#ours = `closing-time ${edition.base}/ `;
		this.#paths = new Set(edition.paths);
	}

	/** Whether this is asked of us: everything else is the network's, as if there were no service worker. */
	has(path: string): boolean {
		return this.#paths.has(path) || (path.startsWith(`${this.#edition.base}/`) && isImmutable(path));
	}

	/** Keeps all files of this version, or none: rejects where one can't be had, and then nothing has changed. */
	async keep(): Promise<void> {
		const cache = await this.#caches.open(this.#own);
		try {
			await Promise.all(
				this.#edition.paths.map(async (path) =>
					cache.put(path, (await this.#known(path)) ?? (await this.#get(path)))
				)
			);
		} catch (error) {
			await this.#caches.delete(this.#own);
			throw error;
		}
	}

	/** This version is the one in use from now on: of all others only the one before it is kept. */
	async takeOver(): Promise<void> {
		const log = await this.#caches.open(this.#log);
		const before = await (await log.match(this.#logEntry))?.text();
		const kept = [this.#own, this.#log, before];
		const names = await this.#caches.keys();
		await Promise.all(
			names
				.filter((name) => name.startsWith(this.#ours) && !kept.includes(name))
				.map((name) => this.#caches.delete(name))
		);
		await log.put(this.#logEntry, new Response(this.#own));
	}

	/** The file of this path: this version's, else that of a version before, else the network's. */
	async answer(path: string, request: Request): Promise<Response> {
		const cache = await this.#caches.open(this.#own);
		return (await cache.match(path)) ?? (await this.#known(path)) ?? this.#load(request);
	}

	get #own(): string {
		return this.#ours + this.#edition.version;
	}

	/** Remembers which version is in use: one that was kept but never used must not count as the one before. */
	get #log(): string {
		return `${this.#ours}in use`;
	}

	get #logEntry(): string {
		return `${this.#edition.base}/in-use`;
	}

	/** A file whose name tells its content, wherever we have it already. */
	async #known(path: string): Promise<Response | undefined> {
		return isImmutable(path) ? this.#caches.match(path) : undefined;
	}

	async #get(path: string): Promise<Response> {
		const response = await this.#load(path, {
			// A page of yesterday would name chunks of yesterday.
			cache: isImmutable(path) ? 'default' : 'reload',
			// What the open page is waiting for comes first.
			priority: 'low'
		});
		if (!response.ok) throw new Error(`${path}: ${response.status}`);
		// Browsers refuse to open a page from an answer that says it was redirected.
		return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
	}
}
