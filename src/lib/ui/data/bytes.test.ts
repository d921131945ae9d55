import { expect, test } from 'vitest';
import { bytesInWords } from './bytes.ts';

test.each([
	[0, '0 bytes'],
	[999, '999 bytes'],
	[1000, '1.0 kB'],
	[3_240_000, '3.2 MB'],
	[640_000_000_000, '640 GB'],
	[9e18, '9000000 TB']
])('%d bytes are said as “%s”', (bytes, words) => {
	expect(bytesInWords(bytes)).toBe(words);
});
