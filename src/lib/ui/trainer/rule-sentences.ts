import type { ResolutionCode } from '#lib/domain/code.ts';
import { CODING_RULE_WORDS } from '#lib/domain/coding-rule.ts';
import type { AcceptedCode, Situation, Waits } from '#lib/domain/pack.ts';

type Words = Readonly<Record<ResolutionCode, string>>;

/** The rows of the code table in words. The drill knows the open question without an address by its red line. */
export const SITUATION_WORDS: Readonly<Record<Situation, { name: string; when: string }>> = {
	...CODING_RULE_WORDS,
	'open-without-address': {
		name: 'Open, no address',
		when: CODING_RULE_WORDS['no-email-no-follow-up'].when
	}
};

const CONDITIONS: Readonly<Record<NonNullable<AcceptedCode['only']>, string>> = {
	'within-reach': ', where the answer is within reach',
	'with-fyi-note': ', with a note that tells it'
};

/** An accepted code with its condition, in the words of the desk. */
export const acceptedWords = ({ code, only }: AcceptedCode, words: Words): string =>
	words[code] + (only === undefined ? '' : CONDITIONS[only]);

const SECONDS_A_MINUTE = 60;

/** `5 min`, `90 s`. */
export function timeWords(ms: number): string {
	const seconds = Math.round(ms / 1000);
	return seconds >= SECONDS_A_MINUTE && seconds % (SECONDS_A_MINUTE / 2) === 0
		? `${seconds / SECONDS_A_MINUTE} min`
		: `${seconds} s`;
}

/** What each wait is for. */
export const WAIT_WORDS: Readonly<Record<keyof Waits, { label: string; hint: string }>> = {
	completeCheck: {
		label: 'After “Is that all?”',
		hint: 'How long to wait for an answer to the question whether everything is answered.'
	},
	silence: {
		label: 'After saying that you will end',
		hint: 'How long a silent patron has before the chat may be ended. Five minutes in the 24/7 cooperative.'
	},
	present: {
		label: 'Still there',
		hint: 'Whoever is gone within this time of their last words is taken not to have been there any more.'
	}
};
