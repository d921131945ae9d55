/** So many letters may be wrong before a name is no longer taken for a misspelling. */
const MOST_SLIPS = 2;

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** How many letters have to be put in, left out, replaced, or swapped with the next one. */
function slips(one: string, other: string): number {
	const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
	for (let i = 1; i <= one.length; i++) {
		rows[i] = [i];
		for (let j = 1; j <= other.length; j++) {
			const replaced = rows[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
			let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, replaced);
			if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
				least = Math.min(least, rows[i - 2]![j - 2]! + 1);
			rows[i]![j] = least;
		}
	}
	return rows[one.length]![other.length]!;
}

/** From so many letters on, a part of a name tells which one was meant. */
const TELLING_PART = 4;

/**
 * The name that was most likely meant: nearly the same, or the only one that holds what was written; undefined where
 * there is none. Case, hyphens and underscores do not count.
 */
export function nearName(written: string, names: readonly string[]): string | undefined {
	const wanted = plain(written);
	let nearest: string | undefined;
	let fewest = Math.min(MOST_SLIPS, Math.floor(wanted.length / 3));
	for (const name of names) {
		const count = slips(wanted, plain(name));
		if (count < fewest || (count === fewest && nearest === undefined)) [nearest, fewest] = [name, count];
	}
	if (nearest !== undefined || wanted.length < TELLING_PART) return nearest;
	const holding = names.filter((name) => plain(name).includes(wanted));
	return holding.length === 1 ? holding[0] : undefined;
}
