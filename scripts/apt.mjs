/** Installs packages of Debian's where that can be done without asking anybody. */
import { readFileSync } from 'node:fs';
import { run } from './run.mjs';

const QUIET = { DEBIAN_FRONTEND: 'noninteractive' };

export const isRoot = () => process.getuid?.() === 0;

/** Whether this is Debian itself: its relatives have other packages under the same names. */
export const isDebian = () => {
	try {
		return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
	} catch {
		return false;
	}
};

/**
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether they are installed now
 */
export const aptInstall = async (packages) => {
	// Whoever is not root may still be allowed to be, if no password is asked for.
	const apt = isRoot() ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
	const [command, ...args] = /** @type {[string, ...string[]]} */ (apt);
	if ((await run(command, [...args, '-qq', 'update'], QUIET)) !== 0) return false;
	// Without recommendations there is no font at all, and with them a printer's settings.
	const install = [...args, '-qq', '-y', 'install', '--no-install-recommends', ...packages];
	return (await run(command, install, QUIET)) === 0;
};
