import { joined, meantBy, pronounBeforeWill } from './chat-words.ts';
import { repaired, type Repair } from './spelling.ts';

/** One read word: its meant form, and where the typed form stands in the message (UTF-16 offsets, end exclusive). */
export interface Token {
	form: string;
	start: number;
	end: number;
}

export const ADDRESS = '@address';
const LINK = '@link';

/** Marks that end a sentence for the reader; the rest of the punctuation only separates. */
const SENTENCE_END = new Set(['.', '!', '?']);
export const isSentenceEnd = (form: string): boolean => SENTENCE_END.has(form);

/** Quantifiers are bounded so that a pasted wall of letters costs time linear in its length. */
const LEXEME =
	/(<\/?[a-zA-Z][^<>]{0,200}>)|(https?:\/\/[^\s<>"]{1,500}|www\.[^\s<>"]{1,500})|([\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4})|(\p{N}+(?:[.:,/]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’‘ʼ][\p{L}]+)*)|(\.{2,}|…|\n\s*|[.!?;:,()"“”«»/@#&+=—–]|-{1,2}(?=[\s\p{P}]|$)|(?<=\s)-)/gu;
/** Letters that are held down for emphasis ("sooo", "byeee") mean the plain word. */
const HELD_DOWN = /([\p{L}])\1{2,}/gu;
/** Characters that are read of a message: several times the longest closing. A pasted book must not hold up typing. */
export const LONGEST_TEXT = 4000;
/** Longer than any word: not worth reading letter by letter. */
const LONGEST_WORD = 30;

const markOf = (mark: string): string => {
	if (mark.startsWith('\n') || mark === '…' || mark.startsWith('..')) return '.';
	if (mark === '—' || mark === '–' || mark.startsWith('-')) return '-';
	if (mark === '&' || mark === '+') return 'and';
	if (mark === '“' || mark === '”' || mark === '«' || mark === '»') return '"';
	return mark;
};

function wordsMeant(typed: string, repair: Repair): readonly string[] {
	const plain = typed.toLowerCase().replace(/[’‘ʼ]/g, "'");
	const meant = meantBy(plain);
	if (meant) return meant;
	const short = plain.replace(HELD_DOWN, '$1');
	if (short !== plain) return meantBy(short) ?? [repair(short)];
	if (plain.endsWith("'s")) return [repair(plain.slice(0, -2)), "'s"];
	const whole = plain.includes("'") ? plain.replace(/'/g, '') : plain;
	return [repair(whole)];
}

/** Reads a message word by word, mending slips of the fingers with `repair`. Time is linear in its length. */
export function tokensOf(text: string, repair: Repair = repaired): Token[] {
	const tokens: Token[] = [];
	for (const match of text.matchAll(LEXEME)) {
		const [lexeme, tag, link, address, word] = match;
		const start = match.index;
		const end = start + lexeme.length;
		if (tag !== undefined) continue;
		if (link !== undefined) tokens.push({ form: LINK, start, end });
		else if (address !== undefined)
			tokens.push({ form: ADDRESS, start, end: end - (lexeme.endsWith('.') ? 1 : 0) });
		else if (word !== undefined && word.length <= LONGEST_WORD) {
			for (const form of wordsMeant(word, repair)) push(tokens, { form, start, end });
		} else if (word === undefined) tokens.push({ form: markOf(lexeme), start, end });
	}
	return tokens;
}

function push(tokens: Token[], token: Token): void {
	const last = tokens.at(-1);
	if (last === undefined) {
		tokens.push(token);
		return;
	}
	const one = joined(last.form, token.form);
	if (one !== undefined) {
		tokens[tokens.length - 1] = { form: one, start: last.start, end: token.end };
		return;
	}
	const pronoun = pronounBeforeWill(last.form, token.form);
	if (pronoun !== undefined) tokens.splice(-1, 1, { ...last, form: pronoun }, { ...last, form: 'will' });
	tokens.push(token);
}
