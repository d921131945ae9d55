/**
 * Hears messages: `npm run --silent recognise < messages.jsonl`.
 * In: {"id", "context"?, "text"} a line. Out: {"id", "acts": [{"act", "start", "end", "confidence"}]} a line, in order.
 * Input that cannot be read: what is wrong on standard error, exit code 2, nothing on standard output.
 */
import { readFileSync } from 'node:fs';
import { loadRecogniser } from '#lib/recognition/load.ts';
import { BadInput, EXIT_BAD_INPUT, messageLines } from './message-lines.ts';

const STANDARD_INPUT = 0;

try {
	const messages = messageLines(readFileSync(STANDARD_INPUT, 'utf8'), 'standard input', false);
	const recogniser = await loadRecogniser();
	const out = messages.map(({ id, text, context }) => {
		const acts = recogniser.recognise(text, context);
		return JSON.stringify({
			id,
			acts: acts.map(({ act, start, end, confidence }) => ({ act, start, end, confidence }))
		});
	});
	process.stdout.write(out.map((line) => `${line}\n`).join(''));
} catch (fault) {
	if (!(fault instanceof BadInput)) throw fault;
	console.error(fault.message);
	process.exitCode = EXIT_BAD_INPUT;
}
