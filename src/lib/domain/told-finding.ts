import { holdsPhrase } from './words.ts';

/** How one recognises that a message tells a finding in words of its own: from each list, one phrase stands in it. */
export type Telling = readonly (readonly string[])[];

/** A stretch of a typed message, with the finding that it tells, if it does. */
export interface MessagePart {
	text: string;
	finding: string | null;
}

const sentencesOf = (text: string): string[] => text.trim().split(/(?<=[.!?])\s+|\s*\n\s*/u);

/** The sentences, from the first to the last, that tell the finding together; null where they don't. Questions tell nothing. */
function toldIn(sentences: readonly string[], telling: Telling): [from: number, to: number] | null {
	const statements = sentences.map((sentence) => (sentence.endsWith('?') ? '' : sentence));
	const places = telling.map((phrases) =>
		statements.findIndex((statement) => phrases.some((phrase) => holdsPhrase(statement, phrase)))
	);
	return places.length === 0 || places.includes(-1) ? null : [Math.min(...places), Math.max(...places)];
}

/**
 * A typed message, divided where it tells a finding that was not given before: what comes first, the finding, what
 * follows. In order and without empty parts; joined by spaces they are the message.
 */
export function messageParts(
	text: string,
	told: Readonly<Record<string, Telling>>,
	given: readonly string[]
): MessagePart[] {
	const sentences = sentencesOf(text);
	for (const [finding, telling] of Object.entries(told)) {
		const place = given.includes(finding) ? null : toldIn(sentences, telling);
		if (place === null) continue;
		const [from, to] = place;
		return [
			{ text: sentences.slice(0, from).join(' '), finding: null },
			{ text: sentences.slice(from, to + 1).join(' '), finding },
			{ text: sentences.slice(to + 1).join(' '), finding: null }
		].filter((part) => part.text !== '');
	}
	return [{ text, finding: null }];
}
