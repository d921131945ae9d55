import type { Attempt } from '#lib/domain/attempt.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import type { Recogniser } from '#lib/recognition/recogniser.ts';
import { readActions } from '#lib/scenarios/actions-file.ts';
import { DEFAULT_PACK, LIBRARIES, loadScenario, packById, PACKS, SCENARIOS } from '#lib/scenarios/bank.ts';
import { compileNew } from '#lib/scenarios/compile.ts';
import { problemText, yamlProblems, type Problem } from '#lib/scenarios/problem.ts';
import type { LibrarianAction, Scenario } from '#lib/scenarios/scenario.ts';
import { readSession } from '#lib/scenarios/session-file.ts';
import { attemptSchema, parseWith } from '#lib/storage/schema.ts';
import { debriefOf, type Report } from './debrief.ts';
import type { Scorable } from './score.ts';
import { hear, simulate } from './simulate.ts';

/** A value, or the sentences that say why there is none. */
export type Found<T> = { ok: true; value: T } | { ok: false; problems: readonly string[] };

const found = <T>(value: T): Found<T> => ({ ok: true, value });
const lacking = (...problems: string[]): Found<never> => ({ ok: false, problems });
const told = (problems: readonly Problem[]): Found<never> => lacking(...problems.map(problemText));

export function findPack(id: string = DEFAULT_PACK): Found<Pack> {
	const pack = packById(id);
	return pack === undefined
		? lacking(`“${id}” is no policy pack; expected one of ${PACKS.map((one) => one.id).join(', ')}`)
		: found(pack);
}

/** Every scenario of the bank and every twist. */
export const allScenarioIds = (): string[] =>
	SCENARIOS.flatMap(({ id, twists }) => [id, ...twists.map((twist) => twist.id)]);

/** A scenario of the bank, or a twist of one. */
export async function findScenario(id: string): Promise<Found<Scenario>> {
	const scenario = await loadScenario(id);
	return scenario === undefined
		? lacking(
				`“${id}” is no scenario of the bank; expected one of ${SCENARIOS.map((one) => one.id).join(', ')}, or a file`
			)
		: found(scenario);
}

/** The scenario of a file that is not in the bank yet, and after it its twists. */
export function scenariosFrom(file: string, content: unknown): Found<readonly [Scenario, ...Scenario[]]> {
	const { scenarios, problems } = compileNew({ path: file, content }, LIBRARIES);
	const [scenario, ...twists] = scenarios;
	return problems.length > 0 || scenario === undefined ? told(problems) : found([scenario, ...twists]);
}

/** What is wrong with a file that is not even YAML, a sentence each. */
export const yamlFaults = (file: string, faults: Parameters<typeof yamlProblems>[1]): string[] =>
	yamlProblems(file, faults).map(problemText);

export function actionsFrom(file: string, content: unknown): Found<LibrarianAction[]> {
	const actions = readActions(file, content);
	return Array.isArray(actions) ? found(actions) : told(actions.problems);
}

/** A finished log with its facts: an attempt of this app, or a session written by hand (docs/session-format.md). */
export function sessionFrom(
	file: string,
	content: unknown,
	recogniser: Recogniser = rulesRecogniser
): Found<Scorable & { seed: number }> {
	const isAttempt = typeof content === 'object' && content !== null && 'format' in content;
	if (isAttempt) {
		const attempt = parseWith(attemptSchema, content);
		return 'value' in attempt
			? found(attempt.value)
			: lacking(...attempt.problems.map((problem) => `${file}: ${problem}`));
	}
	const session = readSession(file, content);
	if (Array.isArray(session)) return told(session);
	const events: LoggedEvent[] = [];
	for (const event of session.events) {
		const isUnheard = event.type === 'librarian.said' && session.unheard.includes(event.seq);
		events.push(
			isUnheard
				? { ...event, heard: hear(recogniser, event.text, session, events), recogniser: recogniser.version }
				: event
		);
	}
	return found({ facts: session.facts, takeover: session.takeover, events, seed: 0 });
}

const brief = ({ verdict, becauseText, evidence, nearest, repair }: Report) => ({
	verdict,
	because: becauseText,
	evidence,
	...(nearest === null ? {} : { nearest }),
	...(verdict === 'missed' || verdict === 'broken' ? { repair } : {})
});

/** The verdicts of a session as plain data. */
export function verdictsOf(session: Scorable & { seed: number }, pack: Pack, scenario?: Scenario) {
	const { reports, points, remarks, consequence } = debriefOf(session, pack, scenario);
	const of = (ids: readonly string[]) =>
		Object.fromEntries(
			reports.filter(({ rule }) => ids.includes(rule)).map((report) => [report.rule, brief(report)])
		);
	return {
		pack: pack.id,
		points: `${points.earned} of ${points.possible}`,
		passed: points.passed,
		steps: of(STEPS),
		redLines: of(RED_LINES),
		remarks,
		consequence
	};
}

/** Plays actions against a scenario and scores what came of it. */
export function simulated(
	scenario: Scenario,
	seed: number,
	actions: readonly LibrarianAction[],
	pack: Pack,
	recogniser: Recogniser = rulesRecogniser
) {
	let events: Attempt['events'];
	try {
		events = simulate(scenario, seed, actions, recogniser);
	} catch (error) {
		return lacking((error as Error).message);
	}
	const session = { facts: scenario.facts, takeover: scenario.takeover, events, seed };
	return found({ scenario: scenario.id, seed, events, ...verdictsOf(session, pack, scenario) });
}
