import * as v from 'valibot';
import { STEPS } from '#lib/domain/step.ts';
import type { Tip, TipBlock } from '#lib/domain/tip.ts';
import { fields, oneOf, text } from './field.ts';
import { problemsOf, type Problem } from './problem.ts';

/** A file of a tip: what stands above its text, and its text. */
export interface TipFile {
	path: string;
	/** Its name without the number in front and the ending. */
	id: string;
	head: unknown;
	body: readonly TipBlock[];
}

const head = (scenarios: readonly string[]) =>
	fields({
		title: text,
		step: oneOf(STEPS),
		scenario: oneOf(scenarios, 'expected the id of a scenario of the bank'),
		source: text
	});

/** Reads all tips in the order of their files; all problems at once. */
export function readTips(
	files: readonly TipFile[],
	scenarios: readonly string[]
): { tips: Tip[]; problems: Problem[] } {
	const schema = head(scenarios);
	const problems: Problem[] = [];
	const tips: Tip[] = [];
	for (const { path, id, head: content, body } of files) {
		const parsed = v.safeParse(schema, content);
		if (!parsed.success) problems.push(...problemsOf(path, parsed.issues));
		else if (body.length === 0)
			problems.push({ file: path, path: '', message: 'has no text below its head' });
		else if (tips.some((tip) => tip.id === id))
			problems.push({ file: path, path: '', message: `“${id}” is taken by another tip` });
		else tips.push({ id, ...parsed.output, body });
	}
	return { tips, problems };
}
