import { expect, test } from 'vitest';
import { problemText } from './problem.ts';
import { readLessons } from './lesson-schema.ts';

const facts = { library: { name: 'Alder Falls', goodbye: null }, patron: { name: 'Teodor' } };
const choose = {
	id: 'a-choice',
	task: 'What now?',
	remark: 'So.',
	facts,
	takeover: [{ patron: 'when is it open' }],
	choose: [[{ said: 'Anything else?' }, { patron: 'no', does: ['satisfied'] }], [{ opened: 'info' }]],
	goals: ['complete-check']
};
const lesson = (exercise: object, over: object = {}) => ({
	id: 'a-lesson',
	title: 'A lesson',
	rules: ['complete-check'],
	why: { figure: '1 in 2', text: 'It is so.', source: 'a study' },
	exercises: [exercise],
	...over
});
const read = (...contents: object[]) =>
	readLessons(contents.map((content, index) => ({ path: `lessons/0${index + 1}.yaml`, content })));
const toldOf = (...contents: object[]): string[] => read(...contents).problems.map(problemText);

test('a lesson that says all that it must is read, with what is usual filled in', () => {
	const { lessons, problems } = read(lesson(choose));
	expect(problems).toEqual([]);
	const [exercise] = lessons[0]!.exercises;
	expect(exercise?.facts).toMatchObject({ need: 'open', local: false, patron: { email: null, works: true } });
	expect(exercise?.kind === 'choose' && exercise.moves.map((move) => move.length)).toEqual([2, 1]);
});

test('time goes by between entries: as long as it says, else a little', () => {
	const { lessons } = read(
		lesson({
			...choose,
			log: [{ said: 'Hello.' }, { after: 90, patronSilent: true }],
			choose: [[{ waited: 300 }, { ended: true }], [{ ended: true }]]
		})
	);
	const [exercise] = lessons[0]!.exercises;
	expect(exercise?.events.map(({ at }) => at)).toEqual([20_000, 110_000]);
	expect(exercise?.kind === 'choose' && exercise.moves[0]).toEqual([
		{ afterMs: 300_000, event: { type: 'clock.moved', byMs: 300_000 } },
		{ afterMs: 20_000, event: { type: 'librarian.ended' } }
	]);
});

test.for([
	[
		'a rule misspelt',
		lesson(choose, { rules: ['complet-check'] }),
		/rules, entry 1: did you mean “complete-check”/
	],
	[
		'a goal misspelt',
		lesson({ ...choose, goals: ['privcy'] }),
		/exercises, entry 1, goals, entry 1: did you mean “privacy”/
	],
	['no source', lesson(choose, { why: { figure: '1', text: 'so' } }), /why\.source: is missing/],
	['nothing to do', lesson(choose, { exercises: [] }), /exercises: expected at least one exercise/],
	[
		'one move only',
		lesson({ ...choose, choose: [[{ opened: 'info' }]] }),
		/choose: expected at least two moves/
	],
	[
		'a tab that there is none of',
		lesson({ ...choose, choose: [[{ said: 'x' }, { opened: 'inf' }], [{ ended: true }]] }),
		/lessons\/01\.yaml: exercises, entry 1, choose, entry 1, entry 2, opened: did you mean “info”/
	],
	[
		'an act that there is none of, after a wait',
		lesson({
			...choose,
			choose: [[{ waited: 60 }, { said: 'x', acts: ['chek-answered'] }], [{ ended: true }]]
		}),
		/choose, entry 1, entry 2, acts, entry 1: did you mean “check-answered”/
	],
	[
		'a log whose entry does nothing',
		lesson({ ...choose, log: [{ sayd: 'Hello.' }] }),
		/exercises, entry 1, log, entry 1: expected one entry of a session/
	],
	[
		'no name of the library',
		lesson({ ...choose, facts: { ...facts, library: { goodbye: null } } }),
		/facts\.library\.name: is missing/
	],
	['two kinds at once', lesson({ ...choose, spot: true }), /is choose and spot at once/]
] as const)(
	'a lesson with %s is refused, and it is said where and what was expected',
	([, content, reason]) => {
		const told = toldOf(content);
		expect(told.join('\n')).toMatch(reason);
		expect(read(content).lessons).toEqual([]);
	}
);

test('an id that is taken is told, since what was done is kept under it', () => {
	expect(toldOf(lesson(choose), lesson(choose, { id: 'another' }))).toEqual([
		'lessons/02.yaml: id: “a-choice” is taken by another lesson or exercise'
	]);
});
