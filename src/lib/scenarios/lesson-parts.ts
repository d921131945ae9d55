import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Facts, TakeoverLine } from '#lib/domain/facts.ts';
import type { Timed } from '#lib/domain/lesson.ts';
import type { Problem } from './problem.ts';
import { readSession } from './session-file.ts';

/** Between two entries of an exercise, where it does not say how long. */
const PAUSE_S = 20;
const MS_PER_S = 1000;

/** What an exercise need not say of its session. */
const USUAL_FACTS = {
	need: 'open',
	due: 'never',
	withinReach: false,
	local: false,
	policyAnswers: false,
	fyi: null
};

type Fields = Record<string, unknown>;
const isFields = (content: unknown): content is Fields =>
	typeof content === 'object' && content !== null && !Array.isArray(content);

const secondsIn = ({ after }: Fields): number => (typeof after === 'number' ? after : PAUSE_S);

/** Entries that say how long after the one before they happen, as entries with a time. */
function timed(entries: readonly unknown[]): unknown[] {
	let at = 0;
	return entries.map((entry) => {
		if (!isFields(entry)) return entry;
		at += secondsIn(entry);
		const { after, ...rest } = entry;
		return typeof after === 'number' || after === undefined ? { at, ...rest } : entry;
	});
}

/** Facts of an exercise with what is usual filled in. */
const withUsual = (facts: unknown): unknown =>
	isFields(facts)
		? {
				...USUAL_FACTS,
				...facts,
				patron: isFields(facts.patron) ? { works: true, email: null, ...facts.patron } : facts.patron
			}
		: facts;

/** Where an exercise stands in its file. */
export interface Place {
	file: string;
	path: string;
}

const inPlace = ({ file, path }: Place, problems: readonly Problem[]): Problem[] =>
	problems.map((problem) => ({ file, path: `${path}.${problem.path}`, message: problem.message }));

/** The session in which an exercise is set: its facts, and what has happened so far. */
export function readScene(
	place: Place,
	{ facts, takeover = [], log = [] }: { facts: unknown; takeover?: unknown; log?: unknown }
): { facts: Facts; takeover: readonly TakeoverLine[]; events: readonly LoggedEvent[] } | Problem[] {
	const content = {
		id: 'exercise',
		facts: withUsual(facts),
		takeover,
		log: Array.isArray(log) ? timed(log) : log
	};
	const session = readSession(place.file, content);
	if (Array.isArray(session)) return inPlace(place, session);
	return { facts: session.facts, takeover: session.takeover, events: session.events };
}

/** `waited` in a part: seconds that are let pass. */
const waitIn = (entry: unknown): number | null =>
	isFields(entry) && typeof entry.waited === 'number' && Object.keys(entry).length === 1
		? entry.waited
		: null;

/** A part may begin where the session has ended: whether it may be coded by then is for the machines to say. */
const ENDED = { at: 0, ended: true };

/** What happens at a point of an exercise that is reached later: after a choice, or in answer to what was written. */
export function readPart(place: Place, entries: readonly unknown[], facts: unknown): Timed[] | Problem[] {
	const places = entries.flatMap((entry, index) => (waitIn(entry) === null ? [index] : []));
	const session = readSession(place.file, {
		id: 'part',
		facts: { ...(withUsual(facts) as object), due: 'never' },
		log: [ENDED, ...timed(places.map((index) => entries[index]))]
	});
	if (Array.isArray(session)) {
		const own = session.flatMap(({ path, ...problem }) => {
			const [, index, rest] = /^log\[(\d+)\](.*)$/.exec(path) ?? [];
			return index === undefined
				? []
				: [{ ...problem, path: `${place.path}[${places[Number(index) - 1]}]${rest}` }];
		});
		// What is wrong with the facts is told of the scene.
		return own;
	}
	let read = 1;
	return entries.map((entry): Timed => {
		const waited = waitIn(entry);
		if (waited !== null) {
			const byMs = waited * MS_PER_S;
			return { afterMs: byMs, event: { type: 'clock.moved', byMs } };
		}
		const { seq: _seq, at: _at, ...event } = session.events[read++]!;
		return { afterMs: secondsIn(entry as Fields) * MS_PER_S, event };
	});
}
