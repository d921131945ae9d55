/**
 * Measures the recogniser: `npm run eval:recognise -- FILE`, where each line of FILE is
 * {"id", "context"?, "text", "labels": [acts]}. Prints precision, recall and F1 per act, confusions, the worst ten.
 */
import { existsSync, readFileSync } from 'node:fs';
import { loadRecogniser } from '#lib/recognition/load.ts';
import { measure, type Judged } from '#lib/recognition/measure.ts';
import { BadInput, EXIT_BAD_INPUT, messageLines } from './message-lines.ts';

const WORST = 10;
const percent = (share: number): string => share.toFixed(3).padStart(7);

function report(judged: readonly Judged[]): void {
	const { perAct, macroF1, confusions, worst } = measure(judged);
	console.log(`${'act'.padEnd(20)} precis.  recall      F1   heard  there`);
	for (const { act, precision, recall, f1, heard, there } of perAct) {
		const counts = `${String(heard).padStart(6)} ${String(there).padStart(6)}`;
		console.log(`${act.padEnd(20)}${percent(precision)} ${percent(recall)} ${percent(f1)}  ${counts}`);
	}
	console.log(`macro-F1 ${macroF1.toFixed(4)} over ${judged.length} messages`);
	console.log('\nConfusions (there but not heard -> heard but not there)');
	for (const { there, heard, count } of confusions) console.log(`${String(count).padStart(4)}  ${there} -> ${heard}`);
	console.log(`\nThe worst ${WORST}`);
	for (const { message, missed, invented } of worst.slice(0, WORST)) {
		const faults = [...missed.map((act) => `missed ${act}`), ...invented.map((act) => `invented ${act}`)];
		console.log(`${message.id}  ${faults.join(', ')}\n      ${message.context} | ${message.text}`);
	}
}

const [file] = process.argv.slice(2);
try {
	if (file === undefined) throw new BadInput('Usage: npm run eval:recognise -- FILE (lines with id, text, labels)');
	if (!existsSync(file)) throw new BadInput(`${file}: no such file`);
	const messages = messageLines(readFileSync(file, 'utf8'), file, true);
	const recogniser = await loadRecogniser();
	console.log(`recogniser ${recogniser.version}`);
	report(
		messages.map((message) => ({
			message,
			there: message.labels ?? [],
			heard: recogniser.recognise(message.text, message.context)
		}))
	);
} catch (fault) {
	if (!(fault instanceof BadInput)) throw fault;
	console.error(fault.message);
	process.exitCode = EXIT_BAD_INPUT;
}
