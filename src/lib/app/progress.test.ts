import { describe, expect, test } from 'vitest';
import type { StepId } from '#lib/domain/step.ts';
import type { ScenarioSummary } from '#lib/scenarios/scenario.ts';
import type { Played, PlayedResult } from './played.ts';
import { FIRST_SCENARIO, interruptedIn, isWeak, nextFor, offersOf, progressOf } from './progress.ts';

const scenario = (id: string, drills: StepId[] = ['goodbye']): ScenarioSummary => ({
	id,
	title: id,
	teaser: '',
	minutes: 5,
	drills,
	twists: [],
	patron: 'Dolores',
	libraryName: 'Riverbend',
	isLocal: false
});

const result = (earned: number, possible: number, passed: boolean, missed: StepId[] = []): PlayedResult => ({
	points: { earned, possible, applicable: possible, passed },
	steps: [
		{ step: 'goodbye', isMet: !missed.includes('goodbye') },
		...missed.filter((step) => step !== 'goodbye').map((step) => ({ step, isMet: false }))
	],
	crossed: []
});

const session = (scenarioId: string, day: number, over: Partial<Played> = {}): Played => ({
	id: `${scenarioId}-${day}`,
	scenario: { id: scenarioId, title: scenarioId },
	patron: 'Dolores',
	library: 'Riverbend',
	mode: 'guided',
	pace: 'real',
	assessment: null,
	startedAt: `2026-01-0${day}T09:00:00.000Z`,
	stage: 'coded',
	isDamaged: false,
	result: result(6, 8, false),
	...over
});

const NOW = Date.parse('2026-01-10T09:00:00.000Z');
const next = (scenarios: ScenarioSummary[], played: Played[], steps: StepId[] = []) =>
	nextFor(offersOf(scenarios, played), progressOf(played), { steps, now: NOW })?.id;

describe('what to play next', () => {
	test('before anything was played it is the first chat, wherever it stands in the bank', () => {
		expect(next([scenario('bread'), scenario(FIRST_SCENARIO)], [])).toBe(FIRST_SCENARIO);
	});

	test('a scenario never begun comes before one that was played, and the one that drills what is weak before others', () => {
		const bank = [scenario('bread'), scenario('film', ['goodbye']), scenario('quiz', ['email'])];
		const played = [session('bread', 1, { result: result(5, 8, false, ['email']) })];
		expect(next(bank, played)).toBe('quiz');
	});

	test('where all were begun it is the one that lies back longest; a twist counts for its scenario', () => {
		const bank = [scenario('bread'), scenario('film')];
		expect(next(bank, [session('bread--vanishes', 3), session('film', 2), session('bread', 1)])).toBe('film');
	});

	test('steps that are due come before everything else, the most of them first', () => {
		const bank = [scenario('new'), scenario('one', ['email']), scenario('both', ['email', 'deadline'])];
		const played = [session('one', 2), session('both', 3)];
		expect(next(bank, played, ['email', 'deadline'])).toBe('both');
		expect(next(bank, played, ['email'])).toBe('one');
		expect(next(bank, played, ['silence'])).toBe('new');
	});

	test('what was begun within two days is not offered for what is due', () => {
		const bank = [scenario('one', ['email']), scenario('both', ['email', 'deadline'])];
		expect(next(bank, [session('one', 2), session('both', 9)], ['email', 'deadline'])).toBe('one');
		expect(next(bank, [session('one', 2), session('both', 8)], ['email', 'deadline'])).toBe('both');
	});

	test('an empty bank offers nothing', () => {
		expect(next([], [])).toBeUndefined();
	});
});

test('the best of a scenario is one that passed, even where another had a larger share of its points', () => {
	const played = [
		session('bread', 2, { result: result(7, 7, false) }),
		session('bread', 1, { result: result(8, 9, true) })
	];
	expect(offersOf([scenario('bread')], played)[0]).toMatchObject({
		times: 2,
		best: { points: { earned: 8, possible: 9, passed: true } }
	});
});

test('a step counts only in sessions where it applied, and a session without a code not at all', () => {
	const played = [
		session('bread', 3, { stage: 'open', result: null }),
		session('film', 2, { result: result(5, 8, false, ['email']) }),
		session('bread', 1)
	];
	expect(progressOf(played)).toMatchObject({
		sessions: 2,
		steps: [
			{ step: 'email', met: 0, applied: 1 },
			{ step: 'goodbye', met: 2, applied: 2 }
		]
	});
});

test('two of three is not weak, one of two is', () => {
	expect(isWeak({ met: 2, applied: 3 })).toBe(false);
	expect(isWeak({ met: 1, applied: 2 })).toBe(true);
});

test('a damaged session is not offered to be taken up, an ended one without a code is', () => {
	const damaged = session('bread', 2, { stage: 'open', isDamaged: true, result: null });
	const ended = session('film', 1, { stage: 'ended', result: null });
	expect(interruptedIn([damaged, ended])).toBe(ended);
	expect(interruptedIn([damaged])).toBeUndefined();
});
