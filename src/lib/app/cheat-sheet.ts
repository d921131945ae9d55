import type { ResolutionCode } from '#lib/domain/code.ts';
import { CODING_RULE_WORDS, type CodingRule } from '#lib/domain/coding-rule.ts';
import { SITUATIONS, type CodeCondition, type Pack, type Situation } from '#lib/domain/pack.ts';
import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import { RED_LINES, type RuleId, type StepId } from '#lib/domain/step.ts';

/** A rule as a sheet of paper has it. */
interface SheetRule {
	id: RuleId;
	name: string;
	rule: string;
}

/** A row of the code table: what is true at the end, and which codes say so. */
interface SheetCode {
	id: Situation;
	when: string;
	/** Empty where no code is right yet. */
	codes: readonly { code: ResolutionCode; condition: string | null }[];
	/** Whether a note goes with whatever code is chosen. */
	wantsNote: boolean;
}

/** All that a closing asks for, on one page. */
export interface CheatSheet {
	groups: readonly { title: string; rules: readonly SheetRule[] }[];
	codes: readonly SheetCode[];
	redLines: readonly SheetRule[];
	/** How long is waited, in minutes. */
	waits: { completeCheck: number; silence: number };
}

/** The steps by the moment at which one reaches for them. */
const MOMENTS: readonly { title: string; steps: readonly StepId[] }[] = [
	{ title: 'Look first', steps: ['policy-page', 'info-tab'] },
	{
		title: 'If it can’t be finished in the chat',
		steps: ['email', 'deadline', 'next-steps', 'way-out', 'no-brush-off']
	},
	{ title: 'If nobody answers', steps: ['silence'] },
	{ title: 'Before you part', steps: ['complete-check', 'in-order', 'goodbye'] },
	{ title: 'After the end', steps: ['note', 'resolution-code'] }
];

/** The coding rule whose words tell a row of the code table. */
const TOLD_BY: Readonly<Record<Situation, CodingRule>> = {
	'need-met': 'need-met',
	'open-with-address': 'open-with-address',
	'open-declined': 'open-declined',
	'open-without-address': 'no-email-no-follow-up',
	'gone-unexchanged-with-address': 'gone-unexchanged-with-address',
	'gone-unexchanged-without-address': 'gone-unexchanged-without-address',
	'policy-page-unread': 'policy-page-unread',
	fyi: 'fyi'
};

/** Rows whose session nobody can act on unless a note says why it is there. */
const WANTS_NOTE: readonly Situation[] = ['open-declined', 'open-without-address', 'fyi'];

const CONDITION_WORDS: Readonly<Record<CodeCondition, string | null>> = {
	'within-reach': 'if the answer is within your own reach',
	// Said once for the row: there a note goes with either code.
	'with-fyi-note': null
};

const MS_PER_MINUTE = 60_000;

const rule = (id: RuleId): SheetRule => ({ id, ...RULE_WORDS[id] });

/** The sheet of a cooperative: its rules come from the pack, so it can't differ from what is scored. */
export const cheatSheetOf = (pack: Pack): CheatSheet => ({
	groups: MOMENTS.map(({ title, steps }) => ({ title, rules: steps.map(rule) })),
	codes: SITUATIONS.map((situation) => ({
		id: situation,
		when: CODING_RULE_WORDS[TOLD_BY[situation]].when,
		codes: pack.codes[situation].map(({ code, only }) => ({
			code,
			condition: only === undefined ? null : CONDITION_WORDS[only]
		})),
		wantsNote: WANTS_NOTE.includes(situation)
	})),
	redLines: RED_LINES.map(rule),
	waits: {
		completeCheck: pack.waits.completeCheck / MS_PER_MINUTE,
		silence: pack.waits.silence / MS_PER_MINUTE
	}
});
