import { CODE_WORDS, RULE_WORDS } from '#lib/domain/rule-words.ts';
import type { Consequence } from '#lib/domain/consequence.ts';
import { RED_LINE_RULES, STEP_RULES, type Ruling } from '#lib/domain/judge.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { RULE_READS } from '#lib/domain/rule-reads.ts';
import { caseFacts, hasAddressInHand, isAbsent } from '#lib/domain/situation.ts';
import type { Region, Standing } from '#lib/domain/standing.ts';
import { RED_LINES, STEPS, type RedLineId, type RuleId, type StepId } from '#lib/domain/step.ts';
import { coneOf, movesOf } from '#lib/machines/closing/table.ts';
import { bornInTable, reactByTable } from '#lib/machines/patron/table.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { endingWith } from '#lib/app/ending.ts';
import { deedsFor, deedWords, modelDeedsFor, type Deed } from './alphabet.ts';
import { explore, pathTo, type Space } from './explore.ts';
import { modelAnswer, rankOf } from './model-answer.ts';
import { WorldModel, type Machinery } from './world-model.ts';

/** The parts that a proof rests on; a test breaks one and sees that the proof says so. */
export interface Parts extends Machinery {
	rule: (rule: RuleId, at: Standing, facts: ReturnType<typeof caseFacts>, pack: Pack) => Ruling<string>;
	consequence: (scenario: Scenario, at: Standing) => Consequence | null;
}

export const REAL_PARTS: Parts = {
	born: bornInTable,
	react: reactByTable,
	moves: movesOf,
	rule: (rule, at, facts, pack) =>
		rule in STEP_RULES
			? STEP_RULES[rule as StepId](at, facts, pack)
			: RED_LINE_RULES[rule as RedLineId](at, facts, pack),
	consequence: ({ facts, own, library }, at) => {
		const isTyped = at.address === 'given';
		const text = isTyped ? (own.email ?? facts.patron.email) : facts.patron.email;
		const address =
			hasAddressInHand(at) && text !== null
				? { address: text, where: isTyped ? ('transcript' as const) : ('info-tab' as const) }
				: null;
		return endingWith(facts, at, address, library.followUpLibrarian);
	}
};

export interface FailedClaim {
	claim: string;
	/** What the librarian does to get there, in words. */
	witness: readonly string[];
}

export interface Proof {
	scenario: string;
	/** How many states and endings were visited, over all slices. */
	states: number;
	endings: number;
	failed: readonly FailedClaim[];
	/** The shortest perfect closing, in words; empty where there is none. */
	model: readonly string[];
}

/** Rules that look at the same regions are proved together; the others each on their own. */
function slices(): { regions: Region[]; rules: RuleId[]; withCodes: boolean }[] {
	const grouped = new Map<string, { regions: Region[]; rules: RuleId[]; withCodes: boolean }>();
	for (const rule of [...STEPS, ...RED_LINES]) {
		const reads = RULE_READS[rule];
		const key = [...reads].sort().join(' ');
		const group = grouped.get(key) ?? {
			regions: coneOf([...reads, 'ending']),
			rules: [],
			withCodes: reads.includes('ending')
		};
		group.rules.push(rule);
		grouped.set(key, group);
	}
	return [...grouped.values()];
}

/** The states from which one of the goals can be reached. */
function canReach(space: Space, goals: readonly number[]): Set<number> {
	const before: number[][] = space.states.map(() => []);
	space.next.forEach((following, number) => following.forEach((one) => before[one]!.push(number)));
	const reached = new Set(goals);
	const queue = [...goals];
	for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
		for (const one of before[at]!) {
			if (reached.has(one)) continue;
			reached.add(one);
			queue.push(one);
		}
	}
	return reached;
}

/**
 * Steps that this very patron puts out of reach, so that only a slip can make them count: with somebody who is gone
 * after one line there is no order to keep, and who declines the follow-up itself ends what would have to be said of it.
 */
const isOutOfReach = (rule: RuleId, { persona }: Scenario): boolean =>
	(rule === 'in-order' && persona.vanishes === 'first-line') ||
	(rule === 'next-steps' && persona.declinesFollowUp);

/** Proves of one scenario what architecture.md claims of all: over the real machines, with every deed of the alphabet. */
export function prove(scenario: Scenario, pack: Pack, parts: Parts = REAL_PARTS): Proof {
	const facts = caseFacts(scenario.facts);
	const world = new WorldModel(scenario, parts);
	const deeds = deedsFor(scenario);
	const failed: FailedClaim[] = [];
	const words = (path: readonly Deed[]) =>
		path.map((deed) => deedWords(deed, scenario, (code) => CODE_WORDS[code].name));
	let states = 0;
	let endings = 0;
	let bestRank = Infinity;
	const rank = (at: Standing): number => {
		const consequence = parts.consequence(scenario, at);
		return consequence === null ? Infinity : rankOf(consequence.outcome, at);
	};

	for (const { regions, rules, withCodes } of slices()) {
		const space = explore(world, deeds, regions, parts, withCodes);
		states += space.states.length;
		endings += space.endings.length;
		const fail = (claim: string, at: number) => failed.push({ claim, witness: words(pathTo(space, at)) });
		for (const rule of rules) {
			const first = new Map<string, number>();
			for (const at of space.endings) {
				const { verdict, because } = parts.rule(rule, space.states[at]!.standing, facts, pack);
				if (!verdict || !because) fail(`every ending has a verdict on “${RULE_WORDS[rule].name}”`, at);
				if (!first.has(verdict)) first.set(verdict, at);
			}
			const met = first.get('met');
			const missed = first.get('missed');
			if (met !== undefined && missed === undefined) fail(`“${RULE_WORDS[rule].name}” can be missed`, met);
			if (missed !== undefined && met === undefined && !isOutOfReach(rule, scenario))
				fail(`“${RULE_WORDS[rule].name}” can be met`, missed);
		}
		const ended = canReach(space, space.endings);
		const stuck = space.states.findIndex((_, at) => !ended.has(at));
		if (stuck >= 0) fail('the session can be ended from every state', stuck);
		if (!rules.includes('no-empty-promise')) continue;
		const mute = space.endings.find((at) => !isTold(parts.consequence(scenario, space.states[at]!.standing)));
		if (mute !== undefined) fail('every ending has a consequence', mute);
		const good = space.endings.filter((at) =>
			RED_LINES.every(
				(line) => parts.rule(line, space.states[at]!.standing, facts, pack).verdict !== 'broken'
			)
		);
		for (const at of good) {
			const { standing } = space.states[at]!;
			if (bestRank > 0 && parts.rule('resolution-code', standing, facts, pack).verdict === 'met')
				bestRank = Math.min(bestRank, rank(standing));
		}
		const safe = canReach(space, good);
		const trapped = space.states.findIndex(
			({ standing }, at) => standing.ending === 'open' && !isAbsent(standing) && !safe.has(at)
		);
		if (trapped >= 0)
			fail('while the patron is there, an ending with no red line broken can be reached', trapped);
	}

	const model = modelAnswer(world, modelDeedsFor(scenario), facts, pack, parts, rank, bestRank);
	if (model === null) failed.push({ claim: 'full points can be reached', witness: [] });
	return { scenario: scenario.id, states, endings, failed, model: model === null ? [] : words(model) };
}

const isTold = (consequence: Consequence | null): boolean =>
	consequence !== null &&
	[consequence.finds, consequence.canDo, consequence.patron, consequence.when].every(
		(text) => text.length > 0
	);
