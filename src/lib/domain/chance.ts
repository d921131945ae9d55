/** A number from 0 (inclusive) to 1 (exclusive) that depends on nothing but its arguments (FNV-1a, then a finaliser). */
export function chance(seed: number, ...names: readonly (string | number)[]): number {
	let hash = 0x811c9dc5 ^ seed;
	for (const char of names.join('\u0000')) {
		hash ^= char.codePointAt(0)!;
		hash = Math.imul(hash, 0x01000193);
	}
	hash ^= hash >>> 16;
	hash = Math.imul(hash, 0x85ebca6b);
	hash ^= hash >>> 13;
	return (hash >>> 0) / 0x1_0000_0000;
}

/** One of the list, by chance; the list is not empty. */
export const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)]!;
