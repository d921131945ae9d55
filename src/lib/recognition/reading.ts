import { ACTS } from '#lib/domain/act.ts';
import { ADDRESS, tokensOf, type Token } from './message.ts';
import { lineOf, matchesIn, type Match } from './rules.ts';
import { sentencesOf, type Sentence } from './sentence.ts';
import type { Repair } from './spelling.ts';

/** A message as the network reads it: its words, its sentences, and what the rules made of them. */
export interface Reading {
	tokens: Token[];
	/** For each token, the sentence it belongs to; a mark belongs to the sentence that it ends. */
	sentenceOf: number[];
	/** For each sentence, the indices (below TRAITS) of what holds for it. */
	traits: number[][];
	/** What each rule that fired says: the act (index into ACTS), the tokens [from, to), how sure it is. */
	hints: { act: number; from: number; to: number; confidence: number }[];
	/** The patron's words before it; the last ones where there are many. */
	context: Token[];
}

const MAIL_WORDS: ReadonlySet<string> = new Set(['email', 'address', 'mail', 'inbox', ADDRESS]);
const CONDITION_WORDS: ReadonlySet<string> = new Set(['if', 'unless', 'once', 'when', 'should', 'in']);
const NEGATIONS: ReadonlySet<string> = new Set(['not', 'no', 'without', 'never', 'nobody', 'nothing']);

/** What may hold for a sentence, besides the acts that the rules heard in it or elsewhere in the message. */
const PLAIN_TRAITS = [
	'asks',
	'first',
	'last',
	'only',
	'message-up-to-3',
	'message-up-to-8',
	'message-up-to-16',
	'message-has-address',
	'has-mail-word',
	'has-condition',
	'has-negation',
	'no-context',
	'context-asks',
	'context-up-to-3',
	'message-has-mail-word'
] as const;
type PlainTrait = (typeof PLAIN_TRAITS)[number];

const RULE_HERE = PLAIN_TRAITS.length;
const RULE_ELSEWHERE = RULE_HERE + ACTS.length;
/** How many traits there are. */
export const TRAITS = RULE_ELSEWHERE + ACTS.length;

/** A patron's long tale: its end is what the librarian answers. */
const LONGEST_CONTEXT = 24;
/** A pasted text is read up to here; no closing has so many words. */
const LONGEST_MESSAGE = 400;

function sentenceIndices(tokens: readonly Token[], sentences: readonly Sentence[]): number[] {
	const indexOf = new Map<Token, number>();
	sentences.forEach((sentence, index) => sentence.tokens.forEach((token) => indexOf.set(token, index)));
	let current = 0;
	return tokens.map((token) => (current = indexOf.get(token) ?? current));
}

/** Reads a message and the patron's line before it. */
export function readingOf(text: string, contextText: string, repair: Repair): Reading {
	const tokens = tokensOf(text, repair).slice(0, LONGEST_MESSAGE);
	const context = tokensOf(contextText, repair).slice(-LONGEST_CONTEXT);
	const sentences = sentencesOf(tokens);
	const sentenceOf = sentenceIndices(tokens, sentences);
	const positions = new Map(tokens.map((token, index) => [token, index]));
	const hints = matchesIn(sentences, lineOf(sentencesOf(context))).map((match) => hintOf(match, positions));
	const holds = (among: readonly Token[], words: ReadonlySet<string>) =>
		among.some(({ form }) => words.has(form));

	const ofMessage: PlainTrait[] = [];
	if (tokens.length <= 3) ofMessage.push('message-up-to-3');
	else if (tokens.length <= 8) ofMessage.push('message-up-to-8');
	else if (tokens.length <= 16) ofMessage.push('message-up-to-16');
	if (tokens.some(({ form }) => form === ADDRESS)) ofMessage.push('message-has-address');
	if (holds(tokens, MAIL_WORDS)) ofMessage.push('message-has-mail-word');
	if (context.length === 0) ofMessage.push('no-context');
	else if (context.length <= 3) ofMessage.push('context-up-to-3');
	if (context.some(({ form }) => form === '?')) ofMessage.push('context-asks');

	const traits = sentences.map((sentence, index) => {
		const here: PlainTrait[] = [...ofMessage];
		if (sentence.asks) here.push('asks');
		if (index === 0) here.push('first');
		if (index === sentences.length - 1) here.push('last');
		if (sentences.length === 1) here.push('only');
		if (holds(sentence.tokens, MAIL_WORDS)) here.push('has-mail-word');
		if (holds(sentence.tokens, CONDITION_WORDS)) here.push('has-condition');
		if (holds(sentence.tokens, NEGATIONS)) here.push('has-negation');
		const indices = new Set(here.map((trait) => PLAIN_TRAITS.indexOf(trait)));
		for (const hint of hints) {
			indices.add((sentenceOf[hint.from] === index ? RULE_HERE : RULE_ELSEWHERE) + hint.act);
		}
		return [...indices].sort((a, b) => a - b);
	});
	return { tokens, sentenceOf, traits: traits.length > 0 ? traits : [[]], hints, context };
}

function hintOf(match: Match, positions: ReadonlyMap<Token, number>): Reading['hints'][number] {
	const first = match.sentence.tokens[match.from];
	const from = (first && positions.get(first)) ?? 0;
	return {
		act: ACTS.indexOf(match.rule.act),
		from,
		to: from + match.to - match.from,
		confidence: match.rule.confidence
	};
}
