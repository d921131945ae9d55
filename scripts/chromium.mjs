/** Finds the browser for the end-to-end tests, and gets one where there is none. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { aptInstall, isDebian, isRoot } from './apt.mjs';
import { findOnPath, findProgram } from './program.mjs';
import { run } from './run.mjs';

/** @typedef {import('./program.mjs').Found} Found */

/** Chromium without a window of its own: the same engine, and a page opens in half the time. */
const SHELL = 'chromium-headless-shell';
const WHOLE = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FONTS = 'fonts-liberation';

const WANTED = {
	variable: 'CHROMIUM_PATH',
	names: [SHELL, ...WHOLE],
	mac: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
};

/** @returns {Found | undefined} */
const playwrightsChromium = () => {
	const { chromium } = createRequire(import.meta.url)('@playwright/test');
	const path = chromium.executablePath();
	return existsSync(path) ? { path, from: 'Playwright’s own' } : undefined;
};

/**
 * CHROMIUM_PATH if it is set, else the system's, else Playwright's own; undefined if there is none.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Found | undefined} throws if CHROMIUM_PATH names no program: whoever set it meant that one
 */
export const findChromium = (env = process.env) => findProgram(WANTED, env) ?? playwrightsChromium();

/**
 * A browser with all its parts, for what the shell does not do as people's browsers do: CHROMIUM_PATH unless that is a
 * shell, else the system's; where there is none, what `findChromium` finds.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Found | undefined}
 */
export const findWholeChromium = (env = process.env) => {
	const isShell = env[WANTED.variable]?.endsWith(SHELL);
	const asked = isShell ? { ...env, [WANTED.variable]: undefined } : env;
	return findProgram({ ...WANTED, names: WHOLE }, asked) ?? findChromium(env);
};

/** Debian's, without asking anybody. A Debian that has no shell, or cannot be reached, leaves what is there. */
const installDebians = async () => {
	if (findOnPath([SHELL], process.env) && findOnPath(WHOLE, process.env)) return;
	console.log(`No Chromium and ${SHELL} here: installing Debian’s …`);
	if ((await aptInstall(['chromium', SHELL, FONTS])) || findOnPath(WHOLE, process.env)) return;
	console.log('There is no shell to be had: installing Debian’s Chromium alone …');
	await aptInstall(['chromium', FONTS]);
};

const installPlaywrights = async () => {
	console.log('No Chromium here: fetching Playwright’s own …');
	const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
	await run(process.execPath, [cli, 'install', 'chromium']);
};

/** @returns {Promise<Found>} throws if there is none and none could be installed */
export const requireChromium = async () => {
	if (isRoot() && isDebian() && !process.env[WANTED.variable]) await installDebians();
	else if (!findChromium()) await installPlaywrights();
	const found = findChromium();
	if (found) return found;
	throw new Error('There is no Chromium, and none could be installed. Install one, or set CHROMIUM_PATH.');
};
