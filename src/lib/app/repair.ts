import type { LoggedEvent, SessionEvent } from '#lib/domain/event.ts';
import type { Rulings } from '#lib/domain/judge.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { RED_LINES, STEPS, type RuleId } from '#lib/domain/step.ts';
import {
	repairIdeas,
	type PatronReply,
	type RepairAction,
	type RepairCase,
	type RepairIdea
} from './repair-ideas.ts';
import { score, type Scorable } from './score.ts';

/** A place in the log, one action there, what the patron says to it. It was inserted, scored, and it helps. */
export interface Repair {
	/** After this event; 0 for right after the takeover. */
	after: number;
	action: RepairAction;
	reply: PatronReply | null;
}

/** How a session counts when repairs are compared: harm done elsewhere outweighs everything. */
function worth({ steps, redLines }: Rulings): number {
	const met = STEPS.filter((id) => steps[id].verdict === 'met').length;
	const missed = STEPS.filter((id) => steps[id].verdict === 'missed').length;
	const broken = RED_LINES.filter((id) => redLines[id].verdict === 'broken').length;
	return met - 2 * missed - 5 * broken;
}

const isMended = (rule: RuleId, { steps, redLines }: Rulings): boolean =>
	rule in steps
		? steps[rule as keyof typeof steps].verdict === 'met'
		: redLines[rule as keyof typeof redLines].verdict !== 'broken';

function eventsOf({ action, reply }: RepairIdea): SessionEvent[] {
	const heard = (acts: readonly string[]) => acts.map((act) => ({ act, start: 0, end: 0, confidence: 1 }));
	const first: SessionEvent[] =
		action.kind === 'say'
			? [
					{
						type: 'librarian.said',
						text: action.text,
						heard: heard(action.acts) as never,
						recogniser: 'repair'
					}
				]
			: action.kind === 'open'
				? [{ type: 'librarian.opened-tab', tab: action.tab }]
				: action.kind === 'note'
					? [{ type: 'librarian.noted', text: action.text }]
					: [];
	return reply === null ? first : [...first, { type: 'patron.said', ...reply }];
}

/** The log with the idea carried out after event `after`; later events keep their order and, but for a wait, their time. */
function withRepair(events: readonly LoggedEvent[], idea: RepairIdea, after: number): LoggedEvent[] {
	const { action } = idea;
	if (action.kind === 'code')
		return events.map((event) =>
			event.type === 'librarian.coded' ? { ...event, code: action.code } : event
		);
	const at = events[after - 1]?.at ?? 0;
	const later = idea.waitMs ?? 0;
	const inserted = eventsOf(idea).map((event) => ({ ...event, seq: 0, at }));
	const rest = events.slice(after).map((event) => ({ ...event, at: event.at + later }));
	return [...events.slice(0, after), ...inserted, ...rest].map((event, index) => ({
		...event,
		seq: index + 1
	}));
}

/** Steps that are owed only from when follow-up is due. */
export const isFromDueOn = (rule: RuleId): boolean =>
	rule === 'email' || rule === 'deadline' || rule === 'next-steps' || rule === 'no-email-no-follow-up';

/** After which event the patron, who then goes, has said goodbye; from there on nothing is said to them in earnest. */
function farewellAt(events: readonly LoggedEvent[]): number {
	const gone = events.findIndex((event) => event.type === 'patron.left' && event.how === 'said-goodbye');
	const said = events.slice(0, Math.max(0, gone)).findLastIndex(({ type }) => type === 'patron.said');
	return said < 0 ? Infinity : said + 1;
}

/** Where an idea can be carried out, in the order of preference. */
function places(events: readonly LoggedEvent[], idea: RepairIdea, from: number): number[] {
	if (idea.action.kind === 'code') return [events.length];
	const end = events.findIndex(({ type }) => type === 'librarian.ended');
	const last = end < 0 ? events.length : end;
	const all = Array.from({ length: last + 1 }, (_, index) => index).filter((index) => index >= from);
	if (idea.prefer === 'late') return all.reverse();
	// A question belongs after something the patron said, not between two of the librarian's own lines.
	const farewell = farewellAt(events);
	const isAfterPatron = (index: number): boolean => events[index - 1]?.type === 'patron.said';
	const rank = (index: number): number => (index >= farewell ? 2 : isAfterPatron(index) ? 0 : 1);
	return all.sort((one, other) => rank(one) - rank(other) || one - other);
}

/**
 * The best repair of a rule that was missed or broken: it mends the rule and does the least harm elsewhere.
 * Null where none of the ideas helps at any place; then nothing could be done any more.
 */
export function repairOf(rule: RuleId, session: Scorable, pack: Pack, given: RepairCase): Repair | null {
	let best: Repair | null = null;
	let bestWorth = -Infinity;
	const farewell = farewellAt(session.events);
	for (const idea of repairIdeas(rule, given)) {
		for (const after of places(session.events, idea, isFromDueOn(rule) ? given.dueSeq : 0)) {
			if (best !== null && idea.action.kind === 'say' && after >= farewell) continue;
			const { rulings } = score({ ...session, events: withRepair(session.events, idea, after) }, pack);
			if (!isMended(rule, rulings)) continue;
			const value = worth(rulings);
			if (value > bestWorth) [best, bestWorth] = [{ after, action: idea.action, reply: idea.reply }, value];
		}
	}
	return best;
}

/** Whether a repair does what it says: carried out and scored again, the rule is mended. */
export function isRepairSound(
	rule: RuleId,
	repair: Repair,
	session: Scorable,
	pack: Pack,
	given: RepairCase
): boolean {
	return repairIdeas(rule, given)
		.filter((idea) => JSON.stringify(idea.action) === JSON.stringify(repair.action))
		.some((idea) =>
			isMended(
				rule,
				score({ ...session, events: withRepair(session.events, idea, repair.after) }, pack).rulings
			)
		);
}
