import { expect, test } from 'vitest';
import { chartOf } from '#lib/app/closing-chart.ts';
import { laidOut, optionsOf, tryAnswer } from '#lib/app/exercise.ts';
import { score } from '#lib/app/score.ts';
import { REGION_NAMES, REGIONS } from '#lib/domain/standing.ts';
import { CHART } from '#lib/machines/closing/closing.machine.ts';
import { when } from '#lib/machines/closing/vocabulary.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { packById } from '#lib/scenarios/bank.ts';
import { DRILL_CASES } from '#lib/scenarios/drill-cases.ts';
import { LESSONS } from '#lib/scenarios/lessons.ts';

const pack = packById('24-7')!;
const drawn = chartOf(CHART);

test('every region is drawn with every state that it has', () => {
	expect(drawn.map(({ id, states }) => [id, states.map((state) => state.id).sort()])).toEqual(
		REGION_NAMES.map((region) => [region, [...REGIONS[region]].sort()])
	);
});

test('whatever a log moves, the drawing has an arrow for it that says why', () => {
	const exercises = LESSONS.flatMap((lesson) => lesson.exercises);
	const moved = [
		...DRILL_CASES.flatMap((one) => score(one, pack).trace.moved),
		...exercises.flatMap((exercise) => {
			const answers =
				exercise.kind === 'write'
					? [{ text: exercise.solution }]
					: exercise.kind === 'order'
						? [{ order: laidOut(exercise) }]
						: optionsOf(exercise, pack, rulesRecogniser).map((_, option) => ({ option }));
			return answers.flatMap((answer) => tryAnswer(exercise, answer, pack, rulesRecogniser).trace.moved);
		})
	];
	const missing = moved.filter(
		({ region, from, to }) =>
			!drawn
				.find(({ id }) => id === region)
				?.arrows.some(
					(arrow) => arrow.from === from && arrow.to === to && arrow.when.every((why) => why !== '')
				)
	);
	expect(moved.length).toBeGreaterThan(500);
	expect(missing).toEqual([]);
});

test('a machine that is changed is drawn changed', () => {
	const changed: typeof CHART = {
		...CHART,
		thanks: {
			...CHART.thanks,
			states: {
				unsaid: { on: { 'librarian.said': { guard: when({ says: ['hold'] }), target: 'said' } } },
				said: { on: { 'patron.fell-silent': 'unsaid' } }
			}
		}
	};
	const [before] = chartOf(CHART, ['thanks']);
	const [after] = chartOf(changed, ['thanks']);
	expect(after!.arrows).toEqual([
		{ from: 'unsaid', to: 'said', when: ['your message asks the patron to wait'] },
		{ from: 'said', to: 'unsaid', when: ['the patron falls silent'] }
	]);
	expect(before!.arrows).not.toEqual(after!.arrows);
});
