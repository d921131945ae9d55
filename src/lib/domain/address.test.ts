import { describe, expect, test } from 'vitest';
import { addressesIn, isAddressShaped } from './address.ts';

describe('the shape of an address', () => {
	test.for([
		['dolores@example.org', true],
		['d.o+l@mail.example.co.uk', true],
		['dolores@gmial.com', true],
		['dolores@example', false],
		['dolores at example.org', false],
		['a@b@example.org', false],
		['@example.org', false],
		['dolores@.org', false],
		['dolores@example.', false],
		['', false]
	] as const)('%s: %s', ([text, isShaped]) => {
		expect(isAddressShaped(text)).toBe(isShaped);
	});

	test('is found in running text, without the punctuation around it', () => {
		expect(addressesIn('So that’s jo@example.org, right? Or (ann@mail.example.net).')).toEqual([
			'jo@example.org',
			'ann@mail.example.net'
		]);
		expect(addressesIn('mail me at the desk @ noon')).toEqual([]);
	});
});
