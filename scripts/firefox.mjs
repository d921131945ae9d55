/** Finds Firefox for the journey that is played in both browsers, and installs it where nobody need be asked. */
import { aptInstall, isDebian, isRoot } from './apt.mjs';
import { findProgram } from './program.mjs';

/** @typedef {import('./program.mjs').Found} Found */

const WANTED = {
	variable: 'FIREFOX_PATH',
	names: ['firefox-esr', 'firefox'],
	mac: '/Applications/Firefox.app/Contents/MacOS/firefox'
};

/** FIREFOX_PATH if it is set, else the system's; undefined if there is none. */
export const findFirefox = (env = process.env) => findProgram(WANTED, env);

/** On CI a missing browser is put there; on one's own machine only by somebody who is root on Debian. */
const mayInstall = () => Boolean(process.env.CI) || (isRoot() && isDebian());

/** @returns {Promise<Found | undefined>} undefined: there is none, and it is not ours to install one */
export const getFirefox = async () => {
	const found = findFirefox();
	if (found || !mayInstall()) return found;
	console.log('No Firefox here: installing Debian’s firefox-esr …');
	await aptInstall(['firefox-esr']);
	const installed = findFirefox();
	if (installed) return installed;
	throw new Error('There is no Firefox, and none could be installed. Install one, or set FIREFOX_PATH.');
};
