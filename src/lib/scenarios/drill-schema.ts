import * as v from 'valibot';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import type { DrillCase } from './drill-case.ts';
import { problemsOf, type Problem } from './problem.ts';
import { readSession, type WrittenSession } from './session-file.ts';

const text = v.pipe(
	v.string('expected text'),
	v.trim(),
	v.minLength(1, 'expected some text, not an empty line')
);

/** What a case has beyond a session written by hand; the session is read by its own schema. */
const caseFile = v.strictObject({
	id: v.pipe(
		v.string('expected a short name'),
		v.regex(
			/^[a-z0-9]+(?:-[a-z0-9]+)*$/,
			'expected small letters, digits and single hyphens, such as “chapter-six”'
		)
	),
	title: text,
	firstQuestion: text,
	followUpLibrarian: text,
	facts: v.optional(v.unknown()),
	takeover: v.optional(v.unknown()),
	log: v.optional(v.unknown()),
	afterwards: v.optional(v.nullable(text), null),
	lesson: text,
	right: v.pipe(
		v.array(
			v.picklist(RESOLUTION_CODES, `expected one of: ${RESOLUTION_CODES.join(', ')}`),
			'expected a list of codes'
		),
		v.minLength(1, 'expected at least one code; a chat for which no code is right can’t be drilled'),
		v.check((codes) => new Set(codes).size === codes.length, 'names a code twice')
	)
});

/** What makes a session fit for the drill: it is over, it has no code, and nobody has to hear what was said. */
function unfitness(file: string, { events, unheard }: WrittenSession): Problem[] {
	const problems: Problem[] = [];
	const add = (message: string) => problems.push({ file, path: 'log', message });
	if (!events.some(({ type }) => type === 'librarian.ended'))
		add('has no “ended: true”; a case begins where the session ends');
	if (events.some(({ type }) => type === 'librarian.coded'))
		add('is coded already; leave out “coded”, it is what the trainee chooses');
	for (const seq of unheard) {
		const event = events[seq - 1];
		if (event?.type === 'librarian.said')
			add(`does not list the acts of “${event.text.slice(0, 60)}”; write acts: [] where it does none`);
	}
	return problems;
}

/** Reads a case of the coding drill; all problems at once where it is not one. */
function readDrillCase(file: string, content: unknown): DrillCase | Problem[] {
	const parsed = v.safeParse(caseFile, content);
	const session = readSession(file, content);
	const problems = [
		...(parsed.success ? [] : problemsOf(file, parsed.issues)),
		...(Array.isArray(session) ? session : unfitness(file, session))
	];
	if (!parsed.success || Array.isArray(session) || problems.length > 0) return onceEach(problems);
	const { id, title, firstQuestion, followUpLibrarian, afterwards, lesson, right } = parsed.output;
	const { facts, takeover, events } = session;
	return {
		id,
		title,
		facts,
		takeover,
		events,
		firstQuestion,
		followUpLibrarian,
		afterwards,
		lesson,
		right
	};
}

/** Two schemas read one file: what both of them miss is told once. */
function onceEach(problems: readonly Problem[]): Problem[] {
	const seen = new Set<string>();
	return problems.filter(({ path }) => path === 'log' || (!seen.has(path) && seen.add(path)));
}

/** Reads all cases, and gives all problems of all files at once where anything is wrong. */
export function readDrill(files: readonly { path: string; content: unknown }[]): {
	cases: DrillCase[];
	problems: Problem[];
} {
	const problems: Problem[] = [];
	const cases = new Map<string, DrillCase>();
	for (const { path, content } of files) {
		const read = readDrillCase(path, content);
		if (Array.isArray(read)) problems.push(...read);
		else if (cases.has(read.id))
			problems.push({ file: path, path: 'id', message: `“${read.id}” is taken by another case` });
		else cases.set(read.id, read);
	}
	return { cases: [...cases.values()], problems };
}
