import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { yamlFaults } from '#lib/app/headless.ts';

/** Input that can't be used: what, where, what was expected. Ends the command with exit code 2. */
export class BadInput extends Error {}

/** Runs a headless command: its result on standard output, what is wrong with the input on standard error. */
export async function command(run: () => Promise<number>): Promise<void> {
	try {
		process.exitCode = await run();
	} catch (error) {
		if (!(error instanceof BadInput)) throw error;
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 2;
	}
}

export interface Options {
	/** `--name value`. */
	named: Readonly<Record<string, string>>;
	/** What stands by itself. */
	plain: readonly string[];
}

/** The words after the command; an unknown or valueless option is bad input. */
export function readOptions(known: readonly string[], usage: string): Options {
	const named: Record<string, string> = {};
	const plain: string[] = [];
	const words = process.argv.slice(2);
	for (let word = words.shift(); word !== undefined; word = words.shift()) {
		if (!word.startsWith('--')) {
			plain.push(word);
			continue;
		}
		const name = word.slice(2);
		const value = words.shift();
		if (!known.includes(name)) throw new BadInput(`“${word}” is no option of this command.\n${usage}`);
		if (value === undefined) throw new BadInput(`“${word}” stands without a value.\n${usage}`);
		named[name] = value;
	}
	return { named, plain };
}

/** A file of JSON or YAML (which holds JSON); `-` is standard input. */
export function readContent(file: string): unknown {
	let text: string;
	try {
		text = readFileSync(file === '-' ? 0 : file, 'utf8');
	} catch {
		throw new BadInput(`${file}: can’t be read; expected a file of JSON or YAML`);
	}
	const document = parseDocument(text, { prettyErrors: true });
	if (document.errors.length > 0) throw new BadInput(yamlFaults(file, document.errors).join('\n'));
	return document.toJS({ maxAliasCount: 100 }) as unknown;
}

export const print = (value: unknown): void =>
	void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
