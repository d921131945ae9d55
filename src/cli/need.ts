import type { Found } from '#lib/app/headless.ts';
import { BadInput } from './command.ts';

/** The value; where there is none, all that is wrong ends the command. */
export function need<T>(found: Found<T>): T {
	if (!found.ok) throw new BadInput(found.problems.join('\n'));
	return found.value;
}
