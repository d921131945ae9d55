import { createEmptyCard, fsrs, Rating, type Card } from 'ts-fsrs';
import { STEPS, type StepId } from '#lib/domain/step.ts';
import type { Played } from './played.ts';

/**
 * Whole days, and no chance in them: who derives it all again, here or in another browser, gets the same dates. Steps
 * within a day would ask for a whole chat again after ten minutes.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/** A step as a card of spaced practice. */
export interface StepCard {
	step: StepId;
	/** When it should come up again; ISO 8601, UTC. */
	dueAt: string;
	/** How likely it is to be done right today, 0 to 1, as the schedule reckons. */
	recall: number;
	/** Each session to which it applied, in order of time. */
	reviews: readonly { at: string; isMet: boolean }[];
}

/** The sessions with a result, in order of time; those of one moment in the order of their ids. */
const inTime = (played: readonly Played[]): Played[] =>
	played
		.filter(({ result }) => result !== null)
		.sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt) || (a.id < b.id ? -1 : 1));

/**
 * Every step that ever applied, in the order of a debrief: each session reviews the steps that applied in it, met as
 * “good”, missed as “again”. Nothing of it is stored. `now`: milliseconds since 1970.
 */
export function stepCards(played: readonly Played[], now: number): StepCard[] {
	const sessions = inTime(played);
	return STEPS.flatMap((step) => {
		const reviews = sessions.flatMap(({ startedAt, result }) =>
			(result?.steps ?? []).filter((one) => one.step === step).map(({ isMet }) => ({ at: startedAt, isMet }))
		);
		const [first] = reviews;
		if (first === undefined) return [];
		const card = reviews.reduce<Card>(
			(before, { at, isMet }) =>
				scheduler.next(before, new Date(at), isMet ? Rating.Good : Rating.Again).card,
			createEmptyCard(new Date(first.at))
		);
		return [
			{
				step,
				dueAt: card.due.toISOString(),
				recall: scheduler.get_retrievability(card, new Date(now), false),
				reviews
			}
		];
	});
}

/** The steps whose day has come. */
export const stepsDue = (cards: readonly StepCard[], now: number): StepId[] =>
	cards.filter(({ dueAt }) => Date.parse(dueAt) <= now).map(({ step }) => step);
