import { describe, expect, test } from 'vitest';
import { isLate, placesIn, type Assignment } from './assignment.ts';

const assignment: Assignment = {
	title: 'Silent patrons',
	note: '',
	tasks: [
		{ scenario: 'a', seed: 1 },
		{ scenario: 'b', seed: 2 }
	],
	mode: 'practice',
	pace: 'real',
	pack: '24-7',
	desk: null,
	attempts: 2,
	due: '2026-03-31'
};
const begun = (id: string, scenario: string, startedAt: string) => ({
	id,
	scenario: { id: scenario, title: scenario, hash: 'h' },
	startedAt
});
const first = begun('x1', 'a', '2026-03-01T09:00:00Z');
const second = begun('x2', 'a', '2026-03-01T09:00:00.500Z');
const third = begun('x3', 'a', '2026-03-02T09:00:00.000Z');
const elsewhere = begun('x4', 'c', '2026-03-02T10:00:00.000Z');

test('of each chat those begun first count, whatever the order in which they are read', () => {
	for (const order of [
		[first, second, third, elsewhere],
		[elsewhere, third, second, first]
	]) {
		const places = placesIn(assignment, order);
		expect(places.map(({ attempt, number, isCounted }) => [attempt.id, number, isCounted])).toEqual([
			['x1', 1, true],
			['x2', 2, true],
			['x3', 3, false],
			['x4', 1, false]
		]);
	}
});

test('without a limit all count, but those at a chat that is not asked for', () => {
	const places = placesIn({ ...assignment, attempts: null }, [first, second, third, elsewhere]);
	expect(places.map(({ isCounted }) => isCounted)).toEqual([true, true, true, false]);
});

describe('nobody is late', () => {
	test('as long as it is still that day somewhere', () => {
		expect(isLate(assignment, '2026-04-01T11:59:59.999Z')).toBe(false);
		expect(isLate(assignment, '2026-04-01T12:00:00.000Z')).toBe(true);
	});

	test('where there is no last day', () => {
		expect(isLate({ due: null }, '2099-01-01T00:00:00Z')).toBe(false);
	});
});
