import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { npm } from './run.mjs';

export const BUILD = join(ROOT, 'build');

/** Whatever ends up in the build. */
const SOURCES = ['src', 'static', 'vite-plugins', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

/**
 * Time of the newest change (ms since 1970) in a file or folder, 0 if there is none. A folder's own time counts:
 * it is all that a deleted file leaves behind.
 * @param {string} path
 * @returns {number}
 */
const changedAt = (path) => {
	const stats = lstatSync(path, { throwIfNoEntry: false });
	if (!stats) return 0;
	if (!stats.isDirectory()) return stats.mtimeMs;
	return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
};

/**
 * Is there no build of these sources? Pages are written last, so the first page tells when a build was complete.
 * @param {string} [root]
 */
export const isBuildStale = (root = ROOT) => {
	const builtAt = changedAt(join(root, 'build/index.html'));
	return SOURCES.some((source) => changedAt(join(root, source)) > builtAt);
};

/** Builds the pages if there is no build or a source is newer. Ends the program if it cannot. */
export const buildIfStale = async () => {
	if (!isBuildStale()) return;
	console.log('Building the pages …');
	const code = await npm(['run', '--silent', 'build', '--', '--logLevel', 'warn']);
	if (code === 0) return;
	console.error('The pages could not be built: see above.');
	process.exit(1);
};
