import { ACTS } from '#lib/domain/act.ts';
import { ADDRESS, LONGEST_TEXT, tokensOf, type Token } from './message.ts';
import { lineOf, matchesIn } from './rules.ts';
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

const PLACE_OF = Object.fromEntries(PLAIN_TRAITS.map((trait, place) => [trait, place])) as Record<
	PlainTrait,
	number
>;
const RULE_HERE = PLAIN_TRAITS.length;
const RULE_ELSEWHERE = RULE_HERE + ACTS.length;
/** How many traits there are. */
export const TRAITS = RULE_ELSEWHERE + ACTS.length;

/** A patron's long tale: its end is what the librarian answers. */
const LONGEST_CONTEXT = 24;
/** A pasted text is read up to here; no closing has so many words. */
const LONGEST_MESSAGE = 400;

/** For each token the sentence it stands in; a mark belongs to the sentence that it ends. */
function sentenceIndices(count: number, sentences: readonly Sentence[]): number[] {
	const indices = new Array<number>(count).fill(0);
	sentences.forEach(({ first }, index) => {
		if (index > 0) indices.fill(index, first);
	});
	return indices;
}

const holds = (tokens: readonly Token[], words: ReadonlySet<string>): boolean => {
	for (const { form } of tokens) if (words.has(form)) return true;
	return false;
};
const MARK_OF_A_QUESTION: ReadonlySet<string> = new Set(['?']);
const ADDRESS_MARK: ReadonlySet<string> = new Set([ADDRESS]);

/** What holds for the message as a whole, and so for each of its sentences. */
function traitsOfMessage(tokens: readonly Token[], context: readonly Token[]): PlainTrait[] {
	const traits: PlainTrait[] = [];
	if (tokens.length <= 3) traits.push('message-up-to-3');
	else if (tokens.length <= 8) traits.push('message-up-to-8');
	else if (tokens.length <= 16) traits.push('message-up-to-16');
	if (holds(tokens, ADDRESS_MARK)) traits.push('message-has-address');
	if (holds(tokens, MAIL_WORDS)) traits.push('message-has-mail-word');
	if (context.length === 0) traits.push('no-context');
	else if (context.length <= 3) traits.push('context-up-to-3');
	if (holds(context, MARK_OF_A_QUESTION)) traits.push('context-asks');
	return traits;
}

function traitsOfSentence({ asks, tokens }: Sentence, index: number, count: number): PlainTrait[] {
	const traits: PlainTrait[] = [];
	if (asks) traits.push('asks');
	if (index === 0) traits.push('first');
	if (index === count - 1) traits.push('last');
	if (count === 1) traits.push('only');
	if (holds(tokens, MAIL_WORDS)) traits.push('has-mail-word');
	if (holds(tokens, CONDITION_WORDS)) traits.push('has-condition');
	if (holds(tokens, NEGATIONS)) traits.push('has-negation');
	return traits;
}

/**
 * Whether a rule heard the act too, in a message that takes nothing back: "your card num… no, not here" asks for
 * nothing that one could be certain of.
 */
export const isCorroborated = ({ tokens, hints }: Reading, act: number): boolean =>
	hints.some((hint) => hint.act === act) && !holds(tokens, NEGATIONS);

/** Reads a message and the patron's line before it. */
export function readingOf(text: string, contextText: string, repair: Repair): Reading {
	const tokens = tokensOf(text.slice(0, LONGEST_TEXT), repair).slice(0, LONGEST_MESSAGE);
	const context = tokensOf(contextText.slice(-LONGEST_TEXT), repair).slice(-LONGEST_CONTEXT);
	const sentences = sentencesOf(tokens);
	const sentenceOf = sentenceIndices(tokens.length, sentences);
	const hints = matchesIn(sentences, lineOf(sentencesOf(context))).map(({ rule, sentence, from, to }) => ({
		act: ACTS.indexOf(rule.act),
		from: sentence.first + from,
		to: sentence.first + to,
		confidence: rule.confidence
	}));
	const shared = traitsOfMessage(tokens, context).map((trait) => PLACE_OF[trait]);
	const traits = sentences.map((sentence, index) => {
		const all = [...shared];
		for (const trait of traitsOfSentence(sentence, index, sentences.length)) all.push(PLACE_OF[trait]);
		for (const { act, from } of hints) {
			const trait = (sentenceOf[from] === index ? RULE_HERE : RULE_ELSEWHERE) + act;
			if (!all.includes(trait)) all.push(trait);
		}
		return all;
	});
	return { tokens, sentenceOf, traits: traits.length > 0 ? traits : [[]], hints, context };
}
