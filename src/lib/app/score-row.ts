import type { Attempt } from '#lib/domain/attempt.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { judge, pointsOf, type Rulings } from '#lib/domain/judge.ts';
import { marksOf, openDisputes, withMarks } from '#lib/domain/marks.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { playerOf } from '#lib/domain/people.ts';
import { RULES_VERSION, rulingText, verdictText, type ScoreRow } from '#lib/domain/score-row.ts';
import { caseFacts } from '#lib/domain/situation.ts';
import { caseIn, caseText, standingIn, standingText, waitsText } from '#lib/domain/standing-text.ts';
import { packById } from '#lib/scenarios/bank.ts';
import type { AttemptStore, Scores } from '#lib/storage/port.ts';
import { packFor, readPackChoice } from './pack-choice.ts';
import { score } from './score.ts';

const versionOf = ({ id, version }: Pack): string => `${id}@${version}`;

/** What a pack and the trainer's words make of an attempt. */
function verdictsOf(rulings: Rulings, entries: readonly Entry[], pack: Pack) {
	const marks = marksOf(rulings, entries);
	const { earned, possible, passed } = pointsOf(withMarks(rulings, marks), pack);
	const verdicts = {
		earned,
		possible,
		isPassed: passed,
		machine: verdictText(marks.verdicts.map(({ rule, machine }) => ({ rule, verdict: machine }))),
		holds: verdictText(marks.verdicts.map(({ rule, holds }) => ({ rule, verdict: holds }))),
		pack: versionOf(pack)
	};
	return { marks, verdicts };
}

/** The same where nobody has said anything, as of most chats: made for ten thousand of them at once. */
function unmarkedVerdicts(rulings: Rulings, pack: Pack) {
	const { earned, possible, passed: isPassed } = pointsOf(rulings, pack);
	const machine = rulingText(rulings);
	return { earned, possible, isPassed, machine, holds: machine, pack: versionOf(pack) };
}

/** The row of an attempt, scored by the pack chosen for all, or by its own. */
export function scoreRowOf(attempt: Attempt, entries: readonly Entry[], choice: Pack | null): ScoreRow {
	const pack = packFor(attempt, choice);
	const { trace, rulings } = score(attempt, pack);
	const { marks, verdicts } = verdictsOf(rulings, entries, pack);
	return {
		attempt: attempt.id,
		trainee: playerOf(attempt, entries),
		scenario: attempt.scenario.id,
		title: attempt.scenario.title,
		mode: attempt.mode,
		assignment: attempt.assignment,
		startedAt: attempt.startedAt,
		isCoded: attempt.events.some(({ type }) => type === 'librarian.coded'),
		...verdicts,
		playedPack: attempt.pack,
		rules: RULES_VERSION,
		standing: standingText(trace.standing),
		facts: caseText(caseFacts(attempt.facts)),
		waits: waitsText(pack.waits),
		isReviewed: marks.reviewed !== null,
		openDisputes: openDisputes(marks).length,
		labels: marks.labels
	};
}

/**
 * The row by another choice of pack, from where the closing stood and from what trainers said, without its log; null
 * where only the log tells: the rules have changed, the pack waits longer or less long, or it travels with the attempt.
 */
export function rescoredRow(row: ScoreRow, words: readonly Entry[], choice: Pack | null): ScoreRow | null {
	const pack = packFor({ pack: row.playedPack }, choice);
	if (choice === null && packById(row.playedPack) === undefined) return null;
	if (row.rules !== RULES_VERSION || row.waits !== waitsText(pack.waits)) return null;
	const rulings = judge(standingIn(row.standing), caseIn(row.facts), pack);
	return {
		...row,
		...(words.length === 0 ? unmarkedVerdicts(rulings, pack) : verdictsOf(rulings, words, pack).verdicts)
	};
}

/**
 * Whether a row was made by the rules and the pack that count now. House rules that travel in the attempt can't change:
 * there the id is enough.
 */
function isCurrent({ rules, pack, playedPack }: ScoreRow, choice: Pack | null): boolean {
	if (rules !== RULES_VERSION) return false;
	const known = choice ?? packById(playedPack);
	if (known !== undefined) return pack === versionOf(known);
	return pack.startsWith(`${playedPack}@`) || pack === versionOf(packFor({ pack: playedPack }, null));
}

/** So many are scored in one transaction: long enough to be worth one, short enough to be called off. */
const AT_ONCE = 100;

export interface Scoring {
	choice: Pack | null;
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
export function currentScores({ rows, unscored }: Scores, choice: Pack | null): Scores {
	const stale = rows.filter((row) => !isCurrent(row, choice)).map(({ attempt }) => attempt);
	if (stale.length === 0) return { rows, unscored };
	const current = rows.filter((row) => isCurrent(row, choice));
	return { rows: current, unscored: [...unscored, ...stale] };
}

/** Scores whatever has no score that counts; false where it was called off before the end. */
export async function scoreMissing(
	store: AttemptStore,
	{ isCalledOff, ...scoring }: Omit<Scoring, 'choice'>
) {
	const [scores, choice] = await Promise.all([store.listScores(), readPackChoice(store)]);
	if (!scores.ok) return false;
	const { unscored } = currentScores(scores.value, choice);
	await scoreAll(store, unscored, { ...scoring, choice, ...(isCalledOff && { isCalledOff }) });
	return isCalledOff?.() !== true;
}
