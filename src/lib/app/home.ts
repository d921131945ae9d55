import { SCENARIOS } from '#lib/scenarios/bank.ts';
import { tallyByRule, type RuleTally } from './drill.ts';
import { readPlayed, type Played } from './played.ts';
import { stepCards, stepsDue } from './practice-due.ts';
import {
	dueIn,
	interruptedIn,
	nextFor,
	offersOf,
	progressOf,
	type Offered,
	type Progress
} from './progress.ts';
import type { StepId } from '#lib/domain/step.ts';
import { workspace } from './workspace.svelte.ts';

/** What the first page shows to somebody who has been here before. */
export interface Home {
	/** Newest first. */
	played: readonly Played[];
	interrupted: Played | undefined;
	next: Offered | undefined;
	/** Of the steps that are due, those that the next one drills. */
	nextIsDue: readonly StepId[];
	progress: Progress;
	drill: readonly RuleTally[];
	/** Something that is stored could not be read. */
	hasUnreadable: boolean;
}

/** Reads it; null where nothing is stored, or nothing can be read. */
export async function readHome(): Promise<Home | null> {
	const store = await workspace.store();
	const [list, drill] = await Promise.all([readPlayed(store), store.listDrillResults()]);
	const played = list.ok ? list.value.played : [];
	const tallies = drill.ok ? tallyByRule(drill.value.items) : [];
	const hasUnreadable = !list.ok || list.value.unreadable > 0;
	if (played.length === 0 && tallies.length === 0 && !hasUnreadable) return null;
	const progress = progressOf(played);
	const now = workspace.world.now();
	const due = { steps: stepsDue(stepCards(played, now), now), now };
	const next = nextFor(offersOf(SCENARIOS, played), progress, due);
	return {
		played,
		interrupted: interruptedIn(played),
		next,
		nextIsDue: next === undefined ? [] : dueIn(next, due),
		progress,
		drill: tallies,
		hasUnreadable
	};
}
