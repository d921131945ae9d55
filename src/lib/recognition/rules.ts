import { ACTS, type Act, type Heard } from '#lib/domain/act.ts';
import { reasonFor } from './because.ts';
import { LONGEST_TEXT, tokensOf } from './message.ts';
import type { Recogniser } from './recogniser.ts';
import { ADDRESS_RULES } from './rules/address.ts';
import { COMPLETE_RULES } from './rules/complete.ts';
import { DEADLINE_RULES } from './rules/deadline.ts';
import { FAREWELL_RULES } from './rules/farewell.ts';
import { OUT_OF_HANDS_RULES } from './rules/out-of-hands.ts';
import { PROMISE_RULES } from './rules/promise.ts';
import type { Rule } from './rules/rule.ts';
import { WAITING_RULES } from './rules/waiting.ts';
import { sentencesOf, type Sentence } from './sentence.ts';

const RULES: readonly Rule[] = [
	...COMPLETE_RULES,
	...ADDRESS_RULES,
	...DEADLINE_RULES,
	...PROMISE_RULES,
	...FAREWELL_RULES,
	...WAITING_RULES,
	...OUT_OF_HANDS_RULES
];

/** Rules by trigger word, and those that any sentence may match. */
const BY_TRIGGER = new Map<string, number[]>();
const UNTRIGGERED: number[] = [];
RULES.forEach((rule, index) => {
	if (rule.triggers === null) UNTRIGGERED.push(index);
	for (const word of rule.triggers ?? []) BY_TRIGGER.set(word, [...(BY_TRIGGER.get(word) ?? []), index]);
});

/** For each rule, whether it is worth trying on a sentence. */
function candidatesFor(sentence: Sentence): Uint8Array {
	const candidates = new Uint8Array(RULES.length);
	for (const index of UNTRIGGERED) candidates[index] = 1;
	for (const { form } of sentence.tokens) {
		const triggered = BY_TRIGGER.get(form);
		if (triggered) for (const index of triggered) candidates[index] = 1;
	}
	return candidates;
}

/** One rule that fired, with the tokens that decided (indices into the sentence, `to` exclusive). */
export interface Match {
	rule: Rule;
	sentence: Sentence;
	from: number;
	to: number;
}

const fits = (rule: Rule, sentence: Sentence): boolean =>
	rule.asks === undefined || rule.asks === sentence.asks;

/** Which tokens the stretch [start, end) of a sentence's line covers. */
function tokensCovered(sentence: Sentence, start: number, end: number): [from: number, to: number] {
	const firstBehind = sentence.at.findIndex((at) => at > start);
	const firstAfter = sentence.at.findIndex((at) => at >= end);
	const from = (firstBehind < 0 ? sentence.at.length : firstBehind) - 1;
	return [from, firstAfter < 0 ? sentence.at.length : firstAfter];
}

/** Every rule that fires in a message, sentence by sentence. `contextLine` is the patron's line, read the same way. */
export function matchesIn(sentences: readonly Sentence[], contextLine: string): Match[] {
	const matches: Match[] = [];
	for (const sentence of sentences) {
		const candidates = candidatesFor(sentence);
		for (const [index, rule] of RULES.entries()) {
			if (candidates[index] === 0 || !fits(rule, sentence)) continue;
			const match = rule.when.exec(sentence.line);
			if (!match || match[0] === ' ' || rule.unless?.test(sentence.line)) continue;
			if (rule.after && !rule.after.test(contextLine)) continue;
			const [from, to] = tokensCovered(sentence, match.index + 1, match.index + match[0].length);
			matches.push({ rule, sentence, from, to });
		}
	}
	return matches;
}

/** The patron's line as the rules read it. */
export const lineOf = (sentences: readonly Sentence[]): string => sentences.map(({ line }) => line).join('');

const spanOf = ({ sentence, from, to }: Match): [start: number, end: number] => [
	sentence.tokens[from]?.start ?? 0,
	sentence.tokens[to - 1]?.end ?? 0
];

export const rulesRecogniser: Recogniser = {
	version: 'rules-2',
	recognise(text, context) {
		const heard = new Map<Act, Heard>();
		const sentences = sentencesOf(tokensOf(text.slice(0, LONGEST_TEXT)));
		const contextLine = lineOf(sentencesOf(tokensOf(context.slice(-LONGEST_TEXT))));
		for (const match of matchesIn(sentences, contextLine)) {
			const { act, confidence } = match.rule;
			const [start, end] = spanOf(match);
			const before = heard.get(act);
			if (before && before.confidence >= confidence) continue;
			heard.set(act, { act, start, end, confidence, because: reasonFor(act, text.slice(start, end)) });
		}
		return [...heard.values()].sort((a, b) => a.start - b.start || ACTS.indexOf(a.act) - ACTS.indexOf(b.act));
	}
};
