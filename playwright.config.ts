import { defineConfig } from '@playwright/test';
import { findChromium, findWholeChromium } from './scripts/chromium.mjs';

/** A port of this run's own, so that two runs on one machine do not meet. Workers inherit it. */
const FIRST_PORT = 20_000;
const PORTS = 20_000;
process.env.E2E_PORT ??= String(FIRST_PORT + (process.pid % PORTS));
const url = `http://localhost:${process.env.E2E_PORT}/`;

/** Chromium at this path, or Playwright's own. */
const chromiumAt = (path: string | undefined) => ({
	browserName: 'chromium' as const,
	launchOptions: {
		...(path !== undefined && { executablePath: path }),
		args: [
			// Chromium's sandbox refuses to run as root; nobody else should go without.
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run',
			'--disable-quic'
		]
	}
});

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	forbidOnly: Boolean(process.env.CI),
	// A test that needs a second try is a bug in the test or in the page.
	retries: 0,
	workers: 2,
	fullyParallel: true,
	reporter: 'list',
	// A journey of some minutes of a person's time; two cores that are busy need longer than a desk does.
	timeout: 90_000,
	expect: { timeout: 15_000 },
	use: {
		baseURL: url,
		locale: 'en-US',
		timezoneId: 'UTC',
		// A journey plays what the server has now, not what an earlier page kept; offline.spec.ts lets them in.
		serviceWorkers: 'block',
		screenshot: 'only-on-failure'
	},
	projects: [
		// The journey starts its own browsers; the name of the project says which.
		{ name: 'firefox', testMatch: 'journey.spec.ts' },
		{ name: 'chromium', testIgnore: 'offline.spec.ts', use: chromiumAt(findChromium()?.path) },
		// In the shell a newer version that was asked for sometimes stays waiting behind the old service worker.
		{ name: 'whole-chromium', testMatch: 'offline.spec.ts', use: chromiumAt(findWholeChromium()?.path) }
	],
	webServer: {
		command: 'node scripts/serve.mjs',
		url,
		// Playwright asks its server for colours even where NO_COLOR forbids them, and Node.js warns of the quarrel.
		env: { PORT: process.env.E2E_PORT, NODE_NO_WARNINGS: '1' },
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 }
	}
});
