import type { Because } from '#lib/domain/because.ts';
import { chance } from '#lib/domain/chance.ts';
import { RESOLUTION_CODES, type ResolutionCode } from '#lib/domain/code.ts';
import { CODING_RULES, codingRuleOf, type CodingRule } from '#lib/domain/coding-rule.ts';
import type { Consequence } from '#lib/domain/consequence.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { caseFacts } from '#lib/domain/situation.ts';
import { RED_LINES, type RuleId } from '#lib/domain/step.ts';
import type { RedLineVerdict, StepVerdict } from '#lib/domain/verdict.ts';
import type { DrillCase } from '#lib/scenarios/drill-case.ts';
import type { DrillResult } from '#lib/storage/port.ts';
import { endingOf } from './ending.ts';
import { score, type Score } from './score.ts';

/** One rule's word on a code. */
export interface CodeRuling {
	rule: RuleId;
	verdict: StepVerdict | RedLineVerdict;
	because: Because;
}

/** A case with a code: whether it is right, which rules say so, and what becomes of the session. */
export interface CodedCase {
	code: ResolutionCode;
	isRight: boolean;
	/** The code itself and the red lines that apply to it; what decided stands first. */
	rulings: readonly CodeRuling[];
	consequence: Consequence;
}

/** What a chosen code comes to. */
export interface DrillAnswer {
	/** The rule that decides the case, whatever was chosen. */
	rule: CodingRule;
	/** Every code that would have been right, in the order of the desk. */
	accepted: readonly ResolutionCode[];
	chosen: CodedCase;
	/** The right codes other than the chosen one. */
	others: readonly CodedCase[];
}

function scored(drillCase: DrillCase, code: ResolutionCode, pack: Pack) {
	const { facts, takeover, events } = drillCase;
	const last = events.at(-1);
	const coded = {
		type: 'librarian.coded' as const,
		code,
		descriptive: [],
		seq: events.length + 1,
		at: last?.at ?? 0
	};
	const session = { facts, takeover, events: [...events, coded] };
	return { session, result: score(session, pack) };
}

const hasBroken = ({ rulings }: Score): boolean =>
	RED_LINES.some((id) => id !== 'privacy' && rulings.redLines[id].verdict === 'broken');

/** A code is right where the step on it is met, and so no red line on it is broken. */
const isRight = (result: Score): boolean =>
	result.rulings.steps['resolution-code'].verdict === 'met' && !hasBroken(result);

function rulingsOn({ rulings }: Score): CodeRuling[] {
	const lines = RED_LINES.filter((id) => id !== 'privacy').map((id) => ({
		rule: id,
		...rulings.redLines[id]
	}));
	const step: CodeRuling = { rule: 'resolution-code', ...rulings.steps['resolution-code'] };
	const applying = lines.filter(({ verdict }) => verdict !== 'not-applicable');
	const broken = applying.filter(({ verdict }) => verdict === 'broken');
	if (broken.length > 0) return broken;
	return [step, ...applying];
}

function codedCase(drillCase: DrillCase, code: ResolutionCode, pack: Pack): CodedCase {
	const { session, result } = scored(drillCase, code, pack);
	const consequence = endingOf(session, result.trace.standing, drillCase.followUpLibrarian);
	if (consequence === null) throw new Error(`The case ${drillCase.id} has no end that could be coded.`);
	return { code, isRight: isRight(result), rulings: rulingsOn(result), consequence };
}

/** The codes that are right for a case under a pack, in the order of the desk. */
export const rightCodes = (drillCase: DrillCase, pack: Pack): ResolutionCode[] =>
	RESOLUTION_CODES.filter((code) => isRight(scored(drillCase, code, pack).result));

/** What a code chosen for a case comes to: pure rules, nothing is guessed from words. */
export function codeCase(drillCase: DrillCase, code: ResolutionCode, pack: Pack): DrillAnswer {
	const accepted = rightCodes(drillCase, pack);
	const { result } = scored(drillCase, code, pack);
	return {
		rule: codingRuleOf(result.trace.standing, caseFacts(drillCase.facts)),
		accepted,
		chosen: codedCase(drillCase, code, pack),
		others: accepted.filter((other) => other !== code).map((other) => codedCase(drillCase, other, pack))
	};
}

/** The same cases in an order of their own for every seed. */
export function inOrderOf<T extends { id: string }>(seed: number, cases: readonly T[]): T[] {
	return cases
		.map((one) => ({ one, at: chance(seed, 'drill-order', one.id) }))
		.sort((a, b) => a.at - b.at)
		.map(({ one }) => one);
}

/** How often a rule was answered rightly. */
export interface RuleTally {
	rule: CodingRule;
	right: number;
	total: number;
}

/** Answers per rule, in the order of the rules; rules that no answer was about are left out. */
export function tallyByRule(results: readonly Pick<DrillResult, 'rule' | 'right'>[]): RuleTally[] {
	return CODING_RULES.map((rule) => {
		const about = results.filter((result) => result.rule === rule);
		return { rule, right: about.filter(({ right }) => right).length, total: about.length };
	}).filter(({ total }) => total > 0);
}
