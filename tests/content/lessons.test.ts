import { describe, expect, test } from 'vitest';
import { laidOut, optionsOf, tryAnswer, type Answer } from '#lib/app/exercise.ts';
import { regionsDeciding } from '#lib/app/evidence.ts';
import type { Exercise } from '#lib/domain/lesson.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { loadRecogniser } from '#lib/recognition/load.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { packById } from '#lib/scenarios/bank.ts';
import { LESSONS } from '#lib/scenarios/lessons.ts';

const pack = packById('24-7')!;
const exercises = LESSONS.flatMap((lesson) => lesson.exercises);
const recognisers = [rulesRecogniser, await loadRecogniser()];

/** An order of moves for each way to swap two of them. */
const swaps = (count: number): number[][] =>
	Array.from({ length: count }, (_, i) => i).flatMap((i) =>
		Array.from({ length: count - i - 1 }, (_, j) => {
			const order = Array.from({ length: count }, (_, index) => index);
			[order[i], order[i + j + 1]] = [order[i + j + 1]!, order[i]!];
			return order;
		})
	);

/** Answers that are right, answers that are not, as the exercise means it. */
function answersOf(exercise: Exercise): { right: Answer[]; wrong: Answer[] } | null {
	if (exercise.kind === 'write')
		return {
			right: [{ text: exercise.solution }],
			wrong: ['', exercise.start, 'Ok.', 'One moment please.'].map((text) => ({ text }))
		};
	if (exercise.kind === 'order')
		return {
			right: [{ order: exercise.moves.map((_, index) => index) }],
			wrong: [laidOut(exercise), ...swaps(exercise.moves.length)].map((order) => ({ order }))
		};
	return null;
}

test('there are eight, and together they are about every step and every red line', () => {
	expect(LESSONS).toHaveLength(8);
	const rules = new Set(LESSONS.flatMap((lesson) => lesson.rules));
	expect([...STEPS, ...RED_LINES].filter((rule) => !rules.has(rule))).toEqual([]);
});

test('no two exercises share an id, under which what was done is kept', () => {
	expect(new Set(exercises.map(({ id }) => id)).size).toBe(exercises.length);
});

test('they ask for each kind of deed that there is', () => {
	expect(new Set(exercises.map(({ kind }) => kind))).toEqual(
		new Set(['choose', 'order', 'write', 'spot', 'find-address', 'code'])
	);
});

describe.for(recognisers.map((recogniser) => [recogniser.version, recogniser] as const))(
	'heard by %s',
	([, recogniser]) => {
		const isRight = (exercise: Exercise, answer: Answer) =>
			tryAnswer(exercise, answer, pack, recogniser).isRight;

		test.for(exercises.map((exercise) => [exercise.id, exercise] as const))(
			'%s: what is right passes, and what is not does not',
			([, exercise]) => {
				const answers = answersOf(exercise);
				if (answers !== null) {
					expect(answers.right.filter((answer) => !isRight(exercise, answer))).toEqual([]);
					expect(answers.wrong.filter((answer) => isRight(exercise, answer))).toEqual([]);
					return;
				}
				const options = optionsOf(exercise, pack, recogniser);
				const right = options.filter((_, option) => isRight(exercise, { option }));
				expect(right.length).toBeGreaterThan(0);
				expect(options.length).toBeGreaterThan(right.length);
				if (exercise.kind !== 'code') expect(right).toHaveLength(1);
			}
		);
	}
);

test('what decides the rules of a lesson is moved by what is done in it', () => {
	const still = LESSONS.flatMap(({ id, rules, exercises: own }) => {
		const moved = new Set(
			own.flatMap((exercise) => {
				const answers =
					answersOf(exercise)?.right ??
					optionsOf(exercise, pack, rulesRecogniser).map((_, option) => ({ option }));
				return answers.flatMap((answer) =>
					tryAnswer(exercise, answer, pack, rulesRecogniser).trace.moved.map(({ region }) => region)
				);
			})
		);
		return rules
			.filter((rule) => !regionsDeciding(rule).some((region) => moved.has(region)))
			.map((rule) => `${id}: ${rule}`);
	});
	expect(still).toEqual([]);
});
