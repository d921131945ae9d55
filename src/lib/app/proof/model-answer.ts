import type { Act } from '#lib/domain/act.ts';
import type { Outcome } from '#lib/domain/consequence.ts';
import { judge, pointsOf } from '#lib/domain/judge.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { isAbsent, isDue, type CaseFacts } from '#lib/domain/situation.ts';
import { REGION_NAMES, type Standing } from '#lib/domain/standing.ts';
import { RED_LINES } from '#lib/domain/step.ts';
import { BEGINNING } from '#lib/machines/closing/table.ts';
import type { Deed } from './alphabet.ts';
import { Slice } from './slice.ts';
import type { Machinery, PatronNode, WorldModel } from './world-model.ts';

/** Beyond this many states looked at, the search says that it found nothing; the longest one needs a tenth of it. */
const MOST_STATES = 40_000;

/** How an ending serves the patron, best first. */
const WORST_RANK = 2;
const RANK: Readonly<Record<Outcome, number>> = {
	content: 0,
	reached: 0,
	read: 0,
	told: 1,
	unanswered: 1,
	bounced: 2,
	puzzled: 2,
	waiting: 2,
	lost: 2,
	unreachable: 2
};

/** One deed counts more than all that is said in it; of equally long ways the one with fewer words is taken. */
const DEED = 64;

/** The order in which one would do it: looking things up, sending, arranging, checking, goodbye, note, end, code. */
function phaseOf(deed: Deed): number | null {
	switch (deed.do) {
		case 'open':
			return 0;
		case 'send':
			return 1;
		case 'say':
			if (deed.acts.some((act) => act === 'hold' || act === 'check-presence' || act === 'announce-end'))
				return null;
			if (deed.acts.some((act) => act === 'check-answered' || act === 'offer-more')) return CHECKING;
			return deed.acts.some((act) => act === 'thank-for-using') ? 4 : 2;
		case 'goodbye':
			return 4;
		case 'note':
			return 5;
		case 'end':
			return 6;
		case 'code':
			return 7;
		case 'wait':
			return null;
	}
}
const CHECKING = 3;

interface Node {
	patron: PatronNode;
	/** The number of where all regions stand. */
	at: number;
	before: Node | null;
	by: Deed | null;
	cost: number;
	phase: number;
	/** What has been said; a model answer says nothing twice, but for the check after a second need. */
	said: readonly Act[];
}

const isPerfect = (at: Standing, facts: CaseFacts, pack: Pack): boolean => {
	if (at.ending === 'open' || at.ending === 'ended') return false;
	const rulings = judge(at, facts, pack);
	const { earned, possible } = pointsOf(rulings, pack);
	return (
		earned === possible &&
		RED_LINES.every((id) => ['kept', 'not-applicable'].includes(rulings.redLines[id].verdict))
	);
};

/** At least this many deeds are still needed: each counted one settles something that no other counted one can. */
function stillNeeded(at: Standing, facts: CaseFacts): number {
	if (at.ending !== 'open') return at.ending === 'ended' ? 1 : 0;
	const isHere = !isAbsent(at);
	const due = isDue(at, facts);
	const message =
		due &&
		isHere &&
		(at.deadline === 'unknown' || at.explained === 'unsaid' || at.timeframe === 'unsaid') &&
		at.refusal === 'none';
	const goodbye = facts.hasGoodbyeScript
		? at.goodbyeScript === 'unsent'
		: at.thanks === 'unsaid' || at.invitation === 'unsaid';
	return (
		2 +
		Number(message) +
		Number(isHere && goodbye) +
		Number(isHere && (at.check === 'unasked' || at.check === 'asked')) +
		Number(at.infoTab === 'unopened' && (due || at.emailQuestion !== 'unasked')) +
		Number(facts.local && at.policyPage === 'unopened') +
		Number(facts.hasFyi && at.fyiNote === 'unwritten')
	);
}

/** Verdicts that nothing can mend any more: whoever has one of these is on no perfect path. */
const isSpoilt = (at: Standing, facts: CaseFacts): boolean =>
	at.private !== 'unasked' ||
	at.order === 'out-of-order' ||
	at.order === 'goodbye-first' ||
	at.infoTab === 'needed-first' ||
	at.silenceEnded === 'back-unasked' ||
	(facts.local && (at.policyPage === 'needed-first' || at.policyPage === 'opened-late'));

const costOf = (deed: Deed): number => DEED + (deed.do === 'say' ? Math.max(1, deed.acts.length) : 1);

/**
 * The shortest way to close with full points and no red line crossed, among those that serve the patron best; null
 * where there is none. `rank` tells how well a coded session serves the patron, 0 to 2,
 * `bestRank` is the best that any good ending has.
 */
export function modelAnswer(
	world: WorldModel,
	deeds: readonly Deed[],
	facts: CaseFacts,
	pack: Pack,
	machinery: Machinery,
	rank: (at: Standing) => number,
	bestRank: number
): Deed[] | null {
	for (let worst = bestRank; worst <= WORST_RANK; worst++) {
		const found = search(world, deeds, facts, pack, machinery, (at) => rank(at) <= worst);
		if (found !== null) return found;
	}
	return null;
}

/** How well an ending serves the patron, 0 being best; the library that reads a note helps nobody whose need is open. */
export function rankOf(outcome: Outcome, at: Standing): number {
	return outcome === 'read' && at.need === 'open' ? 1 : RANK[outcome];
}

function search(
	world: WorldModel,
	deeds: readonly Deed[],
	facts: CaseFacts,
	pack: Pack,
	machinery: Machinery,
	serves: (at: Standing) => boolean
): Deed[] | null {
	const slice = new Slice(REGION_NAMES, machinery.moves);
	const queues: Node[][] = [];
	const seen = new Set<string>();
	let total = 0;
	const offer = (node: Node) => {
		const standing = slice.standings[node.at]!;
		const key = `${node.patron.id} ${node.phase} ${node.at}`;
		if (seen.has(key) || isSpoilt(standing, facts)) return;
		seen.add(key);
		// A patron who goes takes with them what was still needed: the estimate may fall, the queue never goes back.
		(queues[Math.max(total, node.cost + DEED * stillNeeded(standing, facts))] ??= []).push(node);
	};
	offer({
		patron: world.beginning,
		at: slice.after(slice.id(BEGINNING), slice.courseOf(world.opening)),
		before: null,
		by: null,
		cost: 0,
		phase: 0,
		said: []
	});
	for (; total < queues.length; total++) {
		// Grows while it is worked through; the newest first goes straight for the end.
		for (let node = queues[total]?.pop(); node !== undefined; node = queues[total]?.pop()) {
			const standing = slice.standings[node.at]!;
			if (isPerfect(standing, facts, pack) && serves(standing)) return pathOf(node);
			if (seen.size > MOST_STATES) return null;
			const { ending } = standing;
			for (const deed of deeds) {
				const isAfterwards = deed.do === 'code' || deed.do === 'open' || deed.do === 'note';
				if (ending === 'open' ? deed.do === 'code' : ending !== 'ended' || !isAfterwards) continue;
				const phase = phaseOf(deed) ?? node.phase;
				// A second need comes out at the check, and begins it all again.
				if (phase < node.phase && !(node.phase === CHECKING && world.scenario.persona.hasSecondNeed))
					continue;
				const acts = deed.do === 'say' ? deed.acts : [];
				if (acts.some((act) => node.said.includes(act))) continue;
				const said =
					phase === CHECKING && world.scenario.persona.hasSecondNeed ? [] : [...node.said, ...acts];
				const effect = world.effect(node.patron, deed);
				offer({
					patron: effect.patron,
					at: slice.after(node.at, slice.courseOf(effect.happening)),
					before: node,
					by: deed,
					cost: node.cost + costOf(deed),
					phase,
					said
				});
			}
		}
	}
	return null;
}

function pathOf(node: Node): Deed[] {
	const path: Deed[] = [];
	for (let at: Node | null = node; at !== null; at = at.before) if (at.by !== null) path.unshift(at.by);
	return path;
}
