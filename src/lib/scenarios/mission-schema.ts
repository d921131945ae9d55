import * as v from 'valibot';
import { daysUntil } from '#lib/domain/deadline.ts';
import { deadlineIn } from '#lib/domain/log-facts.ts';
import { fields, oneOf, someOf, text } from './field.ts';
import type { Mission, MissionSession } from './mission.ts';
import { problemsOf, type Problem } from './problem.ts';
import type { Library } from './scenario.ts';
import { readSession } from './session-file.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const DAYS_IN_WEEK = WEEKDAYS.length;
/** What lies longer than that in a New list is another story. */
const MOST_DAYS_AGO = 30;

const shortName = v.pipe(
	text,
	v.regex(
		/^[a-z0-9]+(?:-[a-z0-9]+)*$/,
		'expected small letters, digits and single hyphens, such as “band-on-the-pier”'
	)
);

const DAYS = `expected a whole number of days from 0 to ${MOST_DAYS_AGO}`;

/** What a session has beyond one written by hand; facts, takeover and log are read by their own schema. */
const session = fields({
	id: shortName,
	title: text,
	colleague: text,
	daysAgo: v.pipe(v.number(DAYS), v.integer(DAYS), v.minValue(0, DAYS), v.maxValue(MOST_DAYS_AGO, DAYS)),
	firstQuestion: text,
	facts: v.record(v.string(), v.unknown(), 'expected the facts of the session'),
	takeover: v.optional(v.unknown(), []),
	log: v.unknown(),
	found: v.nullable(text),
	lesson: text
});

const missionFile = fields({
	id: shortName,
	title: text,
	intro: text,
	library: text,
	weekday: oneOf(WEEKDAYS),
	sessions: someOf(session, 'session')
});
type MissionFile = v.InferOutput<typeof missionFile>;
type SessionOfFile = MissionFile['sessions'][number];

function readMissionSession(
	file: string,
	written: SessionOfFile,
	library: Library,
	weekday: number
): MissionSession | Problem[] {
	const { id, title, colleague, daysAgo, firstQuestion, found, lesson, facts, takeover, log } = written;
	const given = { library: { name: library.name, goodbye: library.goodbye }, ...facts };
	const read = readSession(file, { id, facts: given, takeover, log });
	if (Array.isArray(read)) return read;
	const problems: Problem[] = [];
	const add = (path: string, message: string) => problems.push({ file, path, message });
	if (!read.events.some(({ type }) => type === 'librarian.coded'))
		add('log', 'has no “coded: …”; what lies at the follow-up desk has its code');
	for (const seq of read.unheard) {
		const event = read.events[seq - 1];
		if (event?.type === 'librarian.said')
			add('log', `does not list the acts of “${event.text.slice(0, 60)}”; write acts: [] where it does none`);
	}
	const deadline = deadlineIn(read.takeover, read.events);
	const chatDay = (weekday - (daysAgo % DAYS_IN_WEEK) + DAYS_IN_WEEK) % DAYS_IN_WEEK;
	if (deadline !== null && daysUntil(deadline, chatDay) === null)
		add(
			'log',
			`gives the deadline “${deadline}”, which no day can be counted from; name a weekday, tomorrow, or a number of days`
		);
	if (problems.length > 0) return problems;
	return {
		id,
		title,
		colleague,
		daysAgo,
		firstQuestion,
		found,
		lesson,
		facts: read.facts,
		takeover: read.takeover,
		events: read.events
	};
}

/** Reads one mission; all problems at once where it is not one. */
function readMission(file: string, content: unknown, libraries: readonly Library[]): Mission | Problem[] {
	const parsed = v.safeParse(missionFile, content);
	if (!parsed.success) return problemsOf(file, parsed.issues);
	const { id, title, intro, sessions } = parsed.output;
	const library = libraries.find((one) => one.id === parsed.output.library);
	if (library === undefined) {
		const names = libraries.map((one) => one.id).join(', ');
		const message = `names “${parsed.output.library}”, which is none of the libraries (${names})`;
		return [{ file, path: 'library', message }];
	}
	const weekday = WEEKDAYS.indexOf(parsed.output.weekday);
	const problems: Problem[] = [];
	const read = sessions.flatMap((one, index) => {
		const path = `sessions[${index}]`;
		if (sessions.findIndex((other) => other.id === one.id) < index)
			problems.push({ file, path: `${path}.id`, message: `“${one.id}” is taken by another session` });
		const made = readMissionSession(file, one, library, weekday);
		if (!Array.isArray(made)) return [made];
		problems.push(...made.map((problem) => ({ ...problem, path: `${path}.${problem.path}` })));
		return [];
	});
	if (problems.length > 0) return problems;
	const { name, followUpLibrarian } = library;
	return { id, title, intro, library: name, followUpLibrarian, weekday, sessions: read };
}

/** Reads all missions, and gives all problems of all files at once where anything is wrong. */
export function readMissions(
	files: readonly { path: string; content: unknown }[],
	libraries: readonly Library[]
): { missions: Mission[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const missions = new Map<string, Mission>();
	for (const { path, content } of files) {
		const read = readMission(path, content, libraries);
		if (Array.isArray(read)) problems.push(...read);
		else if (missions.has(read.id))
			problems.push({ file: path, path: 'id', message: `“${read.id}” is taken by another mission` });
		else missions.set(read.id, read);
	}
	return { missions: [...missions.values()], problems };
}
