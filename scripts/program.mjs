/** Finds a program of the system's. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {{ path: string, from: string }} Found */

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
 * The first of these names that the PATH has.
 * @param {readonly string[]} names
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export const findOnPath = (names, env) => {
	const folders = (env.PATH ?? '').split(delimiter);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
};

/**
 * The program that a variable names, else the first that the system has.
 * @param {object} wanted
 * @param {string} wanted.variable that a person may have set to name one
 * @param {readonly string[]} wanted.names looked for on the PATH, in this order
 * @param {string} wanted.mac where macOS keeps it, beside the PATH
 * @param {NodeJS.ProcessEnv} env
 * @returns {Found | undefined} throws if the variable names no program: whoever set it meant that one
 */
export const findProgram = ({ variable, names, mac }, env) => {
	const named = env[variable];
	if (named) {
		if (isProgram(named)) return { path: named, from: `${variable}’s` };
		throw new Error(`${variable} names no program: ${named}`);
	}
	const path = findOnPath(names, env) ?? [mac].find(isProgram);
	return path ? { path, from: 'the system’s' } : undefined;
};
