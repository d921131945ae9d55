/** Messages as they come in from a file or a pipe, one JSON object a line. */
import { ACTS, type Act } from '#lib/domain/act.ts';
import { BadInput } from './command.ts';

export interface MessageLine {
	id: string | number;
	context: string;
	text: string;
	/** What a careful reader heard; empty where the line has no labels and none were wanted. */
	labels: Act[];
}

const isAct = (value: unknown): value is Act => ACTS.some((act) => act === value);

/** Reads all lines, or names every fault (line, field, expectation); `source` is how the input is called there. */
export function messageLines(input: string, source: string, wantsLabels: boolean): MessageLine[] {
	const faults: string[] = [];
	const lines: MessageLine[] = [];
	input.split('\n').forEach((line, index) => {
		if (line.trim() === '') return;
		const fault = (field: string, expectation: string) =>
			faults.push(`${source}: line ${index + 1}: ${field}: expected ${expectation}`);
		let entry: unknown;
		try {
			entry = JSON.parse(line);
		} catch {
			entry = undefined;
		}
		if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
			fault('the line', 'one JSON object');
			return;
		}
		const { id, context = '', text, labels } = entry as Record<string, unknown>;
		const isId = typeof id === 'string' || typeof id === 'number';
		const isLabelled = Array.isArray(labels) && labels.every(isAct);
		if (!isId) fault('id', 'a string or a number');
		if (typeof context !== 'string')
			fault('context', 'a string (the patron’s message before), or no context');
		if (typeof text !== 'string') fault('text', 'a string (the librarian’s message)');
		if (wantsLabels && !isLabelled) fault('labels', `a list of acts, empty for none (${ACTS.join(', ')})`);
		if (!isId || typeof context !== 'string' || typeof text !== 'string') return;
		lines.push({ id, context, text, labels: isLabelled ? labels : [] });
	});
	if (faults.length > 0) throw new BadInput(faults.join('\n'));
	return lines;
}
