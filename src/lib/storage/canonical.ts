/**
 * No record of ours is nested deeper than 8; what is deeper was not written by us, or runs in a circle.
 * Checked before anything walks a value without counting.
 */
export const DEEPEST = 32;

/** Keys that reach an object's prototype where a value is copied carelessly. No id of ours has such a name. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** What makes a value unfit to be stored or exchanged, whatever its schema says; null where nothing does. */
export function unfitness(value: unknown, path = '', depth = 0): string | null {
	const here = path === '' ? 'the record' : path;
	if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') {
		return `${here}: JSON can not hold a ${typeof value}`;
	}
	if (typeof value !== 'object' || value === null) return null;
	if (depth >= DEEPEST) return `${here}: nested deeper than ${DEEPEST}`;
	for (const key of Object.keys(value)) {
		if (PROTOTYPE_KEYS.has(key)) return `${here}: "${key}" can not be a name here`;
		const problem = unfitness(
			(value as Record<string, unknown>)[key],
			path === '' ? key : `${path}.${key}`,
			depth + 1
		);
		if (problem !== null) return problem;
	}
	return null;
}

/**
 * The one JSON text of a value: keys sorted by UTF-16 code unit, no spaces (RFC 8785, except that half a surrogate
 * pair is written as an escape instead of being refused). Expects JSON data that is fit; keys without value are left out.
 */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const record = value as Record<string, unknown>;
	const parts: string[] = [];
	for (const key of Object.keys(record).sort()) {
		if (record[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(record[key])}`);
	}
	return `{${parts.join(',')}}`;
}

/** Whether two values are the same data. What is unfit is the same as nothing. */
export const isSame = (a: unknown, b: unknown): boolean =>
	unfitness(a) === null && unfitness(b) === null && canonical(a) === canonical(b);

/**
 * A copy that is plain JSON data. A `$state` proxy can not be cloned by IndexedDB, and a key without value is not the
 * same there as no key: after this, both stores keep the same. Throws where a value runs in a circle.
 */
export const plainCopy = (value: unknown): unknown => {
	const text = JSON.stringify(value) as string | undefined;
	return text === undefined ? undefined : (JSON.parse(text) as unknown);
};
