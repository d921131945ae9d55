import type { Because } from './because.ts';
import type { Pack } from './pack.ts';
import {
	acceptedCodes,
	codeOf,
	hasAddressInHand,
	hasExplainingNote,
	hasFollowUpCode,
	hasRefused,
	isAbsent,
	isAddressConfirmed,
	isDue,
	isGone,
	owesNeedNote,
	promiseAt,
	wasPresentAfter,
	type CaseFacts
} from './situation.ts';
import type { Standing } from './standing.ts';
import { RED_LINES, STEPS, type RedLineId, type StepId } from './step.ts';
import type { RedLineVerdict, StepVerdict } from './verdict.ts';

/** A verdict with its reason. */
export interface Ruling<V> {
	verdict: V;
	because: Because;
}

type StepRule = (at: Standing, facts: CaseFacts, pack: Pack) => Ruling<StepVerdict>;
type RedLineRule = (at: Standing, facts: CaseFacts, pack: Pack) => Ruling<RedLineVerdict>;

const met = (because: Because): Ruling<StepVerdict> => ({ verdict: 'met', because });
const missed = (because: Because): Ruling<StepVerdict> => ({ verdict: 'missed', because });
const notApplicable = (because: Because) => ({ verdict: 'not-applicable' as const, because });

/** Where the patron was not there to answer, deadline and next steps are judged only if they were met. */
function whileReachable(
	at: Standing,
	facts: CaseFacts,
	isMet: boolean,
	reasons: { met: Because; missed: Because }
): Ruling<StepVerdict> {
	if (!isDue(at, facts)) return notApplicable('not-due');
	if (hasRefused(at)) return notApplicable('declined');
	if (isMet) return met(reasons.met);
	if (!wasPresentAfter(at, 'presentAfterDue')) return notApplicable('not-present-after-due');
	if (at.emailQuestion === 'asked' && isAbsent(at)) return notApplicable('gone-on-the-question');
	return missed(reasons.missed);
}

export const STEP_RULES: Readonly<Record<StepId, StepRule>> = {
	'complete-check': (at) => {
		if (at.check === 'settled') return met('checked');
		if (!wasPresentAfter(at, 'presentAfterCheckable')) return notApplicable('not-present-after-finding');
		if (at.check === 'satisfied-unasked') return notApplicable('satisfied-unasked');
		return missed(at.check === 'asked' ? 'check-unanswered' : 'unchecked');
	},
	'policy-page': (at, facts) => {
		if (!facts.local) return notApplicable('not-local');
		return at.policyPage === 'opened' ? met('policy-opened') : missed('policy-unopened');
	},
	'info-tab': (at, facts) => {
		const isNeeded = isDue(at, facts) || at.emailQuestion !== 'unasked' || hasFollowUpCode(at);
		if (!isNeeded) return notApplicable('no-address-needed');
		const isInTime = at.infoTab === 'opened' || (at.infoTab === 'opened-after-end' && hasFollowUpCode(at));
		if (isInTime) return met('info-opened');
		return missed(
			at.infoTab === 'needed-first' && at.emailQuestion !== 'unasked' ? 'info-too-late' : 'info-unopened'
		);
	},
	email: (at, facts) => {
		if (!isDue(at, facts)) return notApplicable('not-due');
		if (at.refusal === 'follow-up-declined-after-address') return met('confirmed-then-declined');
		if (at.refusal === 'follow-up-declined') return notApplicable('follow-up-declined');
		if (isAddressConfirmed(at)) return met('address-confirmed');
		const isDeclinedKnowing = at.refusal === 'address-declined' && at.reason === 'declined-all-the-same';
		if (isDeclinedKnowing) return met('declined-knowing-why');
		if (!wasPresentAfter(at, 'presentAfterDue')) return notApplicable('not-present-after-due');
		if (at.refusal === 'address-declined') return missed('declined-not-knowing-why');
		if (at.emailQuestion === 'asked' && isAbsent(at)) return met('asked-and-gone');
		if (hasAddressInHand(at)) return missed('address-unconfirmed');
		return missed(at.emailQuestion === 'unasked' ? 'email-unasked' : 'email-not-given');
	},
	deadline: (at, facts) =>
		whileReachable(at, facts, at.deadline === 'settled', {
			met: 'deadline-known',
			missed: 'deadline-unasked'
		}),
	'next-steps': (at, facts) => {
		const isWhoSaid = at.explained === 'said';
		const isHowLongSaid = at.timeframe === 'said';
		return whileReachable(at, facts, isWhoSaid && isHowLongSaid, {
			met: 'next-steps-said',
			missed: isWhoSaid ? 'how-long-unsaid' : isHowLongSaid ? 'who-unsaid' : 'next-steps-unsaid'
		});
	},
	'way-out': (at) => {
		if (!hasRefused(at)) return notApplicable('not-declined');
		return at.wayOut === 'said' ? met('way-out-said') : missed('way-out-unsaid');
	},
	'no-brush-off': (at, facts) => {
		if (at.brushOff === 'none' || !isDue(at, facts)) return notApplicable('not-sent-away');
		return at.explained === 'said' ? met('brush-off-repaired') : missed('brushed-off');
	},
	note: (at, facts, pack) => {
		const owes = [...(facts.hasFyi ? [at.fyiNote] : []), ...(owesNeedNote(at) ? [at.needNote] : [])];
		if (owes.length === 0) return notApplicable('no-note-owed');
		if (owes.every((note) => note === 'written')) return met('note-written');
		if (isBroken('no-email-no-follow-up', at, facts, pack)) return notApplicable('charged-with-the-red-line');
		if (facts.hasFyi && at.fyiNote === 'unwritten') return missed('fyi-note');
		return missed('need-note');
	},
	goodbye: (at, facts) => {
		const isOwed = !isAbsent(at) || (isGone(at) && at.farewell === 'said');
		if (!isOwed) return notApplicable('not-present-at-end');
		if (facts.hasGoodbyeScript)
			return at.goodbyeScript === 'sent' ? met('goodbye-script-sent') : missed('goodbye-script-unsent');
		const isSaid = at.thanks === 'said' && at.invitation === 'said';
		return isSaid ? met('goodbye-words-said') : missed('goodbye-words-unsaid');
	},
	'in-order': (at) => {
		if (at.order === 'in-order') return met('in-order');
		if (at.order === 'out-of-order') return missed('out-of-order');
		return notApplicable('not-both-said');
	},
	silence: (at) => {
		if (at.presence === 'typing') return missed('ended-while-typing');
		if (at.presence === 'vanished') return met('system-line');
		if (at.presence === 'silent') {
			if (at.silenceNotice === 'waited') return met('silence-waited');
			return missed(at.silenceNotice === 'none' ? 'silence-unasked' : 'silence-cut-short');
		}
		if (at.silenceEnded === 'back-after-asking') return met('back-after-asking');
		if (at.silenceEnded === 'back-unasked') return missed('back-unasked');
		return notApplicable('no-silence');
	},
	'resolution-code': (at, facts, pack) => {
		const line = RED_LINES.find((id) => id !== 'privacy' && isBroken(id, at, facts, pack));
		if (line !== undefined) return notApplicable('charged-with-the-red-line');
		const code = codeOf(at);
		if (code === null) return missed('uncoded');
		return acceptedCodes(at, facts, pack).includes(code) ? met('code-right') : missed('code-wrong');
	}
};

export const RED_LINE_RULES: Readonly<Record<RedLineId, RedLineRule>> = {
	'no-email-no-follow-up': (at, facts, pack) => {
		if (!hasFollowUpCode(at)) return notApplicable('no-follow-up-code');
		if (hasAddressInHand(at)) return { verdict: 'kept', because: 'address-in-hand' };
		const isExcused = pack.noteExcusesMissingEmail && hasExplainingNote(at, facts);
		return isExcused
			? { verdict: 'kept', because: 'note-explains' }
			: { verdict: 'broken', because: 'nobody-to-write-to' };
	},
	'no-empty-promise': (at, facts, pack) => {
		const promise = promiseAt(at);
		if (promise === 'none') return notApplicable('no-promise-stands');
		if (isBroken('no-email-no-follow-up', at, facts, pack)) return notApplicable('charged-with-the-red-line');
		if (codeOf(at) === null) return notApplicable('uncoded');
		if (hasFollowUpCode(at)) return { verdict: 'kept', because: 'promise-coded' };
		return promise === 'stands'
			? { verdict: 'broken', because: 'promise-filed-away' }
			: { verdict: 'unsure', because: 'promise-filed-away' };
	},
	privacy: (at) => {
		if (at.private === 'unasked') return notApplicable('nothing-private');
		return { verdict: at.private === 'asked' ? 'broken' : 'unsure', because: 'private-asked' };
	}
};

function isBroken(line: RedLineId, at: Standing, facts: CaseFacts, pack: Pack): boolean {
	return RED_LINE_RULES[line](at, facts, pack).verdict === 'broken';
}

export interface Rulings {
	steps: Record<StepId, Ruling<StepVerdict>>;
	redLines: Record<RedLineId, Ruling<RedLineVerdict>>;
}

/** Steps and red lines as a pure function of where the closing stands, the case and the pack. */
export function judge(at: Standing, facts: CaseFacts, pack: Pack): Rulings {
	return {
		steps: Object.fromEntries(STEPS.map((id) => [id, STEP_RULES[id](at, facts, pack)])) as Rulings['steps'],
		redLines: Object.fromEntries(
			RED_LINES.map((id) => [id, RED_LINE_RULES[id](at, facts, pack)])
		) as Rulings['redLines']
	};
}

export interface Points {
	earned: number;
	possible: number;
	/** Applicable steps; below four no percentage is shown. */
	applicable: number;
	passed: boolean;
}

/** The points of a closing: only steps give them, and no red line may be broken. */
export function pointsOf(rulings: Rulings, pack: Pack): Points {
	let earned = 0;
	let possible = 0;
	let applicable = 0;
	for (const id of STEPS) {
		const { verdict } = rulings.steps[id];
		if (verdict === 'not-applicable') continue;
		const worth = pack.points[id] ?? 1;
		applicable += 1;
		possible += worth;
		if (verdict === 'met') earned += worth;
	}
	const isBrokenAnywhere = RED_LINES.some((id) => rulings.redLines[id].verdict === 'broken');
	// Compared as products of whole numbers, so that exactly the pass mark is never lost to rounding.
	const passed = !isBrokenAnywhere && earned * 100 >= possible * Math.round(pack.passMark * 100);
	return { earned, possible, applicable, passed };
}
