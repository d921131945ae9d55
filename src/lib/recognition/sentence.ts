import { isSentenceEnd, type Token } from './message.ts';

/**
 * One sentence as the rules read it: `line` holds the meant words with one space before and after each,
 * so that a pattern that begins and ends at spaces never cuts a word.
 */
export interface Sentence {
	line: string;
	/** For each token of the sentence, where it starts in `line`. */
	at: number[];
	tokens: Token[];
	/** The place of its first token in the message. */
	first: number;
	asks: boolean;
}

/** What a question starts with where its mark was left out, as it mostly is in chat. */
const OPENS_A_QUESTION =
	/^ (?:(?:so|and|but|ok|or|also|well|now|hey|hi|great|cool|good|sorry|first|then|please) ,? ?)*(?!will do |can do |do not )(?:do|does|did|is|are|was|were|am|can|could|may|might|would|will|shall|should|has|have|what|when|where|which|who|how|any|anything|need|want|got) /;
const ENDS_IN_A_TAG = / \S+ \S+ (?:right|correct|yes|no|ok|huh|or)(?: not)? $/;

function sentenceFrom(tokens: Token[], first: number, mark: string): Sentence {
	let line = ' ';
	const at: number[] = [];
	for (const token of tokens) {
		at.push(line.length);
		line += token.form + ' ';
	}
	return {
		line,
		at,
		tokens,
		first,
		asks: mark === '?' || OPENS_A_QUESTION.test(line) || ENDS_IN_A_TAG.test(line)
	};
}

/** The sentences of a message in their order; empty ones are left out. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
	const sentences: Sentence[] = [];
	let first = 0;
	const close = (end: number, mark: string) => {
		if (end > first) sentences.push(sentenceFrom(tokens.slice(first, end), first, mark));
		else if (mark === '?') {
			const before = sentences.at(-1);
			if (before) before.asks = true;
		}
		first = end + 1;
	};
	tokens.forEach(({ form }, index) => {
		if (isSentenceEnd(form)) close(index, form);
	});
	close(tokens.length, '');
	return sentences;
}
