import type { Mode } from './attempt.ts';
import type { Label } from './entry.ts';
import type { Rulings } from './judge.ts';
import { RED_LINES, STEPS, type RuleId } from './step.ts';
import type { RedLineVerdict, StepVerdict } from './verdict.ts';

/**
 * Version of the rules that make verdicts of a log. Whoever changes what any log comes to raises it, so that scores made
 * by other rules are made anew (tests/content/rules-version.test.ts says when).
 */
export const RULES_VERSION = 1;

type Verdict = StepVerdict | RedLineVerdict;

const LETTERS: Readonly<Record<Verdict, string>> = {
	met: 'm',
	missed: 'x',
	kept: 'k',
	broken: 'b',
	unsure: 'u',
	'not-applicable': '-'
};
const VERDICT_OF = Object.fromEntries(
	Object.entries(LETTERS).map(([verdict, letter]) => [letter, verdict])
) as Record<string, Verdict>;

/** Every rule, in the order of a debrief and of the letters of a verdict text. */
export const RULES: readonly RuleId[] = [...STEPS, ...RED_LINES];

/** Verdicts as one letter a rule: `mxmm-…`. */
export const verdictText = (verdicts: readonly { rule: RuleId; verdict: Verdict }[]): string =>
	RULES.map((rule) => LETTERS[verdicts.find((one) => one.rule === rule)!.verdict]).join('');

/** The same of a machine's rulings, to which nobody has said anything. */
export const rulingText = ({ steps, redLines }: Rulings): string =>
	STEPS.map((step) => LETTERS[steps[step].verdict]).join('') +
	RED_LINES.map((line) => LETTERS[redLines[line].verdict]).join('');

/** The verdict of a rule in such a text. */
export const verdictIn = (text: string, rule: RuleId): Verdict => VERDICT_OF[text[RULES.indexOf(rule)]!]!;

/** Letters that a verdict text may hold, for whoever checks one. */
export const VERDICT_LETTERS = Object.values(LETTERS).join('');

/**
 * What lists and tables need of one attempt and of what was written about it. Derived from both, kept so that ten
 * thousand can be listed at once, thrown away whenever either changes, and never exported.
 */
export interface ScoreRow {
	attempt: string;
	/** Who played it; null where nobody has said. */
	trainee: string | null;
	scenario: string;
	title: string;
	mode: Mode;
	assignment: string | null;
	/** ISO 8601, UTC. */
	startedAt: string;
	/** Whether it has its code; what is not coded has verdicts so far, and nothing to review. */
	isCoded: boolean;
	/** Points by the verdicts that hold. */
	earned: number;
	possible: number;
	isPassed: boolean;
	/** Verdicts of the machine, one letter a rule. */
	machine: string;
	/** Verdicts that hold, after the trainer's words. */
	holds: string;
	/** Id of the policy pack that was in force when it was played. */
	playedPack: string;
	/** The policy pack that it was scored with, as `id@version`. */
	pack: string;
	/** `RULES_VERSION` when it was scored. */
	rules: number;
	/** Where the closing stood at its end, its facts and the waits it was followed with (standing-text.ts). */
	standing: string;
	facts: string;
	waits: string;
	isReviewed: boolean;
	/** Disputes that nobody has settled. */
	openDisputes: number;
	labels: readonly Label[];
}
