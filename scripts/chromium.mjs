/** Finds the browser for the end-to-end tests, and gets one where there is none. */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** @typedef {{ path: string, from: string }} Found */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** @param {string} file */
const isProgram = (file) => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

/**
 * @param {string} search the environment's PATH
 * @returns {Found | undefined}
 */
const systemChromium = (search) => {
	const onPath = NAMES.flatMap((name) => search.split(delimiter).map((folder) => join(folder, name)));
	const path = [...onPath, MAC].find(isProgram);
	return path ? { path, from: 'the system’s' } : undefined;
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
export const findChromium = (env = process.env) => {
	if (env.CHROMIUM_PATH) {
		if (isProgram(env.CHROMIUM_PATH)) return { path: env.CHROMIUM_PATH, from: 'CHROMIUM_PATH’s' };
		throw new Error(`CHROMIUM_PATH names no program: ${env.CHROMIUM_PATH}`);
	}
	return systemChromium(env.PATH ?? '') ?? playwrightsChromium();
};

const isRoot = () => process.getuid?.() === 0;
const isDebian = () => {
	try {
		return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
	} catch {
		return false;
	}
};

const installChromium = async () => {
	if (isRoot() && isDebian()) {
		console.log('No Chromium here: installing Debian’s …');
		const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
		if ((await run('apt-get', ['-qq', 'update'], quiet)) !== 0) return;
		// Without recommendations there is no font at all, and with them a printer's settings.
		await run(
			'apt-get',
			['-qq', '-y', 'install', '--no-install-recommends', 'chromium', 'fonts-liberation'],
			quiet
		);
		return;
	}
	console.log('No Chromium here: fetching Playwright’s own …');
	const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
	await run(process.execPath, [cli, 'install', 'chromium']);
};

/** @returns {Promise<Found>} throws if there is none and none could be installed */
export const requireChromium = async () => {
	const found = findChromium();
	if (found) return found;
	await installChromium();
	const installed = findChromium();
	if (installed) return installed;
	throw new Error('There is no Chromium, and none could be installed. Install one, or set CHROMIUM_PATH.');
};
