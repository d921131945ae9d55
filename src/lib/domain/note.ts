import type { Facts } from './facts.ts';
import { countBetweenSpaces, holdsPhrase } from './words.ts';

/** A note that explains, where the scenario names no words for it, has at least this many words. */
const NOTE_WORDS_ENOUGH = 5;

export interface NoteRead {
	/** Says what the local library should know. */
	fyi: boolean;
	/** Says why the question is still open. */
	need: boolean;
}

const holdsOneOf = (text: string, words: readonly string[]): boolean =>
	words.length > 0
		? words.some((word) => holdsPhrase(text, word))
		: countBetweenSpaces(text) >= NOTE_WORDS_ENOUGH;

/** What the notes of a session, taken together, explain. */
export function readNotes(notes: readonly string[], facts: Pick<Facts, 'fyi' | 'noteWords'>): NoteRead {
	const text = notes.join('\n');
	return {
		fyi: facts.fyi !== null && holdsOneOf(text, facts.fyi.words),
		need: holdsOneOf(text, facts.noteWords)
	};
}
