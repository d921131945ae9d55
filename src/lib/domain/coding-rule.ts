import { RULE_WORDS } from './rule-words.ts';
import { promiseAt, situationsAt, type CaseFacts } from './situation.ts';
import type { Situation } from './pack.ts';
import type { Standing } from './standing.ts';

/**
 * What decides which code is right, each as its own rule to practise: the rows of the code table, and the two red
 * lines on the code where they are what a row comes down to. In the order in which a drill shows them.
 */
export const CODING_RULES = [
	'need-met',
	'fyi',
	'open-with-address',
	'no-empty-promise',
	'no-email-no-follow-up',
	'open-declined',
	'gone-unexchanged-with-address',
	'gone-unexchanged-without-address',
	'policy-page-unread'
] as const;

export type CodingRule = (typeof CODING_RULES)[number];

interface CodingRuleWords {
	/** Short name, as it heads a row of results. */
	name: string;
	/** What is true of such a session. Which codes fit it is for the pack to say. */
	when: string;
}

export const CODING_RULE_WORDS: Readonly<Record<CodingRule, CodingRuleWords>> = {
	'need-met': { name: 'Need met', when: 'The patron has what they came for.' },
	fyi: {
		name: 'FYI',
		when: 'Nothing is owed to the patron, but there is something the local library should know.'
	},
	'open-with-address': {
		name: 'Open, with an address',
		when: 'The question is open, and there is an address to write to.'
	},
	'no-empty-promise': {
		name: RULE_WORDS['no-empty-promise'].name,
		when: 'The patron was told that somebody will write, and there is an address to write to.'
	},
	'no-email-no-follow-up': {
		name: RULE_WORDS['no-email-no-follow-up'].name,
		when: 'The question is open, something was exchanged, and there is no address to write to.'
	},
	'open-declined': {
		name: 'Declined',
		when: 'The question is open, and the patron, asked, wanted no address given or no follow-up.'
	},
	'gone-unexchanged-with-address': {
		name: 'Gone early, address on file',
		when: 'The patron was gone before anything was exchanged, and the Info tab has an address.'
	},
	'gone-unexchanged-without-address': {
		name: 'Gone early, no address',
		when: 'The patron was gone before anything was exchanged, and left no address.'
	},
	'policy-page-unread': {
		name: 'Policy page unread',
		when: 'The policy page has the answer, the patron is still there, and nobody has opened it.'
	}
};

/** Rows of the code table, the most telling first: where several fit, the first is what a trainee has to see. */
const MOST_TELLING_FIRST: readonly Situation[] = [
	'policy-page-unread',
	'fyi',
	'gone-unexchanged-with-address',
	'gone-unexchanged-without-address',
	'open-declined',
	'open-without-address',
	'open-with-address',
	'need-met'
];

/** The rule that decides the code of a session; it does not depend on the code that was chosen. */
export function codingRuleOf(at: Standing, facts: CaseFacts): CodingRule {
	const situations = situationsAt(at, facts);
	const telling = MOST_TELLING_FIRST.find((situation) => situations.includes(situation)) ?? 'need-met';
	if (telling === 'open-without-address') return 'no-email-no-follow-up';
	if (telling === 'open-with-address' && promiseAt(at) !== 'none') return 'no-empty-promise';
	return telling;
}
