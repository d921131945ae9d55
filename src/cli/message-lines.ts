/** Messages as they come in from a file or a pipe, one JSON object a line, and what is wrong with them. */
import { ACTS, type Act } from '#lib/domain/act.ts';

export interface MessageLine {
	id: string;
	context: string;
	text: string;
	/** What a reader heard; undefined where the line has no `labels`. */
	labels: Act[] | undefined;
}

/** Names where the fault is (file and line, field) and what was expected there. */
export class BadInput extends Error {}

const isAct = (value: unknown): value is Act => ACTS.some((act) => act === value);

/** Exit code for input that cannot be read. */
export const EXIT_BAD_INPUT = 2;

/** Reads all lines or throws a BadInput that names every fault; `source` is how the input is called in it. */
export function messageLines(input: string, source: string, wantsLabels: boolean): MessageLine[] {
	const faults: string[] = [];
	const lines: MessageLine[] = [];
	input.split('\n').forEach((line, index) => {
		if (line.trim() === '') return;
		const fault = (field: string, expectation: string) =>
			faults.push(`${source}, line ${index + 1}, ${field}: expected ${expectation}`);
		let entry: unknown;
		try {
			entry = JSON.parse(line);
		} catch {
			fault('the whole line', 'one JSON object');
			return;
		}
		if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
			fault('the whole line', 'one JSON object');
			return;
		}
		const { id, context = '', text, labels } = entry as Record<string, unknown>;
		if (typeof id !== 'string' && typeof id !== 'number') fault('id', 'a string or a number');
		if (typeof context !== 'string') fault('context', 'a string (the patron’s message before), or nothing');
		if (typeof text !== 'string') fault('text', 'a string (the librarian’s message)');
		const isList = Array.isArray(labels) && labels.every(isAct);
		if (wantsLabels && !isList) fault('labels', `a list of acts (${ACTS.join(', ')}), empty for none`);
		if (typeof context !== 'string' || typeof text !== 'string') return;
		lines.push({ id: String(id), context, text, labels: isList ? labels : undefined });
	});
	if (faults.length > 0) throw new BadInput(faults.join('\n'));
	return lines;
}
