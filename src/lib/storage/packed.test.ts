import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packed, unpacked } from './packed.ts';
import { codeOf, valueOf } from './specimens.ts';

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

test('any text comes back as it was, and its packed form can stand in an address', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 500 }), async (text) => {
			const short = await packed(text);
			expect(encodeURI(short)).toBe(short);
			expect(await valueOf(unpacked(short))).toBe(text);
		}),
		{ numRuns: 200 }
	);
});

test('a text of sentences becomes shorter', async () => {
	const text = 'Thank you for asking. Come back whenever you like. '.repeat(20);
	expect((await packed(text)).length).toBeLessThan(text.length / 5);
});

describe('what was not packed by us', () => {
	test.for([
		['an address without anything', '', 'not-an-archive'],
		['another program’s', 'eyJhbGciOiJub25lIn0', 'not-an-archive'],
		['nothing behind the mark', 'z1.', 'damaged'],
		['characters that do not belong there', 'z1.<script>', 'damaged'],
		['bytes that are no deflated text', `z1.${base64url(Buffer.from('hello'))}`, 'damaged'],
		['bytes that are no text', `z1.${base64url(deflateRawSync(Buffer.from([0xff, 0xfe, 0xfd])))}`, 'damaged'],
		['a text out of all measure', `z1.${'A'.repeat(300_000)}`, 'too-large']
	])('%s is refused', async ([, given, code]) => {
		expect(await codeOf(unpacked(given!))).toBe(code);
	});

	test('a link that unpacks to a thousand times its size is not unpacked to its end', async () => {
		const bomb = base64url(deflateRawSync(Buffer.alloc(50_000_000)));
		expect(bomb.length).toBeLessThan(200_000);
		expect(await codeOf(unpacked(`z1.${bomb}`))).toBe('too-large');
	});

	test('a link that breaks off is refused, wherever it does', async () => {
		const whole = await packed('Thank you for asking Alder County. '.repeat(5) + 'Goodbye!');
		for (let length = 'z1.'.length; length < whole.length; length++)
			expect(await codeOf(unpacked(whole.slice(0, length)))).toBe('damaged');
	});
});
