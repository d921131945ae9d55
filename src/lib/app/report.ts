import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import { RED_LINES, STEPS, type StepId } from '#lib/domain/step.ts';
import type { AttemptLine, Lines, VerdictLine } from './export-lines.ts';

/** How often a step was met where it applied. */
export interface StepSum {
	step: StepId;
	name: string;
	met: number;
	applied: number;
}

/** Chats, passes and steps over some attempts that have their code. */
export interface Sum {
	chats: number;
	passed: number;
	/** Red lines that hold as crossed, with how often. */
	crossed: readonly { name: string; times: number }[];
	/** Steps that applied at least once, in the order of a debrief. */
	steps: readonly StepSum[];
	/** Verdicts where a trainer's word holds against the machine's. */
	overridden: number;
}

/** One chat in a report. */
export interface ReportChat {
	id: string;
	startedAt: string;
	title: string;
	points: string;
	isPassed: boolean;
	crossed: readonly string[];
	/** `Week 6, attempt 2, not counted`; null where it was for no assignment. */
	assignment: string | null;
	/** What the trainer said otherwise than the machine: `Note: met, not missed. There was one.` */
	overrides: readonly string[];
	note: string | null;
	isReviewed: boolean;
}

export interface PersonReport {
	/** Null for chats that nobody has put a name to. */
	id: string | null;
	name: string;
	library: string;
	sum: Sum;
	chats: readonly ReportChat[];
}

export interface TrainerReport {
	/** By name. */
	people: readonly PersonReport[];
	sum: Sum;
}

const HOLDS_WORDS: Readonly<Record<string, string>> = {
	broken: 'crossed',
	'not-applicable': 'did not apply'
};
const verdictWord = (verdict: unknown): string => HOLDS_WORDS[String(verdict)] ?? String(verdict);

function sumOf(attempts: readonly AttemptLine[], verdicts: readonly VerdictLine[]): Sum {
	const count = (rule: string, holds: string): number =>
		verdicts.filter((one) => one.rule === rule && one.holds === holds).length;
	const steps = STEPS.map((step) => {
		const met = count(step, 'met');
		return { step, name: RULE_WORDS[step].name, met, applied: met + count(step, 'missed') };
	});
	return {
		chats: attempts.length,
		passed: attempts.filter(({ passed }) => passed === true).length,
		crossed: RED_LINES.map((line) => ({ name: RULE_WORDS[line].name, times: count(line, 'broken') })).filter(
			({ times }) => times > 0
		),
		steps: steps.filter(({ applied }) => applied > 0),
		overridden: verdicts.filter(({ trainer, machine }) => trainer !== null && trainer !== machine).length
	};
}

function assignmentWords({
	assignment,
	assignment_title,
	number,
	counted,
	late
}: AttemptLine): string | null {
	if (assignment === null) return null;
	const parts = [assignment_title ?? 'an assignment that is not here'];
	if (number !== null) parts.push(`attempt ${String(number)}`);
	if (counted === false) parts.push('not counted');
	if (late === true) parts.push('late');
	return parts.join(', ');
}

function chatOf(line: AttemptLine, verdicts: readonly VerdictLine[]): ReportChat {
	return {
		id: String(line.attempt),
		startedAt: String(line.started_at),
		title: String(line.title),
		points: `${String(line.points)} of ${String(line.possible)}`,
		isPassed: line.passed === true,
		crossed: verdicts
			.filter(({ kind, holds }) => kind === 'red line' && holds === 'broken')
			.map(({ rule_name }) => String(rule_name)),
		assignment: assignmentWords(line),
		overrides: verdicts
			.filter(({ trainer, machine }) => trainer !== null && trainer !== machine)
			.map(({ rule_name, holds, machine, trainer_reason }) =>
				[
					`${String(rule_name)}: ${verdictWord(holds)}, not ${verdictWord(machine)}.`,
					...(trainer_reason === null ? [] : [String(trainer_reason)])
				].join(' ')
			),
		note: line.note === null ? null : String(line.note),
		isReviewed: line.reviewed_at !== null
	};
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The report on these trainees (null among them: chats of nobody named), or on all where nobody is chosen. */
export function reportOf(lines: Lines, isAsked: (trainee: string | null) => boolean): TrainerReport {
	const idOf = ({ trainee_id }: AttemptLine): string | null =>
		typeof trainee_id === 'string' ? trainee_id : null;
	const attempts = lines.attempts.filter((line) => line.finished === true && isAsked(idOf(line)));
	const ofAttempt = new Map<unknown, VerdictLine[]>();
	for (const verdict of lines.verdicts) {
		const known = ofAttempt.get(verdict.attempt);
		if (known === undefined) ofAttempt.set(verdict.attempt, [verdict]);
		else known.push(verdict);
	}
	const verdictsOf = (some: readonly AttemptLine[]): VerdictLine[] =>
		some.flatMap(({ attempt }) => ofAttempt.get(attempt) ?? []);
	const people = [...new Set(attempts.map(idOf))].map((id): PersonReport => {
		const own = attempts.filter((line) => idOf(line) === id);
		const { trainee, library } = own[0]!;
		return {
			id,
			name: trainee === null ? (id === null ? 'Nobody named' : `Unknown (${id.slice(-4)})`) : String(trainee),
			library: library === null ? '' : String(library),
			sum: sumOf(own, verdictsOf(own)),
			chats: own.map((line) => chatOf(line, ofAttempt.get(line.attempt) ?? []))
		};
	});
	return {
		people: people.sort((a, b) => byText(a.name, b.name) || byText(a.id ?? '', b.id ?? '')),
		sum: sumOf(attempts, verdictsOf(attempts))
	};
}
