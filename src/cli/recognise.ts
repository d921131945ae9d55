/**
 * Hears messages: `npm run --silent recognise < messages.jsonl`.
 * In: {"id", "context"?, "text"} a line. Out: {"id", "acts": [{"act", "start", "end", "confidence"}]} a line, in order.
 */
import { readFileSync } from 'node:fs';
import { loadRecogniser } from '#lib/app/hearing-desk.ts';
import { command } from './command.ts';
import { messageLines } from './message-lines.ts';

const STANDARD_INPUT = 0;

await command(async () => {
	const messages = messageLines(readFileSync(STANDARD_INPUT, 'utf8'), 'standard input', false);
	const recogniser = await loadRecogniser();
	const lines = messages.map(({ id, text, context }) => {
		const heard = recogniser.recognise(text, context);
		const acts = heard.map(({ act, start, end, confidence }) => ({ act, start, end, confidence }));
		return `${JSON.stringify({ id, acts })}\n`;
	});
	process.stdout.write(lines.join(''));
	return 0;
});
