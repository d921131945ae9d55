/**
 * Which words a pattern cannot do without, so that a rule is tried only on sentences that hold one of them
 * (trying every rule on every sentence is ten times slower). Reads the rules' own notation, not any regular expression.
 */

/** The end of the group that opens at `open`: the index of its closing parenthesis. */
function closingOf(source: string, open: number): number {
	let depth = 0;
	for (let i = open; i < source.length; i++) {
		if (source[i] === '\\') i++;
		else if (source[i] === '(') depth++;
		else if (source[i] === ')' && --depth === 0) return i;
	}
	return source.length - 1;
}

function alternativesOf(source: string): string[] {
	const alternatives: string[] = [];
	let from = 0;
	for (let i = 0; i <= source.length; i++) {
		if (source[i] === '\\') i++;
		else if (source[i] === '(') i = closingOf(source, i);
		else if (i === source.length || source[i] === '|') {
			alternatives.push(source.slice(from, i));
			from = i + 1;
		}
	}
	return alternatives;
}

/** A plain word, perhaps with an optional last letter ("answers?"), that is not made optional or longer by what follows. */
const PLAIN_WORD = /^([\p{L}\p{N}@'/-]+?)(?:(\p{L})\?)?(?=[ ~]|$)/u;

/** The words with which one stretch can begin; null where that is open. */
function beginnings(source: string): string[] | null {
	const trimmed = source.replace(/^ /, '');
	const plain = PLAIN_WORD.exec(trimmed);
	if (plain) {
		const [, word = '', lastLetter] = plain;
		return lastLetter === undefined ? [word] : [word, word + lastLetter];
	}
	if (!trimmed.startsWith('(?:')) return null;
	const end = closingOf(trimmed, 0);
	if (/^[?*{]/.test(trimmed.slice(end + 1)) || !/^(?:[ ~]|$)/.test(trimmed.slice(end + 1))) return null;
	return union(alternativesOf(trimmed.slice(3, end)).map(beginnings));
}

function union(sets: readonly (string[] | null)[]): string[] | null {
	const words: string[] = [];
	for (const set of sets) {
		if (set === null) return null;
		words.push(...set);
	}
	return words;
}

/** The smallest set of words of which a match of one alternative must hold one; null where there is none. */
function needOf(alternative: string): string[] | null {
	let smallest: string[] | null = null;
	for (let i = 0; i < alternative.length; i++) {
		const starts = i === 0 || /[ ~]/.test(alternative.charAt(i - 1));
		if (starts) {
			const words = beginnings(alternative.slice(i));
			const optional = i > 0 && alternative[i - 1] === ' ' && alternative[i] === '?';
			if (words && !optional && (smallest === null || words.length < smallest.length)) smallest = words;
		}
		if (alternative[i] === '\\') i++;
		else if (alternative[i] === '(') i = closingOf(alternative, i);
	}
	return smallest;
}

/** The words of which a sentence must hold at least one for the pattern to match; null where any sentence may. */
export const triggersOf = (source: string): string[] | null => union(alternativesOf(source).map(needOf));
