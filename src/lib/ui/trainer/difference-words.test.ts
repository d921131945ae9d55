import { expect, test } from 'vitest';
import { differenceInWords } from './difference-words.ts';

test('a difference is read aloud rule by rule', () => {
	expect(
		differenceInWords({
			of: 150,
			changed: 12,
			rules: [
				{ rule: 'email', gained: 9, lost: 0, otherwise: 0 },
				{ rule: 'goodbye', gained: 0, lost: 3, otherwise: 1 },
				{ rule: 'no-email-no-follow-up', gained: 1, lost: 2, otherwise: 0 }
			],
			passes: { gained: 2, lost: 1 }
		})
	).toEqual([
		'12 chats change, of 150.',
		'9 gain E-mail.',
		'3 lose Goodbye, 1 is judged otherwise on Goodbye.',
		'1 keeps No e-mail, no follow-up, 2 no longer keep No e-mail, no follow-up.',
		'2 pass that did not, 1 fails that passed.'
	]);
});

test('where nothing changes it says so', () => {
	const nothing = { of: 1, changed: 0, rules: [], passes: { gained: 0, lost: 0 } };
	expect(differenceInWords(nothing)).toEqual(['None of 1 chat changes.']);
});
