import { ofKind } from '#lib/domain/entry.ts';
import { agreementOf, type Agreement } from '#lib/domain/prediction.ts';
import { STEPS, type StepId } from '#lib/domain/step.ts';
import type { StepVerdict } from '#lib/domain/verdict.ts';
import { SCENARIOS } from '#lib/scenarios/bank.ts';
import { STORAGE_FAILURES, type Explanation } from '#lib/storage/failure.ts';
import { readPlayed, type Played } from './played.ts';
import { stepCards, stepsDue, type StepCard } from './practice-due.ts';
import { dueIn, nextFor, offersOf, progressOf, type Offered } from './progress.ts';
import type { Workspace } from './workspace.svelte.ts';

/** A session that was marked by the trainee before its marks were seen. */
interface Predicted extends Agreement {
	attempt: string;
	title: string;
	/** ISO 8601, UTC. */
	startedAt: string;
}

export interface ProgressPage {
	/** Sessions that have a code. */
	sessions: number;
	cards: readonly StepCard[];
	due: readonly StepId[];
	next: Offered | undefined;
	nextIsDue: readonly StepId[];
	/** The first one first. */
	predicted: readonly Predicted[];
}

const NOT_APPLICABLE = { verdict: 'not-applicable' } as const;

/** The verdicts of all steps, as a list of sessions keeps those that applied. */
function marksOf({ result }: Played): Record<StepId, { verdict: StepVerdict }> {
	const applied = new Map(result?.steps.map(({ step, isMet }) => [step, isMet]));
	return Object.fromEntries(
		STEPS.map((step) => {
			const isMet = applied.get(step);
			return [step, isMet === undefined ? NOT_APPLICABLE : { verdict: isMet ? 'met' : 'missed' }];
		})
	) as Record<StepId, { verdict: StepVerdict }>;
}

/** How somebody's closing has gone, step by step, and what is due: derived from the logs anew each time. */
export async function readProgress(
	workspace: Pick<Workspace, 'store' | 'world'>
): Promise<ProgressPage | Explanation> {
	const opened = await workspace.store();
	const [list, entries] = await Promise.all([
		readPlayed(opened),
		opened.listEntries({ kinds: ['prediction'] })
	]);
	if (!list.ok) return STORAGE_FAILURES[list.failure.code];
	const { played } = list.value;
	const now = workspace.world.now();
	const cards = stepCards(played, now);
	const due = stepsDue(cards, now);
	const next = nextFor(offersOf(SCENARIOS, played), progressOf(played), { steps: due, now });
	const predictions = new Map<string, Agreement>();
	for (const { about, body } of entries.ok ? ofKind(entries.value.items, 'prediction') : []) {
		const session = played.find(({ id, result }) => id === about && result !== null);
		if (session !== undefined && !predictions.has(about))
			predictions.set(about, agreementOf(body, marksOf(session)));
	}
	const predicted = played
		.flatMap(({ id, scenario, startedAt }): Predicted[] => {
			const agreement = predictions.get(id);
			return agreement === undefined ? [] : [{ attempt: id, title: scenario.title, startedAt, ...agreement }];
		})
		.sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
	return {
		sessions: played.filter(({ result }) => result !== null).length,
		cards,
		due,
		next,
		nextIsDue: next === undefined ? [] : dueIn(next, { steps: due }),
		predicted
	};
}
