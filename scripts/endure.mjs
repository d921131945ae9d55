/**
 * `npm run endure`: kills pages and browsers in the middle of a chat over and over, a thousand times or as often as is said
 * (`npm run endure -- 5000`), and looks each time whether a message that was shown as sent is missing.
 */
import { buildIfStale } from './build.mjs';
import { requireChromium } from './chromium.mjs';
import { installDependencies } from './dependencies.mjs';
import { requireNode } from './node-version.mjs';
import { endOnInterrupt, npm } from './run.mjs';

/** What a night's confidence takes; `npm test` kills thirty times, which takes a minute on two cores. */
const KILLS = 1_000;

const kills = Number(process.argv[2] ?? KILLS);
if (!Number.isInteger(kills) || kills < 1) {
	console.error(`How often to kill must be a whole number from 1, not “${process.argv[2]}”.`);
	process.exit(2);
}
requireNode();
endOnInterrupt();
await installDependencies();
await buildIfStale();
const { path } = await requireChromium();
process.exitCode = await npm(['run', '--silent', 'test:e2e', '--', 'tests/e2e/killed.spec.ts'], {
	CHROMIUM_PATH: path,
	KILLS: String(kills)
});
