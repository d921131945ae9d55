/**
 * `npm test`: installs what is missing, runs every part, closes with one line of counts.
 * `npm test -- unit e2e` runs only these. Exit code 1 on any failure, 2 on a part that does not exist.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isBuildStale } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { requireNode } from './node-version.mjs';
import { PARTS, reportOf, REPORTS } from './parts.mjs';
import { ROOT } from './root.mjs';
import { endOnInterrupt, npm } from './run.mjs';
import { ofCheck, ofRunner, sentence, SKIPPED, sum } from './tally.mjs';

/** @typedef {import('./parts.mjs').Part} Part */
/** @typedef {import('./tally.mjs').Tally} Tally */

const MS_PER_S = 1000;
const NAME_WIDTH = Math.max(...PARTS.map(({ name }) => name.length)) + 2;

/** @returns {Part[]} */
const chosenParts = () => {
	const names = process.argv.slice(2);
	const unknown = names.find((name) => !PARTS.some((part) => part.name === name));
	if (unknown) {
		console.error(`There is no part “${unknown}”. The parts: ${PARTS.map(({ name }) => name).join(', ')}`);
		process.exit(2);
	}
	if (names.length === 0) return [...PARTS];
	// Played on yesterday's build, a journey proves nothing about today's code.
	const chosen = PARTS.filter(({ name }) => names.includes(name));
	const needsBuild = chosen.some((part) => 'browser' in part) && isBuildStale();
	return PARTS.filter((part) => chosen.includes(part) || (part.name === 'build' && needsBuild));
};

/**
 * On CI nobody sees colours. FORCE_COLOR goes, since it would win.
 * @returns {NodeJS.ProcessEnv}
 */
const plainOutput = () => (process.env.CI ? { NO_COLOR: '1', FORCE_COLOR: undefined } : {});

/** @returns {Promise<import('./program.mjs').Found | undefined>} undefined where the browser may be missing, and is */
const getBrowser = async (/** @type {'chromium' | 'firefox'} */ browser) =>
	browser === 'chromium'
		? (await import('./chromium.mjs')).requireChromium()
		: (await import('./firefox.mjs')).getFirefox();

/**
 * What a part's script is told; null where its browser is missing and is not ours to install.
 * @returns {Promise<NodeJS.ProcessEnv | null>}
 */
const environmentOf = async (/** @type {Part} */ { name, browser }) => {
	const env = { npm_config_loglevel: 'error', ...plainOutput() };
	if (!browser) return env;
	const found = await getBrowser(browser);
	if (!found) return null;
	console.log(`The browser is ${found.from}: ${found.path}`);
	const variable = `${browser.toUpperCase()}_PATH`;
	return { ...env, [variable]: found.path, PLAYWRIGHT_JSON_OUTPUT_FILE: join(ROOT, reportOf(name)) };
};

/** @returns {Tally | undefined} */
const countOf = (/** @type {Part} */ { name, count }) => {
	try {
		return count?.(JSON.parse(readFileSync(join(ROOT, reportOf(name)), 'utf8')));
	} catch {
		return undefined;
	}
};

/** @returns {Promise<Tally>} */
const play = async (/** @type {Part} */ part) => {
	try {
		const env = await environmentOf(part);
		if (!env) {
			console.log(
				'Skipped: there is no Firefox here. Install one, or set FIREFOX_PATH, to play this part too.'
			);
			return SKIPPED;
		}
		const code = await npm(['run', '--silent', part.script, '--', ...(part.args ?? [])], env);
		return part.count ? ofRunner(countOf(part), code) : ofCheck(code);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return ofCheck(1);
	}
};

requireNode();
endOnInterrupt();
await installDependencies();
rmSync(join(ROOT, REPORTS), { recursive: true, force: true });
mkdirSync(join(ROOT, REPORTS), { recursive: true });

/** @type {{ name: string, tally: Tally, seconds: number }[]} */
const played = [];
for (const part of chosenParts()) {
	console.log(`\n── ${part.says}`);
	const startedAt = performance.now();
	const hasNoBuild = part.browser && played.some(({ name, tally }) => name === 'build' && tally.failed);
	if (hasNoBuild) console.error('Not played: there is no build to play it on.');
	const tally = hasNoBuild ? ofCheck(1) : await play(part);
	played.push({ name: part.name, tally, seconds: (performance.now() - startedAt) / MS_PER_S });
}

const total = sum(played.map(({ tally }) => tally));
console.log('');
for (const { name, tally, seconds } of played)
	console.log(`  ${name.padEnd(NAME_WIDTH)}${seconds.toFixed(1).padStart(6)} s  ${sentence(tally)}`);
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed ? 1 : 0;
