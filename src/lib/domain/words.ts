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

/**
 * The share (0 to 1) of the script's words that stand in the message in the script's order
 * (longest common subsequence), so that a script sent inside a longer message, or lightly edited, is still itself.
 */
export function shareInOrder(script: string, message: string): number {
	const wanted = wordsOf(script);
	if (wanted.length === 0) return 0;
	let previous = new Uint16Array(wanted.length + 1);
	for (const word of wordsOf(message).slice(0, LONGEST_MESSAGE_WORDS)) {
		const row = new Uint16Array(wanted.length + 1);
		for (let i = 1; i <= wanted.length; i++) {
			row[i] = wanted[i - 1] === word ? previous[i - 1]! + 1 : Math.max(previous[i]!, row[i - 1]!);
		}
		previous = row;
	}
	return previous[wanted.length]! / wanted.length;
}
