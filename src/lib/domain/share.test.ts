import { describe, expect, test } from 'vitest';
import { intervalOf, levelOf } from './share.ts';

describe('how often a step is met', () => {
	test.each([
		[0, 1, 'too-few'],
		[0, 4, 'too-few'],
		[4, 4, 'too-few'],
		[0, 5, 'rarely'],
		[2, 5, 'rarely'],
		[3, 6, 'sometimes'],
		[3, 4, 'too-few'],
		[6, 8, 'often'],
		[8, 9, 'often'],
		[9, 10, 'nearly-always'],
		[5, 5, 'nearly-always']
	] as const)('%i of %i is %s', (met, of, level) => {
		expect(levelOf({ met, of })).toBe(level);
	});

	test('nothing gives no interval', () => {
		expect(intervalOf({ met: 0, of: 0 })).toBeNull();
	});

	// Newcombe 1998, table I: the score method without continuity correction.
	test.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718]
	])('%i of %i has the interval of Newcombe’s table', (met, of, low, high) => {
		const interval = intervalOf({ met, of })!;
		expect(interval.low).toBeCloseTo(low, 4);
		expect(interval.high).toBeCloseTo(high, 4);
	});

	test('an interval holds its share and stays between nothing and all', () => {
		for (let of = 1; of < 60; of++)
			for (let met = 0; met <= of; met++) {
				const { low, high } = intervalOf({ met, of })!;
				expect(low >= 0 && high <= 1 && low <= met / of + 1e-12 && high >= met / of - 1e-12).toBe(true);
			}
	});
});
