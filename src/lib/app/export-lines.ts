import { placesIn, type Assignment, type Place } from '#lib/domain/assignment.ts';
import type { Attempt } from '#lib/domain/attempt.ts';
import { BECAUSE_WORDS } from '#lib/domain/because.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { pointsOf } from '#lib/domain/judge.ts';
import { marksOf, openDisputes, withMarks, type Dispute, type Marks } from '#lib/domain/marks.ts';
import { groupsIn, peopleIn, playerOf, type Group, type Person } from '#lib/domain/people.ts';
import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import { RED_LINES, type RedLineId, type StepId } from '#lib/domain/step.ts';
import type { Pack } from '#lib/domain/pack.ts';
import type { Contents } from '#lib/storage/port.ts';
import { score } from './score.ts';

/** What stands in a cell. Null: nothing can be said of it. */
type Cell = string | number | boolean | null;

/** Columns of the table of attempts, in order (docs/trainer-export.md says what each holds). */
export const ATTEMPT_COLUMNS = [
	'attempt',
	'trainee_id',
	'trainee',
	'library',
	'groups',
	'scenario',
	'title',
	'patron',
	'patron_library',
	'desk',
	'desk_version',
	'mode',
	'pace',
	'assignment',
	'assignment_title',
	'number',
	'counted',
	'late',
	'started_at',
	'seconds',
	'finished',
	'code',
	'pack',
	'pack_version',
	'points',
	'possible',
	'passed',
	'machine_points',
	'machine_possible',
	'machine_passed',
	'red_lines_crossed',
	'red_lines_unsure',
	'objections',
	'objections_open',
	'comments',
	'labels',
	'note',
	'reviewed_at'
] as const;
export type AttemptLine = Record<(typeof ATTEMPT_COLUMNS)[number], Cell>;

/** Columns of the table of verdicts, in order. */
export const VERDICT_COLUMNS = [
	'attempt',
	'trainee_id',
	'trainee',
	'scenario',
	'started_at',
	'pack',
	'rule',
	'rule_name',
	'kind',
	'machine',
	'machine_because',
	'trainer',
	'trainer_reason',
	'trainer_at',
	'holds',
	'objections',
	'objections_upheld',
	'objections_open'
] as const;
export type VerdictLine = Record<(typeof VERDICT_COLUMNS)[number], Cell>;

export interface Lines {
	/** In the order in which they were begun. */
	attempts: readonly AttemptLine[];
	/** In the order of the attempts, and of a debrief. */
	verdicts: readonly VerdictLine[];
}

/** What lines are made with, beside what is stored. */
export interface LineTerms {
	/** The genuine assignments, by id. */
	assignments: ReadonlyMap<string, Assignment>;
	packFor: (attempt: Attempt) => Pack;
	/** Lets the page breathe between two attempts. */
	pause: () => Promise<void>;
}

/** Between the parts of a cell that holds several. */
const SEVERAL = '; ';

const byBeginning = (a: Attempt, b: Attempt): number =>
	Date.parse(a.startedAt) - Date.parse(b.startedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The place of each attempt among those of its trainee for its assignment, by id. */
function placesByAttempt(
	attempts: readonly Attempt[],
	traineeOf: (attempt: Attempt) => string | null,
	assignments: ReadonlyMap<string, Assignment>
): Map<string, Place<Attempt>> {
	const begun = new Map<string, Attempt[]>();
	for (const attempt of attempts) {
		if (attempt.assignment === null) continue;
		const key = JSON.stringify([attempt.assignment, traineeOf(attempt)]);
		begun.set(key, [...(begun.get(key) ?? []), attempt]);
	}
	const places = [...begun.values()].flatMap((own) => {
		const assignment = assignments.get(own[0]!.assignment!);
		return assignment === undefined ? [] : placesIn(assignment, own);
	});
	return new Map(places.map((place) => [place.attempt.id, place]));
}

interface Known {
	people: ReadonlyMap<string, Person>;
	groups: readonly Group[];
	assignments: ReadonlyMap<string, Assignment>;
	places: ReadonlyMap<string, Place<Attempt>>;
}

const openOf = (disputes: readonly Dispute[]): number =>
	disputes.filter(({ settled }) => settled === null).length;

function attemptLine(
	attempt: Attempt,
	trainee: string | null,
	pack: Pack,
	{ marks, points, machine }: Judged,
	{ people, groups, assignments, places }: Known
): AttemptLine {
	const person = trainee === null ? undefined : people.get(trainee);
	const place = places.get(attempt.id);
	const coded = attempt.events.findLast((event) => event.type === 'librarian.coded');
	const isFinished = coded !== undefined;
	const disputes = [...marks.hearings, ...marks.verdicts.flatMap((verdict) => verdict.disputes)];
	const linesThat = (holds: string): string =>
		marks.verdicts
			.filter((verdict) => RED_LINES.includes(verdict.rule as RedLineId) && verdict.holds === holds)
			.map(({ rule }) => rule)
			.join(SEVERAL);
	return {
		attempt: attempt.id,
		trainee_id: trainee,
		trainee: person?.shown ?? null,
		library: person?.library ?? null,
		groups: groups
			.filter(({ members }) => trainee !== null && members.includes(trainee))
			.map(({ name }) => name)
			.join(SEVERAL),
		scenario: attempt.scenario.id,
		title: attempt.scenario.title,
		patron: attempt.facts.patron.name,
		patron_library: attempt.facts.library.name,
		desk: attempt.desk?.name ?? null,
		desk_version: attempt.desk?.pack.version ?? null,
		mode: attempt.mode,
		pace: attempt.pace,
		assignment: attempt.assignment,
		assignment_title: assignments.get(attempt.assignment ?? '')?.title ?? null,
		number: place?.number ?? null,
		counted: place?.isCounted ?? null,
		late: place?.isLate ?? null,
		started_at: attempt.startedAt,
		seconds: Math.round((attempt.events.at(-1)?.at ?? 0) / 1000),
		finished: isFinished,
		code: coded?.type === 'librarian.coded' ? coded.code : null,
		pack: pack.id,
		pack_version: pack.version,
		points: isFinished ? points.earned : null,
		possible: isFinished ? points.possible : null,
		passed: isFinished ? points.passed : null,
		machine_points: isFinished ? machine.earned : null,
		machine_possible: isFinished ? machine.possible : null,
		machine_passed: isFinished ? machine.passed : null,
		red_lines_crossed: isFinished ? linesThat('broken') : null,
		red_lines_unsure: isFinished ? linesThat('unsure') : null,
		objections: disputes.length,
		objections_open: openDisputes(marks).length,
		comments: marks.comments.length,
		labels: [...marks.labels].sort().join(SEVERAL),
		note: marks.overall?.body.text ?? null,
		reviewed_at: marks.reviewed?.at ?? null
	};
}

/** What machine and trainer make of an attempt. */
interface Judged {
	rulings: ReturnType<typeof score>['rulings'];
	marks: Marks;
	points: ReturnType<typeof pointsOf>;
	machine: ReturnType<typeof pointsOf>;
}

function judged(attempt: Attempt, entries: readonly Entry[], pack: Pack): Judged {
	const { rulings, points: machine } = score(attempt, pack);
	const marks = marksOf(rulings, entries);
	return { rulings, marks, machine, points: pointsOf(withMarks(rulings, marks), pack) };
}

function verdictLines(line: AttemptLine, { rulings, marks }: Judged): VerdictLine[] {
	const { attempt, trainee_id, trainee, scenario, started_at, pack } = line;
	return marks.verdicts.map(({ rule, machine, holds, decidedBy, disputes }): VerdictLine => {
		const isLine = RED_LINES.includes(rule as RedLineId);
		const ruling = isLine ? rulings.redLines[rule as RedLineId] : rulings.steps[rule as StepId];
		return {
			attempt,
			trainee_id,
			trainee,
			scenario,
			started_at,
			pack,
			rule,
			rule_name: RULE_WORDS[rule].name,
			kind: isLine ? 'red line' : 'step',
			machine,
			machine_because: BECAUSE_WORDS[ruling.because],
			trainer: decidedBy === null ? null : holds,
			trainer_reason: decidedBy?.kind === 'override' ? decidedBy.body.reason : null,
			trainer_at: decidedBy?.at ?? null,
			holds,
			objections: disputes.length,
			objections_upheld: disputes.filter(({ settled }) => settled?.body.upheld === true).length,
			objections_open: openOf(disputes)
		};
	});
}

/**
 * Everything that is stored, as two tables: a row an attempt, and a row a verdict of those that have their code. Made of
 * what is there and of nothing else, so two browsers that hold the same give the same, however it came in.
 */
export async function linesOf(
	{ attempts, entries }: Pick<Contents, 'attempts' | 'entries'>,
	{ assignments, packFor, pause }: LineTerms
): Promise<Lines> {
	const about = new Map<string, Entry[]>();
	for (const entry of entries) {
		const known = about.get(entry.about);
		if (known === undefined) about.set(entry.about, [entry]);
		else known.push(entry);
	}
	const traineeOf = (attempt: Attempt): string | null => playerOf(attempt, about.get(attempt.id) ?? []);
	const known: Known = {
		people: peopleIn(entries),
		groups: groupsIn(entries),
		assignments,
		places: placesByAttempt(attempts, traineeOf, assignments)
	};
	const lines = { attempts: [] as AttemptLine[], verdicts: [] as VerdictLine[] };
	for (const attempt of [...attempts].sort(byBeginning)) {
		const pack = packFor(attempt);
		const both = judged(attempt, about.get(attempt.id) ?? [], pack);
		const line = attemptLine(attempt, traineeOf(attempt), pack, both, known);
		lines.attempts.push(line);
		if (line.finished === true) lines.verdicts.push(...verdictLines(line, both));
		await pause();
	}
	return lines;
}
