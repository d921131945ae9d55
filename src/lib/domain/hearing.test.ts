import { describe, expect, test } from 'vitest';
import type { Heard } from './act.ts';
import type { Facts } from './facts.ts';
import { librarianCues, patronCues, takeoverCues } from './hearing.ts';

const facts: Facts = {
	library: { name: 'Alder Library', goodbye: null },
	otherScripts: {},
	patron: { name: 'Ann', email: null, works: false },
	need: 'open',
	withinReach: false,
	local: false,
	policyAnswers: false,
	fyi: null,
	noteWords: [],
	findings: {}
};
const said = (text: string, ...heard: [Heard['act'], string?, number?][]) =>
	librarianCues(
		{
			type: 'librarian.said',
			text,
			recogniser: 'test',
			heard: heard.map(([act, words = '', confidence = 1]) => ({
				act,
				start: text.indexOf(words),
				end: text.indexOf(words) + words.length,
				confidence
			}))
		},
		facts
	);

describe('a promise', () => {
	test('is one in a statement, an offer in a question', () => {
		expect(said('They will e-mail you.', ['explain-follow-up', 'will e-mail you'])).toContain('promise');
		expect(said('Shall they e-mail you?', ['explain-follow-up', 'e-mail you'])).toContain('offer');
	});
	test('stays one where another sentence asks', () => {
		expect(
			said(
				'They will e-mail you. Which address is best?',
				['explain-follow-up', 'will e-mail you'],
				['ask-email', 'Which address']
			)
		).toContain('promise');
	});
	test('stays one where its question mark belongs to the sentence before', () => {
		expect(said('Really? They will write to jo@example.org.', ['explain-follow-up', 'will write'])).toContain(
			'promise'
		);
	});
	test('without words is an offer if the message asks and nothing else in it does', () => {
		expect(said('Shall they write?', ['explain-follow-up'])).toContain('offer');
		expect(said('They will write. What address?', ['explain-follow-up'], ['ask-email'])).toContain('promise');
	});
	test('that was not heard with certainty is unsure', () => {
		expect(said('They will e-mail you.', ['explain-follow-up', 'will e-mail you', 0.9])).toContain(
			'promise-unsure'
		);
	});
});

describe('what a patron does', () => {
	test('a malformed correction takes the address back', () => {
		expect(patronCues({ gives: { email: 'ann at example' }, does: ['corrects'] })).toEqual([
			'takes-address-back'
		]);
		expect(patronCues({ gives: { email: 'ann@example.org' }, does: ['corrects'] })).toEqual([
			'gives-address'
		]);
	});
});

describe('how a session begins', () => {
	test('an address and a date named before the takeover are known', () => {
		const cues = takeoverCues(facts, [
			{ who: 'patron', text: 'My paper is due on Friday. ann@example.org' },
			{ who: 'librarian', text: 'Let me see.' },
			{ who: 'patron', text: 'Thanks' }
		]);
		expect(cues).toEqual(['address-typed', 'deadline-named', 'exchanged', 'librarian-wrote']);
	});
	test('an address that is none is not on file', () => {
		expect(
			takeoverCues({ ...facts, patron: { name: 'Ann', email: 'ann(at)example', works: false } }, [])
		).toEqual([]);
	});
});
