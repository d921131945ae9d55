import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { projectPlugins } from './vite-plugins/index.ts';

export default defineConfig({
	// The project's own stand first: what they compile, Kit sees as plain modules.
	plugins: [...projectPlugins(), sveltekit()],
	build: {
		// A font or picture inlined as data: would need a hole in the content security policy.
		assetsInlineLimit: 0,
		// Which plugin took how long is noise to whoever only wants to play.
		rolldownOptions: { checks: { pluginTimings: false } }
	},
	// A worker is built by itself, and what it imports is compiled the same way. One file: the service worker is told of no parts.
	worker: {
		format: 'es',
		plugins: () => projectPlugins(),
		rolldownOptions: { output: { codeSplitting: false } }
	},
	test: {
		expect: { requireAssertions: true },
		// Tests of commands start a process each, and a shared machine of two cores can be slow at that.
		testTimeout: 20_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
					exclude: ['**/*.svelte.test.ts']
				}
			},
			{
				extends: true,
				// Without the browser's entry Svelte resolves to its server half, where effects never run.
				resolve: { conditions: ['browser'] },
				test: {
					name: 'dom',
					environment: 'happy-dom',
					include: ['src/**/*.svelte.test.ts'],
					// Dexie's liveQuery stays silent for ever if there was no indexedDB when it was imported.
					setupFiles: ['fake-indexeddb/auto']
				}
			},
			{
				extends: true,
				test: {
					name: 'content',
					environment: 'node',
					include: ['tests/content/**/*.test.ts']
				}
			}
		]
	}
});
