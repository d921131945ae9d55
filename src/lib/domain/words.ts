/** The words of a text: lower case, letters and digits of any script, apostrophes inside kept as one form. */
export function wordsOf(text: string): string[] {
	return (
		text
			.toLowerCase()
			.replace(/[’‘]/g, "'")
			.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []
	);
}

/** How many words there are between spaces. */
export const countBetweenSpaces = (text: string): number =>
	text.split(/\s+/).filter((word) => word !== '').length;

/** Whether the text holds the phrase as whole words, in any case. */
export function holdsPhrase(text: string, phrase: string): boolean {
	const wanted = phrase.trim().toLowerCase();
	if (wanted === '') return false;
	const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
	return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text.toLowerCase());
}

/** More words than a script ever has add nothing but time; a pasted book is read up to here. */
const LONGEST_MESSAGE_WORDS = 400;

/** `wordsOf` for texts that come again and again, such as scripts; forgotten when there are more than a desk has. */
const known = new Map<string, string[]>();
const MOST_KNOWN = 200;
function knownWordsOf(text: string): string[] {
	let words = known.get(text);
	if (words === undefined) {
		if (known.size >= MOST_KNOWN) known.clear();
		known.set(text, (words = wordsOf(text)));
	}
	return words;
}

/**
 * The share (0 to 1) of the script's words that stand in the message in the script's order
 * (longest common subsequence), so that a script sent inside a longer message, or lightly edited, is still itself.
 */
export function shareInOrder(script: string, message: string): number {
	return shareOf(knownWordsOf(script), wordsOf(message));
}

/** The same where at least `enough` of it is asked for: 0 where the message has too few words of the script for that. */
export function shareIfEnough(script: string, messageWords: readonly string[], enough: number): number {
	const wanted = knownWordsOf(script);
	if (messageWords.length < wanted.length * enough) return 0;
	return shareOf(wanted, messageWords);
}

function shareOf(wanted: readonly string[], words: readonly string[]): number {
	if (wanted.length === 0) return 0;
	let previous = new Uint16Array(wanted.length + 1);
	let row = new Uint16Array(wanted.length + 1);
	for (const word of words.slice(0, LONGEST_MESSAGE_WORDS)) {
		for (let i = 1; i <= wanted.length; i++) {
			row[i] = wanted[i - 1] === word ? previous[i - 1]! + 1 : Math.max(previous[i]!, row[i - 1]!);
		}
		[previous, row] = [row, previous];
	}
	return previous[wanted.length]! / wanted.length;
}
