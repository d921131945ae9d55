import type { Attempt, AttemptHeader, Mode, Pace } from '#lib/domain/attempt.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Points } from '#lib/domain/judge.ts';
import { RED_LINES, STEPS, type RedLineId, type StepId } from '#lib/domain/step.ts';
import type { Outcome } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { packOf } from './pack-of.ts';
import { whoIsAtDesk } from './at-desk.ts';
import { ownChats } from './own-chats.ts';
import { score } from './score.ts';

/** Where a session stands: the chat goes on, it is ended and has no code, or it is done. */
export type Stage = 'open' | 'ended' | 'coded';

/** A session as lists show it, scored under the pack that it was played with. */
export interface Played {
	id: string;
	scenario: { id: string; title: string };
	patron: string;
	library: string;
	mode: Mode;
	pace: Pace;
	/** Of the assessments of this scenario the first, second …; null where it is none. One that was left counts. */
	assessment: number | null;
	/** ISO 8601, UTC. */
	startedAt: string;
	stage: Stage;
	/** Part of its log can't be read. */
	isDamaged: boolean;
	/** Null while it has no code, and where it is damaged. */
	result: PlayedResult | null;
}

export interface PlayedResult {
	points: Points;
	/** Steps that applied, and whether they were met. */
	steps: readonly { step: StepId; isMet: boolean }[];
	/** Red lines that were crossed. */
	crossed: readonly RedLineId[];
}

export interface PlayedList {
	/** The last started first. */
	played: readonly Played[];
	/** Attempts that could not be read at all. */
	unreadable: number;
}

const stageOf = (events: readonly LoggedEvent[]): Stage => {
	if (events.some(({ type }) => type === 'librarian.coded')) return 'coded';
	return events.some(({ type }) => type === 'librarian.ended') ? 'ended' : 'open';
};

function resultOf(attempt: Attempt): PlayedResult {
	const { rulings, points } = score(attempt, packOf(attempt));
	return {
		points,
		steps: STEPS.filter((step) => rulings.steps[step].verdict !== 'not-applicable').map((step) => ({
			step,
			isMet: rulings.steps[step].verdict === 'met'
		})),
		crossed: RED_LINES.filter((line) => rulings.redLines[line].verdict === 'broken')
	};
}

/** The number of each assessment among those of its scenario, by id. */
function assessmentNumbers(headers: readonly AttemptHeader[]): Map<string, number> {
	const counts = new Map<string, number>();
	const assessments = headers
		.filter(({ mode }) => mode === 'assessment')
		.sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
	return new Map(
		assessments.map(({ id, scenario }) => {
			const number = (counts.get(scenario.id) ?? 0) + 1;
			counts.set(scenario.id, number);
			return [id, number];
		})
	);
}

/** Reads and scores the stored sessions of whoever is at the desk. */
export async function readPlayed(store: AttemptStore): Promise<Outcome<PlayedList>> {
	const [all, contents, isOwn] = await Promise.all([
		store.list(),
		store.contents(),
		ownChats(store, await whoIsAtDesk(store))
	]);
	if (!all.ok) return all;
	if (!contents.ok) return contents;
	const own = all.value.items.filter(({ header }) => isOwn(header));
	const attempts = new Map(contents.value.attempts.map((attempt) => [attempt.id, attempt]));
	const numbers = assessmentNumbers(own.map(({ header }) => header));
	const played = own.map(({ header, finished, damaged }): Played => {
		const attempt = attempts.get(header.id);
		const stage = attempt === undefined ? 'open' : stageOf(attempt.events);
		// The end of a log may be readable where its middle is not: then it is no attempt to go on with, nor to score.
		const isDamaged = damaged || attempt === undefined || (finished && stage !== 'coded');
		return {
			id: header.id,
			scenario: { id: header.scenario.id, title: header.scenario.title },
			patron: header.facts.patron.name,
			library: header.facts.library.name,
			mode: header.mode,
			pace: header.pace,
			assessment: numbers.get(header.id) ?? null,
			startedAt: header.startedAt,
			stage,
			isDamaged,
			result: attempt === undefined || isDamaged || stage !== 'coded' ? null : resultOf(attempt)
		};
	});
	return { ok: true, value: { played, unreadable: all.value.unreadable } };
}
