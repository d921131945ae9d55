import { inOrder, latestOf, ofKind, standing, type Entry, type EntryOf, type Label } from './entry.ts';
import type { Rulings } from './judge.ts';
import { RED_LINES, STEPS, type RuleId } from './step.ts';
import type { RedLineVerdict, StepVerdict } from './verdict.ts';

type Verdict = StepVerdict | RedLineVerdict;

/** A trainer's word on a verdict. */
type TrainersWord = EntryOf<'override' | 'ruling'>;

/** An objection of the trainee, and what became of it: null while nobody has settled it. */
export interface Dispute {
	entry: EntryOf<'dispute'>;
	settled: EntryOf<'upheld'> | null;
}

/** A verdict as it counts: the machine's stays beside what a trainer said of it. */
export interface MarkedVerdict {
	rule: RuleId;
	machine: Verdict;
	/** What counts. */
	holds: Verdict;
	/** The trainer's word that decides; null where the machine's does. */
	decidedBy: TrainersWord | null;
	/** All that was said of it and taken back again, in order. */
	history: readonly EntryOf<'override' | 'ruling' | 'undone'>[];
	/** In order. */
	disputes: readonly Dispute[];
}

/** All that trainer and trainee have written on one attempt. */
export interface Marks {
	/** In the order of a debrief: steps, then red lines. */
	verdicts: readonly MarkedVerdict[];
	/** In order. */
	comments: readonly EntryOf<'comment'>[];
	/** Messages that the trainee finds misheard, in order. */
	hearings: readonly Dispute[];
	labels: readonly Label[];
	overall: EntryOf<'overall'> | null;
	/** The last time that it was looked through; null where it never was. */
	reviewed: EntryOf<'reviewed'> | null;
}

/** What a trainer's word makes of a verdict; null where it says nothing of it, as a ruling where the machine is sure. */
function said(word: TrainersWord, machine: Verdict): Verdict | null {
	if (word.kind === 'override') return word.body.says;
	if (machine !== 'unsure') return null;
	return word.body.stands ? 'broken' : 'kept';
}

const trainersWords = (entries: readonly Entry[]): TrainersWord[] =>
	inOrder([...ofKind(entries, 'override'), ...ofKind(entries, 'ruling')]);

const disputesIn = (entries: readonly Entry[]): Dispute[] => {
	const settlements = new Map(ofKind(entries, 'upheld').map((entry) => [entry.body.dispute, entry]));
	return ofKind(entries, 'dispute').map((entry) => ({ entry, settled: settlements.get(entry.id) ?? null }));
};

/**
 * What holds of one attempt: the machine's verdicts with all that was written about it. A pure function of both, whatever
 * the order in which entries came; entries about other attempts must be left out.
 */
export function marksOf(rulings: Rulings, entries: readonly Entry[]): Marks {
	const valid = standing(entries);
	const words = trainersWords(valid);
	const everyWord = trainersWords(entries);
	const takenBack = ofKind(entries, 'undone');
	const disputes = disputesIn(valid);
	const marked = (rule: RuleId, machine: Verdict): MarkedVerdict => {
		const onRule = (word: TrainersWord): boolean => word.body.rule === rule;
		const decidedBy = words.findLast((word) => onRule(word) && said(word, machine) !== null) ?? null;
		const past = everyWord.filter(onRule);
		const undone = takenBack.filter(({ body }) => past.some(({ id }) => id === body.entry));
		return {
			rule,
			machine,
			holds: decidedBy === null ? machine : said(decidedBy, machine)!,
			decidedBy,
			history: inOrder([...past, ...undone]),
			disputes: disputes.filter(
				({ entry: { body } }) => 'verdict' in body.against && body.against.verdict === rule
			)
		};
	};
	return {
		verdicts: [
			...STEPS.map((step) => marked(step, rulings.steps[step].verdict)),
			...RED_LINES.map((line) => marked(line, rulings.redLines[line].verdict))
		],
		comments: ofKind(valid, 'comment'),
		hearings: disputes.filter(({ entry }) => 'hearing' in entry.body.against),
		labels: [...latestOf(valid, 'label').values()].at(-1)?.body.labels ?? [],
		overall: ofKind(valid, 'overall').at(-1) ?? null,
		reviewed: ofKind(valid, 'reviewed').at(-1) ?? null
	};
}

/** The rulings as they count after the trainer's words, for points; each keeps the machine's reason. */
export function withMarks(rulings: Rulings, { verdicts }: Pick<Marks, 'verdicts'>): Rulings {
	const holds = new Map(verdicts.map(({ rule, holds }) => [rule, holds]));
	const changed = <V>(rules: Record<string, { verdict: V; because: unknown }>) =>
		Object.fromEntries(
			Object.entries(rules).map(([rule, ruling]) => [
				rule,
				{ ...ruling, verdict: holds.get(rule as RuleId) ?? ruling.verdict }
			])
		);
	return { steps: changed(rulings.steps), redLines: changed(rulings.redLines) } as Rulings;
}

/** Disputes that nobody has settled, of verdicts and of hearing alike. */
export const openDisputes = ({ verdicts, hearings }: Marks): Dispute[] =>
	[...verdicts.flatMap(({ disputes }) => disputes), ...hearings].filter(({ settled }) => settled === null);
