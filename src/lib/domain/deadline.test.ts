import { expect, test } from 'vitest';
import { daysUntil } from './deadline.ts';

const TUESDAY = 2;

test.for([
	['Friday', 3],
	['by Friday noon at the latest', 3],
	['Monday', 6],
	['next Tuesday', 7],
	['tomorrow evening', 1],
	['tonight', 0],
	['midnight', 0],
	['in ten days', null],
	['in 10 days', 10],
	['within a week', 7],
	['two weeks', 14],
	['the 30th', null],
	['no hurry', null],
	['the second of May', null]
] as const)('said on a Tuesday, “%s” is over after %s days', ([text, days]) => {
	expect(daysUntil(text, TUESDAY)).toBe(days);
});
