import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { npm } from './run.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean, peer?: boolean }>} Locked */

/**
 * @param {string} file
 * @returns {Locked | undefined}
 */
const packagesIn = (file) => {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
};

/**
 * Is what is installed something else than what is locked? An optional package may be missing: it belongs to
 * another kind of machine.
 * @param {Locked} locked
 * @param {Locked} installed
 */
export const isStale = (locked, installed) =>
	Object.entries(locked).some(([path, { version, optional }]) => {
		if (path === '') return false;
		const found = installed[path];
		return found ? found.version !== version : !optional;
	});

const mustInstall = () => {
	const installed = packagesIn(join(ROOT, 'node_modules/.package-lock.json'));
	const locked = packagesIn(join(ROOT, 'package-lock.json'));
	return !installed || !locked || isStale(locked, installed);
};

/** Installs what package-lock.json says, if that is not what is there. Ends the program if it cannot. */
export const installDependencies = async () => {
	if (!mustInstall()) return;
	console.log(
		existsSync(join(ROOT, 'node_modules'))
			? 'The installed packages are not the locked ones: installing them anew …'
			: 'Installing the packages (once; a minute or so) …'
	);
	const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
	if (code === 0) return;
	console.error('The packages could not be installed: see what npm says above. Is there a network?');
	process.exit(1);
};
