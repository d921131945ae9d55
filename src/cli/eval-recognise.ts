/**
 * Measures the recogniser: `npm run eval:recognise -- FILE`, where each line of FILE is
 * {"id", "context"?, "text", "labels": [acts]}. Prints precision, recall and F1 per act, confusions, the worst ten.
 */
import { existsSync, readFileSync } from 'node:fs';
import { loadRecogniser, measure, type Figures } from '#lib/app/hearing-desk.ts';
import { BadInput, command, readOptions } from './command.ts';
import { messageLines } from './message-lines.ts';

const USAGE =
	'Usage: npm run eval:recognise -- FILE (lines with id, text, labels, and context where there is one)';
const WORST = 10;
const ACT_WIDTH = 20;

const column = (value: number, digits: number): string => value.toFixed(digits).padStart(8);

/** The figures as a page of plain text. */
function page({ perAct, macroF1, confusions, worst }: Figures): string {
	const table = perAct.map(
		({ act, precision, recall, f1, heard, there }) =>
			act.padEnd(ACT_WIDTH) +
			[precision, recall, f1].map((share) => column(share, 3)).join('') +
			[heard, there].map((count) => column(count, 0)).join('')
	);
	const mixed = confusions.map(
		({ there, heard, count }) => `${String(count).padStart(4)}  ${there}, heard as ${heard}`
	);
	const faults = worst
		.slice(0, WORST)
		.map(({ message, missed, invented }) =>
			[
				`${message.id}: ${[...missed.map((act) => `missed ${act}`), ...invented.map((act) => `invented ${act}`)].join(', ')}`,
				`    ${message.context} | ${message.text}`
			].join('\n')
		);
	return [
		`${'act'.padEnd(ACT_WIDTH)}  precis.  recall      F1   heard   there`,
		...table,
		`macro-F1 ${macroF1.toFixed(4)}`,
		'',
		'Confusions: an act missed in a message in which another was invented',
		...mixed,
		'',
		`The worst ${WORST} messages`,
		...faults
	].join('\n');
}

await command(async () => {
	const [file, ...more] = readOptions([], USAGE).plain;
	if (file === undefined || more.length > 0) throw new BadInput(USAGE);
	if (!existsSync(file)) throw new BadInput(`${file}: can’t be read; expected a file of labelled messages`);
	const messages = messageLines(readFileSync(file, 'utf8'), file, true);
	const recogniser = await loadRecogniser();
	const figures = measure(
		messages.map((message) => ({
			message: { ...message, id: String(message.id) },
			there: message.labels,
			heard: recogniser.recognise(message.text, message.context)
		}))
	);
	process.stdout.write(`${recogniser.version}, ${messages.length} messages\n${page(figures)}\n`);
	return 0;
});
