import type { Attempt } from '#lib/domain/attempt.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { pointsOf } from '#lib/domain/judge.ts';
import { marksOf, openDisputes, withMarks } from '#lib/domain/marks.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { playedBy } from '#lib/domain/people.ts';
import { RULES_VERSION, verdictText, type ScoreRow } from '#lib/domain/score-row.ts';
import { packById } from '#lib/scenarios/bank.ts';
import type { AttemptStore, Scores } from '#lib/storage/port.ts';
import { packFor } from './pack-choice.ts';
import { score } from './score.ts';

const versionOf = ({ id, version }: Pack): string => `${id}@${version}`;

/** The row of an attempt, scored by the pack chosen for all, or by its own. */
export function scoreRowOf(attempt: Attempt, entries: readonly Entry[], choice: string | null): ScoreRow {
	const pack = packFor(attempt, choice);
	const { rulings } = score(attempt, pack);
	const marks = marksOf(rulings, entries);
	const { earned, possible, passed } = pointsOf(withMarks(rulings, marks), pack);
	return {
		attempt: attempt.id,
		trainee: attempt.trainee ?? playedBy(entries),
		scenario: attempt.scenario.id,
		title: attempt.scenario.title,
		mode: attempt.mode,
		assignment: attempt.assignment,
		startedAt: attempt.startedAt,
		isCoded: attempt.events.some(({ type }) => type === 'librarian.coded'),
		earned,
		possible,
		isPassed: passed,
		machine: verdictText(marks.verdicts.map(({ rule, machine }) => ({ rule, verdict: machine }))),
		holds: verdictText(marks.verdicts.map(({ rule, holds }) => ({ rule, verdict: holds }))),
		playedPack: attempt.pack,
		pack: versionOf(pack),
		rules: RULES_VERSION,
		isReviewed: marks.reviewed !== null,
		openDisputes: openDisputes(marks).length,
		labels: marks.labels
	};
}

/**
 * Whether a row was made by the rules and the pack that count now. House rules that travel in the attempt can't change:
 * there the id is enough.
 */
function isCurrent({ rules, pack, playedPack }: ScoreRow, choice: string | null): boolean {
	if (rules !== RULES_VERSION) return false;
	const known = (choice === null ? undefined : packById(choice)) ?? packById(playedPack);
	if (known !== undefined) return pack === versionOf(known);
	return pack.startsWith(`${playedPack}@`) || pack === versionOf(packFor({ pack: playedPack }, null));
}

/** So many are scored in one transaction: some milliseconds, so that a page stays alive meanwhile. */
const AT_ONCE = 25;

export interface Scoring {
	choice: string | null;
	/** Called after every few, with how many are done of how many. */
	onProgress?: (done: number, of: number) => void;
	/** Lets the page breathe between them. */
	pause: () => Promise<void>;
	/** Asked between them; the rest stays unscored where it is true. */
	isCalledOff?: () => boolean;
}

/** Scores these attempts; gives their rows. What fails is left for the next time. */
export async function scoreAll(
	store: AttemptStore,
	ids: readonly string[],
	{ choice, onProgress, pause, isCalledOff }: Scoring
): Promise<ScoreRow[]> {
	const rows: ScoreRow[] = [];
	for (let start = 0; start < ids.length && isCalledOff?.() !== true; start += AT_ONCE) {
		const derived = await store.deriveScores(ids.slice(start, start + AT_ONCE), (attempt, entries) =>
			scoreRowOf(attempt, entries, choice)
		);
		if (derived.ok) rows.push(...derived.value);
		onProgress?.(Math.min(start + AT_ONCE, ids.length), ids.length);
		await pause();
	}
	return rows;
}

/** Rows that count, and the attempts whose row is missing or was made by other rules or another pack. */
export function currentScores({ rows, unscored }: Scores, choice: string | null): Scores {
	const current = rows.filter((row) => isCurrent(row, choice));
	if (current.length === rows.length) return { rows, unscored };
	const stale = rows.filter((row) => !isCurrent(row, choice)).map(({ attempt }) => attempt);
	return { rows: current, unscored: [...unscored, ...stale] };
}
