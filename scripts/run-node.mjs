import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs a script of the project in a process of its own.
 * @param {readonly string[]} args
 * @param {'inherit' | 'pipe'} output where its standard output goes
 */
export const runNode = (args, output) => {
	const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', output, 'inherit'] });
	/** @type {Promise<number>} its exit code */
	const done = new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
	return { child, done };
};
