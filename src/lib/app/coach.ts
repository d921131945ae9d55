import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Facts, Tab, TakeoverLine } from '#lib/domain/facts.ts';
import { judge } from '#lib/domain/judge.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import { caseFacts, hasAddressInHand, hasRefused, isAbsent, isDue, isGone } from '#lib/domain/situation.ts';
import type { Standing } from '#lib/domain/standing.ts';
import type { StepId } from '#lib/domain/step.ts';
import { walkLog } from '#lib/machines/closing/walk.ts';

/** One step of the coach line, as it stands so far. */
export interface CoachStep {
	id: StepId;
	name: string;
	rule: string;
	/** `past`: its moment has gone by, and nothing can be done about it any more. */
	state: 'done' | 'now' | 'open' | 'past';
}

export interface Coaching {
	steps: readonly CoachStep[];
	/** What is worth saying about the moment, in a sentence or two; null where nothing is. */
	why: { text: string; step: StepId } | null;
}

/** Steps that the coach always shows, in the order in which a closing runs; the others come in when they are due. */
const ALWAYS: ReadonlySet<StepId> = new Set<StepId>(['complete-check', 'goodbye', 'resolution-code']);
const SHOWN: readonly StepId[] = [
	'policy-page',
	'info-tab',
	'email',
	'deadline',
	'next-steps',
	'way-out',
	'no-brush-off',
	'silence',
	'complete-check',
	'note',
	'goodbye',
	'resolution-code'
];

/** Steps that are met by opening a tab in time. */
const TAB_OF: Partial<Record<StepId, Tab>> = { 'policy-page': 'policy', 'info-tab': 'info' };

/** What is left to do when the patron has gone. */
const AFTER_THE_PATRON: ReadonlySet<StepId> = new Set<StepId>([
	'policy-page',
	'info-tab',
	'note',
	'resolution-code'
]);

function whyNow(at: Standing, step: StepId, patron: string, library: string): string {
	switch (step) {
		case 'policy-page':
			return `Only ${library} can say. Its policy page may have the answer already; it is one click away.`;
		case 'info-tab':
			return `Before you ask ${patron} for an address, see what the Info tab has.`;
		case 'email':
			if (hasAddressInHand(at))
				return 'There is an address on file. Addresses are mistyped all the time: have it confirmed.';
			if (hasRefused(at))
				return `${patron} declined without having heard what an address is for. Say why you ask.`;
			return `As it stands, follow-up is due: this can’t be finished in the chat. Whoever follows up at ${library} has only what you leave them: without an address, nobody to write to.`;
		case 'deadline':
			return 'An answer that comes a day late is no answer. Ask by when it is needed.';
		case 'next-steps':
			return `Say who will get back to ${patron}, and that it may take a few days.`;
		case 'way-out':
			return `${patron} declined. Say what they can do instead.`;
		case 'no-brush-off':
			return 'You sent the patron elsewhere. Offer the follow-up too.';
		case 'silence':
			return `Ask whether ${patron} is there, say that you will end, then wait.`;
		case 'complete-check':
			return 'Ask whether this is complete, or whether more is needed. Then leave time for an answer.';
		case 'note':
			return 'Leave a note for whoever opens this next.';
		case 'goodbye':
			return `Close with ${library}’s own Goodbye script, if the Scripts tab has one; else thank the patron and invite them back.`;
		default:
			return 'End the session, then choose the code that says what is true.';
	}
}

/** What the coach says of a session so far: due so far, met so far. */
export function coach(
	facts: Facts,
	takeover: readonly TakeoverLine[],
	events: readonly LoggedEvent[],
	pack: Pack,
	nowMs: number
): Coaching {
	// The clock may have run on past the last event: a wait that has passed shows at once.
	const tick: LoggedEvent = { type: 'clock.moved', byMs: 0, seq: events.length + 1, at: nowMs };
	const scored = (log: readonly LoggedEvent[]) => {
		const { standing } = walkLog(facts, takeover, log, pack.waits);
		return { standing, steps: judge(standing, caseFacts(facts), pack).steps };
	};
	const { standing, steps } = scored([...events, tick]);
	const isOver = standing.ending !== 'open' && standing.ending !== 'ended';
	const shown = SHOWN.filter((id) => {
		// Until the patron has declined or gone, an address is what to work for, not a note about its absence.
		if (id === 'note')
			return (
				steps.note.verdict !== 'not-applicable' &&
				(facts.fyi !== null || hasRefused(standing) || isAbsent(standing) || standing.ending !== 'open')
			);
		// Ending on a typing patron would be a slip; it is nothing to work for while the chat goes on.
		if (id === 'silence' && standing.presence === 'typing') return false;
		if (id === 'info-tab') return isDue(standing, caseFacts(facts)) || steps[id].verdict !== 'not-applicable';
		return ALWAYS.has(id) || steps[id].verdict !== 'not-applicable';
	});
	// A tab that was to be opened before something else is of no more use once that has happened.
	const isPast = (id: StepId): boolean => {
		const tab = TAB_OF[id];
		if (tab === undefined || steps[id].verdict !== 'missed') return false;
		return scored([...events, { ...tick, type: 'librarian.opened-tab', tab }]).steps[id].verdict !== 'met';
	};
	const past = new Set(shown.filter(isPast));
	// Once the session is ended, or nobody is there, only some of it can still be done.
	const isPossible = (id: StepId): boolean =>
		standing.ending === 'open'
			? !isGone(standing) || AFTER_THE_PATRON.has(id)
			: id === 'note' || id === 'resolution-code';
	const next = isOver
		? undefined
		: shown.find((id) => steps[id].verdict !== 'met' && isPossible(id) && !past.has(id));
	return {
		steps: shown.map((id) => ({
			id,
			...RULE_WORDS[id],
			state: steps[id].verdict === 'met' ? 'done' : past.has(id) ? 'past' : id === next ? 'now' : 'open'
		})),
		why:
			next === undefined
				? null
				: { text: whyNow(standing, next, facts.patron.name, facts.library.name), step: next }
	};
}
