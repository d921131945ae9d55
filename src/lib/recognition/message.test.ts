import { describe, expect, it } from 'vitest';
import { tokensOf } from './message.ts';
import { sentencesOf } from './sentence.ts';

const formsOf = (text: string): string =>
	tokensOf(text)
		.map(({ form }) => form)
		.join(' ');

describe('a message is read', () => {
	it.each([
		['whats ur E-Mail', 'what is your email'],
		["I’ll ask 'em", 'i will ask them'],
		['sooo sorry, byeee', 'so sorry , bye'],
		['mail jo.doe+x@example.org.', 'mail @address .'],
		['see https://example.org/a?b=1 now', 'see @link now'],
		['<b>good bye</b>', 'goodbye'],
		['your librery', 'your library'],
		['shell email u & well write', 'she will email you and we will write'],
		['all is well', 'all is well']
	])('“%s” as “%s”', (typed, meant) => {
		expect(formsOf(typed)).toBe(meant);
	});

	it('with every word standing where it was typed', () => {
		const text = 'ok, what’s   ur e-mail?';
		expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
			'ok',
			',',
			'what’s',
			'what’s',
			'ur',
			'e-mail',
			'?'
		]);
	});

	it('as a question even where its mark was left out', () => {
		expect(sentencesOf(tokensOf('do u need more. ok')).map(({ asks }) => asks)).toEqual([true, false]);
	});
});
