/* eslint-disable no-restricted-imports -- a value that app does not hand to pages yet. */
import { LIBRARIES } from '#lib/scenarios/bank.ts';

/** Names of the libraries of the cooperative, by id: whose a shared script is. */
export const LIBRARY_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
	LIBRARIES.map(({ id, name }) => [id, name])
);
