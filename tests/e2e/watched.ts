import { test as base, expect } from '@playwright/test';

/**
 * Every journey is watched: an error in the console, a broken promise, a breach of the content security policy, or
 * a request that leaves this machine fails it, whatever else it proves. A journey that brings about an error of its own
 * takes it off the list.
 */
export const test = base.extend<{ watched: string[] }>({
	watched: [
		async ({ context, baseURL }, use) => {
			const seen: string[] = [];
			context.on('weberror', (error) => seen.push(`uncaught: ${error.error().message}`));
			context.on('console', (message) => {
				if (message.type() === 'error') seen.push(`console: ${message.text()}`);
			});
			context.on('request', (request) => {
				const url = request.url();
				const isHere = url.startsWith(baseURL ?? '') || /^(data|blob):/.test(url);
				if (!isHere) seen.push(`request to elsewhere: ${url}`);
			});
			await use(seen);
			expect(seen).toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };
