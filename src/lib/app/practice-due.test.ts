import { expect, test } from 'vitest';
import type { StepId } from '#lib/domain/step.ts';
import type { Played } from './played.ts';
import { stepCards, stepsDue } from './practice-due.ts';

const NOW = Date.parse('2026-03-10T09:00:00.000Z');
const DAY = 24 * 60 * 60_000;

const session = (id: string, day: string, steps: Partial<Record<StepId, boolean>> | null): Played => ({
	id,
	scenario: { id: 'bread', title: 'bread' },
	patron: 'Dolores',
	library: 'Riverbend',
	mode: 'practice',
	pace: 'real',
	assessment: null,
	startedAt: `2026-03-${day}T09:00:00.000Z`,
	stage: steps === null ? 'open' : 'coded',
	isDamaged: false,
	result: steps && {
		points: { earned: 1, possible: 2, applicable: 2, passed: false },
		steps: Object.entries(steps).map(([step, isMet]) => ({ step: step as StepId, isMet })),
		crossed: []
	}
});

const played = [
	session('a', '01', { email: false, goodbye: true }),
	session('b', '02', { email: true, goodbye: true }),
	session('c', '05', { email: true }),
	session('d', '06', null)
];

test('deriving it all again, in whatever order the sessions were read, gives the same dates', () => {
	const dates = stepCards(played, NOW).map(({ step, dueAt }) => [step, dueAt]);
	expect(stepCards([...played].reverse(), NOW + 40 * DAY).map(({ step, dueAt }) => [step, dueAt])).toEqual(
		dates
	);
	expect(stepCards(structuredClone(played), NOW).map(({ step, dueAt }) => [step, dueAt])).toEqual(dates);
});

test('a step missed comes up again sooner than one that was met', () => {
	const [email, goodbye] = stepCards([played[0]!], NOW);
	expect([email?.step, goodbye?.step]).toEqual(['email', 'goodbye']);
	expect(Date.parse(email!.dueAt)).toBeLessThan(Date.parse(goodbye!.dueAt));
	expect(email!.recall).toBeLessThan(goodbye!.recall);
});

test('a step met again and again comes up at ever longer intervals of whole days', () => {
	const sessions: Played[] = [];
	let at = Date.parse('2026-03-01T09:00:00.000Z');
	const intervals: number[] = [];
	for (let n = 0; n < 5; n += 1) {
		sessions.push({ ...session(`s${n}`, '01', { email: true }), startedAt: new Date(at).toISOString() });
		const due = Date.parse(stepCards(sessions, at)[0]!.dueAt);
		intervals.push((due - at) / DAY);
		at = due;
	}
	expect(intervals.every((days) => Number.isInteger(days))).toBe(true);
	expect([...intervals].sort((a, b) => a - b)).toEqual(intervals);
	expect(intervals.at(-1)).toBeGreaterThan(intervals[0]! * 3);
});

test('a step is due from its day on, and one that never applied is no card', () => {
	const cards = stepCards([played[0]!], NOW);
	const dueAt = Date.parse(cards[0]!.dueAt);
	expect(stepsDue(cards, dueAt - 1)).toEqual([]);
	expect(stepsDue(cards, dueAt)).toEqual(['email']);
	expect(cards.map(({ step }) => step)).toEqual(['email', 'goodbye']);
});

test('what is not coded reviews nothing', () => {
	expect(stepCards([played[3]!], NOW)).toEqual([]);
});
