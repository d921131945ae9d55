import { RULES, verdictIn, type ScoreRow } from './score-row.ts';
import type { RuleId } from './step.ts';

/** A row as it counts, and as it would count by another pack. */
export interface Revision {
	before: ScoreRow;
	after: ScoreRow;
}

/** What another pack changes at one rule, in chats. */
export interface RuleChange {
	rule: RuleId;
	/** Met or kept by the other pack, and not before. */
	gained: number;
	/** Met or kept before, and not by the other pack. */
	lost: number;
	/** Missed, crossed or unsure on one side, and not applicable on the other. */
	otherwise: number;
}

/** What another pack changes over all chats. */
export interface Difference {
	/** Chats compared. */
	of: number;
	/** Chats in which any verdict that counts, or the points, come out otherwise. */
	changed: number;
	/** Rules at which something changes, in the order of a debrief. */
	rules: readonly RuleChange[];
	/** Chats that pass by the other pack only, and by the present one only. */
	passes: { gained: number; lost: number };
}

const isGood = (verdict: string): boolean => verdict === 'met' || verdict === 'kept';

export function differenceOf(revisions: readonly Revision[]): Difference {
	const rules = new Map<RuleId, RuleChange>();
	const passes = { gained: 0, lost: 0 };
	let changed = 0;
	for (const { before, after } of revisions) {
		const isSame =
			before.holds === after.holds && before.earned === after.earned && before.possible === after.possible;
		if (!isSame) changed += 1;
		if (before.isPassed !== after.isPassed) passes[after.isPassed ? 'gained' : 'lost'] += 1;
		if (before.holds === after.holds) continue;
		for (const rule of RULES) {
			const [was, is] = [verdictIn(before.holds, rule), verdictIn(after.holds, rule)];
			if (was === is) continue;
			const change = rules.get(rule) ?? { rule, gained: 0, lost: 0, otherwise: 0 };
			change[isGood(is) ? 'gained' : isGood(was) ? 'lost' : 'otherwise'] += 1;
			rules.set(rule, change);
		}
	}
	return {
		of: revisions.length,
		changed,
		rules: RULES.flatMap((rule) => rules.get(rule) ?? []),
		passes
	};
}
