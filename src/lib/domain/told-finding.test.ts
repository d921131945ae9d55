import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageParts } from './told-finding.ts';

const TOLD = { copier: [['coins', 'change'], ['ground floor']], map: [['[Map]']], plan: [] };
const parts = (text: string, given: string[] = []) =>
	messageParts(text, TOLD, given).map(({ text, finding }) => [finding, text]);

describe('a typed message', () => {
	test.each([
		[
			'It is on the ground floor and takes coins.',
			[['copier', 'It is on the ground floor and takes coins.']]
		],
		['Bring CHANGE, it’s on the Ground  floor', [['copier', 'Bring CHANGE, it’s on the Ground  floor']]],
		['It goes in as [Map] after the title.', [['map', 'It goes in as [Map] after the title.']]]
	])('tells a finding where it holds one phrase of each list: %s', (text, expected) =>
		expect(parts(text)).toEqual(expected)
	);

	test('is divided into what comes first, what tells it, and what follows', () => {
		const text =
			'Thank you for waiting! It takes coins. Odd, I know.\nGround floor. Does that help? Goodbye.';
		expect(parts(text)).toEqual([
			[null, 'Thank you for waiting!'],
			['copier', 'It takes coins. Odd, I know. Ground floor.'],
			[null, 'Does that help? Goodbye.']
		]);
	});

	test.each([
		'It takes coins, I think.',
		'Do you mean the one on the ground floor that takes coins?',
		'The maps are here, and a roadmap.',
		'Changes are made on the ground floor.',
		''
	])('tells nothing otherwise: %s', (text) => expect(parts(text)).toEqual([[null, text]]));

	test('tells nothing a second time', () => {
		const text = 'As I said: coins, on the ground floor.';
		expect(parts(text, ['copier'])).toEqual([[null, text]]);
	});

	test('loses no word and adds none', () => {
		const word = fc.constantFrom('coins', 'ground floor', '[Map]', 'a.', 'b?', 'c!', '\n', ' ', 'é…', '6.40');
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
				const text = words.join(' ').trim();
				const joined = messageParts(text, TOLD, []).map((part) => part.text);
				expect(joined.join(' ').split(/\s+/)).toEqual(text.split(/\s+/));
				if (text !== '') expect(joined).not.toContain('');
			})
		);
	});
});
