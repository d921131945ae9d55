import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Exit code of a program that was ended by Ctrl-C: 128 and the signal's number, as shells count. */
const INTERRUPTED = 130;

/** @param {NodeJS.Signals} signal */
const passOn = (signal) => {
	for (const child of running) child.kill(signal);
	process.exit(INTERRUPTED);
};

/**
 * Ctrl-C ends this program and what it started, quietly.
 * @returns {() => void} gives Ctrl-C back
 */
export const endOnInterrupt = () => {
	process.once('SIGINT', passOn);
	process.once('SIGTERM', passOn);
	return () => {
		process.removeListener('SIGINT', passOn);
		process.removeListener('SIGTERM', passOn);
	};
};

/**
 * Runs a program with this terminal as its own, so that whatever it says is seen as it says it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this program's
 * @returns {Promise<number>} its exit code; 1 if it could not be started or was killed
 */
export const run = (command, args, env = {}) =>
	new Promise((done) => {
		const child = spawn(command, args, {
			cwd: ROOT,
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env }
		});
		running.add(child);
		child.once('error', (error) => {
			running.delete(child);
			console.error(`${command} could not be started: ${error.message}`);
			done(1);
		});
		child.once('close', (code) => {
			running.delete(child);
			done(code ?? 1);
		});
	});

/**
 * Runs npm; the one that started us if there is one, since Windows cannot start the other without a shell.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export const npm = (args, env) => {
	const self = process.env.npm_execpath;
	return self?.endsWith('.js') ? run(process.execPath, [self, ...args], env) : run('npm', args, env);
};
