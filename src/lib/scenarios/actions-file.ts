import * as v from 'valibot';
import { problemsOf, type Problem } from './problem.ts';
import type { LibrarianAction } from './scenario.ts';
import { librarianAction } from './scenario-schema.ts';

const actionsFile = v.pipe(
	v.array(librarianAction, 'expected a list of the librarian’s actions'),
	v.minLength(1, 'expected at least one action')
);

/** Reads what a simulated librarian does; all problems at once where it is not a list of actions. */
export function readActions(file: string, content: unknown): LibrarianAction[] | { problems: Problem[] } {
	const parsed = v.safeParse(actionsFile, content);
	return parsed.success
		? (parsed.output as LibrarianAction[])
		: { problems: problemsOf(file, parsed.issues) };
}
