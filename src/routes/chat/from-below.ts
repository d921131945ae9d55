/* eslint-disable no-restricted-imports -- two values that app does not hand to pages; the report to its owner names them. */
import { LIBRARIES } from '#lib/scenarios/bank.ts';

export { STORAGE_FAILURES } from '#lib/storage/failure.ts';

/** Names of the libraries of the cooperative, by id: whose a shared script is. */
export const LIBRARY_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
	LIBRARIES.map(({ id, name }) => [id, name])
);
