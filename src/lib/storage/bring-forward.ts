import { fieldOf } from './set-aside.ts';

/** What attempts of the first format did not say: there was one pace then, and nobody had a name. */
const SINCE_FORMAT_2 = { format: 2, pace: 'real', trainee: null, assignment: null, origin: null } as const;

/**
 * An attempt, or its head, of any past format in the present one. What is not of a past format comes back as it was:
 * whoever reads it parses it, and says what is wrong.
 */
export const broughtForward = (row: unknown): unknown =>
	fieldOf(row, 'format') === 1 ? { ...(row as object), ...SINCE_FORMAT_2 } : row;

/** A draft of the first version: a note that was not saved was not kept then. */
export const draftBroughtForward = (row: unknown): unknown =>
	fieldOf(row, 'note') === undefined ? { ...(row as object), note: '' } : row;
