import { RED_LINES, STEPS, type RedLineId, type StepId } from '#lib/domain/step.ts';
import type { ScenarioSummary } from '#lib/scenarios/scenario.ts';
import type { Played, PlayedResult } from './played.ts';

/** How often a step was met where it applied. */
export interface StepTally {
	step: StepId;
	met: number;
	applied: number;
}

/** How somebody's closing stands, over all sessions that have a code. */
export interface Progress {
	/** Number of sessions counted. */
	sessions: number;
	/** Steps that applied at least once, in the order of a debrief. */
	steps: readonly StepTally[];
	/** Red lines that were crossed at least once, and in how many sessions. */
	crossed: readonly { line: RedLineId; times: number }[];
}

export function progressOf(played: readonly Played[]): Progress {
	const results = played.flatMap(({ result }) => result ?? []);
	const steps = STEPS.map((step) => {
		const applied = results.flatMap((result) => result.steps.filter((one) => one.step === step));
		return { step, met: applied.filter(({ isMet }) => isMet).length, applied: applied.length };
	});
	const crossed = RED_LINES.map((line) => ({
		line,
		times: results.filter((result) => result.crossed.includes(line)).length
	}));
	return {
		sessions: results.length,
		steps: steps.filter(({ applied }) => applied > 0),
		crossed: crossed.filter(({ times }) => times > 0)
	};
}

/** Fewer than two of three: worth practising next. */
export const isWeak = ({ met, applied }: Pick<StepTally, 'met' | 'applied'>): boolean =>
	met * 3 < applied * 2;

/** The chat that comes first: one need, and a patron who gives an address when asked. */
export const FIRST_SCENARIO = 'obituary-of-1894';

/** A scenario on offer, and how it went so far. */
export interface Offered extends ScenarioSummary {
	/** Sessions of it that have a code, twists included. */
	times: number;
	/** The best of them: one that passed, else the one with the largest share of its points. */
	best: PlayedResult | null;
	/** How often it was taken as an assessment; one that was left counts. */
	assessments: number;
	/** When it was last begun; ISO 8601, UTC; null where it never was. */
	lastStartedAt: string | null;
}

/** A twist is the same scenario with one fact turned. */
const withoutTwist = (scenarioId: string): string => scenarioId.split('--')[0] ?? scenarioId;

const isBetter = (one: PlayedResult, other: PlayedResult): boolean => {
	if (one.points.passed !== other.points.passed) return one.points.passed;
	return one.points.earned * other.points.possible > other.points.earned * one.points.possible;
};

export function offersOf(scenarios: readonly ScenarioSummary[], played: readonly Played[]): Offered[] {
	return scenarios.map((scenario) => {
		const sessions = played.filter((one) => withoutTwist(one.scenario.id) === scenario.id);
		const results = sessions.flatMap(({ result }) => result ?? []);
		const started = sessions.map(({ startedAt }) => startedAt).sort();
		return {
			...scenario,
			times: results.length,
			best: results.reduce<PlayedResult | null>(
				(best, one) => (best === null || isBetter(one, best) ? one : best),
				null
			),
			assessments: sessions.filter(({ mode }) => mode === 'assessment').length,
			lastStartedAt: started.at(-1) ?? null
		};
	});
}

/** What was begun within these days is not offered again for what is due: a patron who is remembered drills nothing. */
const LATELY_MS = 2 * 24 * 60 * 60_000;

/** Steps that are to be practised again, and the moment at which that is asked (milliseconds since 1970). */
export interface Due {
	steps: readonly StepId[];
	now: number;
}

/** Those of them that a scenario drills. */
export const dueIn = ({ drills }: Pick<Offered, 'drills'>, due: Pick<Due, 'steps'>): StepId[] =>
	drills.filter((step) => due.steps.includes(step));

/**
 * What to play next: the first scenario where nothing was played yet; then the one that drills most of the steps that
 * are due and was not begun lately; where none drills any, of the scenarios never begun the one that drills most of
 * the weak steps; where all were begun, the one that lies back longest. Undefined where nothing is on offer.
 */
export function nextFor(offers: readonly Offered[], progress: Progress, due: Due): Offered | undefined {
	const weak = new Set(progress.steps.filter(isWeak).map(({ step }) => step));
	const weakDrilled = ({ drills }: Offered) => drills.filter((step) => weak.has(step)).length;
	const fresh = offers.filter(({ lastStartedAt }) => lastStartedAt === null);
	const first = fresh.find(({ id }) => id === FIRST_SCENARIO);
	if (first !== undefined && fresh.length === offers.length) return first;
	const longestAgo = [...offers].sort((a, b) => (a.lastStartedAt ?? '').localeCompare(b.lastStartedAt ?? ''));
	const drilling = longestAgo.filter(
		(one) =>
			dueIn(one, due).length > 0 &&
			(one.lastStartedAt === null || due.now - Date.parse(one.lastStartedAt) >= LATELY_MS)
	);
	if (drilling.length > 0) {
		return drilling.reduce((best, one) => (dueIn(one, due).length > dueIn(best, due).length ? one : best));
	}
	if (fresh.length > 0) {
		return fresh.reduce((best, one) => (weakDrilled(one) > weakDrilled(best) ? one : best));
	}
	return longestAgo[0];
}

/** The session to take up again: the last one begun that has no code yet. */
export const interruptedIn = (played: readonly Played[]): Played | undefined =>
	played.find(({ stage, isDamaged }) => stage !== 'coded' && !isDamaged);
