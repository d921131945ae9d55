import { expect, test } from 'vitest';
import { tipOfWeek } from './tip.ts';

const TIPS = ['a', 'b', 'c'];
const on = (day: string): string | undefined => tipOfWeek(TIPS, Date.parse(`${day}T00:00:00Z`));

test('a tip stays from Monday to Sunday and changes with the next Monday', () => {
	const week = ['2026-11-30', '2026-12-01', '2026-12-06'].map(on);
	expect(new Set(week).size).toBe(1);
	expect(on('2026-12-07')).not.toBe(week[0]);
	expect(on('2026-11-29')).not.toBe(week[0]);
});

test('every tip has its week before the first comes again', () => {
	const weeks = ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'].map(on);
	expect(new Set(weeks.slice(0, 3))).toEqual(new Set(TIPS));
	expect(weeks[3]).toBe(weeks[0]);
});

test('a clock before 1970 still has a tip, and no tips have none', () => {
	expect(TIPS).toContain(on('1969-03-05'));
	expect(tipOfWeek([], 0)).toBeUndefined();
});
