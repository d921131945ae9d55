import * as v from 'valibot';
import { ACTS } from '#lib/domain/act.ts';
import type { Exercise, Lesson, Timed } from '#lib/domain/lesson.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { always, fields, kinds, listOf, oneOf, rawText, someOf, text } from './field.ts';
import { readPart, readScene, type Place } from './lesson-parts.ts';
import { problemsOf, type Problem } from './problem.ts';

const name = v.pipe(
	text,
	v.regex(
		/^[a-z0-9]+(?:-[a-z0-9]+)*$/,
		'expected small letters, digits and single hyphens, such as “look-first”'
	)
);
const entries = listOf(v.unknown(), 'expected a list of what happens');
const moves = v.pipe(
	listOf(entries, 'expected a list of moves, each a list of what happens'),
	v.minLength(2, 'expected at least two moves; of one there is nothing to choose')
);
const rule = oneOf([...STEPS, ...RED_LINES]);

const scene = {
	id: name,
	task: text,
	remark: text,
	followUpLibrarian: v.optional(text, 'the follow-up librarian'),
	facts: v.unknown(),
	takeover: v.optional(v.unknown()),
	log: v.optional(v.unknown())
};
const aimed = { goals: someOf(rule, 'rule'), rest: v.optional(entries, []) };

const exercise = kinds(
	{
		choose: fields({ ...scene, ...aimed, choose: moves }),
		order: fields({ ...scene, ...aimed, order: moves }),
		write: fields({
			...scene,
			...aimed,
			write: oneOf(['message', 'note']),
			start: v.optional(rawText(), ''),
			acts: v.optional(listOf(oneOf(ACTS)), []),
			solution: text,
			reply: v.optional(fields({ to: oneOf(ACTS), log: entries }))
		}),
		spot: fields({ ...scene, spot: always(true) }),
		findAddress: fields({ ...scene, findAddress: always(true) }),
		code: fields({ ...scene, code: always(true) })
	},
	'expected an exercise: one that has choose, order, write, spot, findAddress or code'
);
type ExerciseFile = v.InferOutput<typeof exercise>;

const lessonFile = fields({
	id: name,
	title: text,
	rules: someOf(rule, 'rule'),
	why: fields({ figure: text, text, source: text }),
	exercises: someOf(exercise, 'exercise')
});

/** Reads the parts of an exercise and keeps what is wrong with any of them. */
class PartReader {
	readonly problems: Problem[] = [];
	readonly #place: Place;
	readonly #facts: unknown;

	constructor(place: Place, facts: unknown) {
		this.#place = place;
		this.#facts = facts;
	}

	read(path: string, part: readonly unknown[]): Timed[] {
		const { file } = this.#place;
		const timed = readPart({ file, path: `${this.#place.path}.${path}` }, part, this.#facts);
		const isRead = (of: readonly (Timed | Problem)[]): of is Timed[] => of.every((one) => 'event' in one);
		if (isRead(timed)) return timed;
		this.problems.push(...timed);
		return [];
	}

	all(path: string, parts: readonly (readonly unknown[])[]): Timed[][] {
		return parts.map((part, index) => this.read(`${path}[${index}]`, part));
	}
}

function readExercise(place: Place, one: ExerciseFile): Exercise | Problem[] {
	const read = readScene(place, one);
	const parts = new PartReader(place, one.facts);
	const { id, task, remark, followUpLibrarian } = one;
	const make = (): Exercise => {
		const shared = {
			id,
			task,
			remark,
			followUpLibrarian,
			...(Array.isArray(read) ? ({} as Exclude<typeof read, Problem[]>) : read)
		};
		if ('choose' in one || 'order' in one) {
			const aim = { ...shared, goals: one.goals, rest: parts.read('rest', one.rest) };
			return 'choose' in one
				? { ...aim, kind: 'choose', moves: parts.all('choose', one.choose) }
				: { ...aim, kind: 'order', moves: parts.all('order', one.order) };
		}
		if ('write' in one)
			return {
				...shared,
				kind: 'write',
				writes: one.write,
				start: one.start,
				acts: one.acts,
				solution: one.solution,
				reply:
					one.reply === undefined
						? null
						: { to: one.reply.to, events: parts.read('reply.log', one.reply.log) },
				goals: one.goals,
				rest: parts.read('rest', one.rest)
			};
		return { ...shared, kind: 'spot' in one ? 'spot' : 'code' in one ? 'code' : 'find-address' };
	};
	const made = make();
	const problems = [...(Array.isArray(read) ? read : []), ...parts.problems];
	return problems.length > 0 ? problems : made;
}

function readLesson(file: string, content: unknown): Lesson | Problem[] {
	const parsed = v.safeParse(lessonFile, content);
	if (!parsed.success) return problemsOf(file, parsed.issues);
	const problems: Problem[] = [];
	const exercises = parsed.output.exercises.flatMap((one, index) => {
		const read = readExercise({ file, path: `exercises[${index}]` }, one);
		if (!Array.isArray(read)) return [read];
		problems.push(...read);
		return [];
	});
	return problems.length > 0 ? problems : { ...parsed.output, exercises };
}

/** Reads all lessons in the order of their files, and gives all problems of all files at once where anything is wrong. */
export function readLessons(files: readonly { path: string; content: unknown }[]): {
	lessons: Lesson[];
	problems: Problem[];
} {
	const problems: Problem[] = [];
	const lessons: Lesson[] = [];
	const taken = new Set<string>();
	for (const { path, content } of files) {
		const read = readLesson(path, content);
		if (Array.isArray(read)) {
			problems.push(...read);
			continue;
		}
		for (const id of [read.id, ...read.exercises.map((one) => one.id)]) {
			if (taken.has(id))
				problems.push({ file: path, path: 'id', message: `“${id}” is taken by another lesson or exercise` });
			taken.add(id);
		}
		lessons.push(read);
	}
	return { lessons, problems };
}
