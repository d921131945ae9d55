import { isFollowUpCode, type ResolutionCode } from './code.ts';
import type { Facts } from './facts.ts';
import type { Pack, Situation } from './pack.ts';
import type { Standing } from './standing.ts';

/** Facts of a scenario on which verdicts depend beyond what the closing machine holds. */
export type CaseFacts = Pick<Facts, 'local' | 'policyAnswers' | 'withinReach'> & {
	hasFyi: boolean;
	hasGoodbyeScript: boolean;
};

export const caseFacts = (facts: Facts): CaseFacts => ({
	local: facts.local,
	policyAnswers: facts.policyAnswers,
	withinReach: facts.withinReach,
	hasFyi: facts.fyi !== null,
	hasGoodbyeScript: facts.library.goodbye !== null
});

export const isGone = (at: Standing): boolean => at.presence === 'left' || at.presence === 'vanished';

/** Gone, or silent to the end: nobody who could still answer. */
export const isAbsent = (at: Standing): boolean => isGone(at) || at.presence === 'silent';

/** Follow-up is due: its moment has come, the need is open, and the policy page does not answer it. Live: due so far. */
export const isDue = (at: Standing, facts: CaseFacts): boolean =>
	at.due === 'fallen-due' && at.need === 'open' && !(facts.local && facts.policyAnswers);

const isOnFile = (at: Standing): boolean => at.address === 'on-file' || at.address === 'on-file-confirmed';

/** An address the follow-up librarian has; one that is only typed is taken back by a refusal, while it holds. */
export const hasAddressInHand = (at: Standing): boolean =>
	isOnFile(at) || (at.address === 'given' && at.refusal === 'none');

export const isAddressConfirmed = (at: Standing): boolean =>
	at.address === 'on-file-confirmed' || (at.address === 'given' && at.refusal === 'none');

export const hasRefused = (at: Standing): boolean => at.refusal !== 'none';

type AfterRegion = 'presentAfterCheckable' | 'presentAfterDue' | 'presentAfterPromise';

/** The patron wrote after the moment and was not gone within a minute of it, or is still there. */
export function wasPresentAfter(at: Standing, region: AfterRegion): boolean {
	switch (at[region]) {
		case 'idle':
			return false;
		case 'wrote':
		case 'stayed':
			return true;
		case 'waiting':
		case 'cut-short':
			return !isAbsent(at);
	}
}

/** A promise to get back to the patron that nothing has taken back; `unsure` where it was not heard with certainty. */
export function promiseAt(at: Standing): 'none' | 'stands' | 'unsure' {
	if (at.promise !== 'standing' && at.promise !== 'standing-unsure') return 'none';
	const couldNotBeReached =
		isAbsent(at) &&
		!hasAddressInHand(at) &&
		(at.emailQuestion !== 'unasked' || !wasPresentAfter(at, 'presentAfterPromise'));
	if (couldNotBeReached) return 'none';
	return at.promise === 'standing' ? 'stands' : 'unsure';
}

/** The code chosen; null while there is none. */
export const codeOf = (at: Standing): ResolutionCode | null =>
	at.ending === 'open' || at.ending === 'ended' ? null : at.ending;

export const hasFollowUpCode = (at: Standing): boolean => {
	const code = codeOf(at);
	return code !== null && isFollowUpCode(code);
};

/** An open question that nobody can write back about wants a note that says why. */
export const owesNeedNote = (at: Standing): boolean =>
	at.need === 'open' && at.exchange === 'exchanged' && (!hasAddressInHand(at) || hasRefused(at));

/** A note that says why the session is sent although nobody can be written to. */
export function hasExplainingNote(at: Standing, facts: CaseFacts): boolean {
	const aboutNeed = at.needNote === 'written' && (at.need === 'open' || !facts.hasFyi);
	return aboutNeed || (facts.hasFyi && at.fyiNote === 'written');
}

/** Every row of the code table that fits the facts at the end. */
export function situationsAt(at: Standing, facts: CaseFacts): Situation[] {
	const fits: Record<Situation, boolean> = {
		'need-met': at.need === 'met',
		'open-with-address': at.need === 'open' && hasAddressInHand(at) && !hasRefused(at),
		'open-declined': at.need === 'open' && hasRefused(at),
		'open-without-address':
			at.need === 'open' && !hasAddressInHand(at) && (at.exchange === 'exchanged' || !isAbsent(at)),
		'gone-unexchanged-with-address': isAbsent(at) && at.exchange !== 'exchanged' && isOnFile(at),
		'gone-unexchanged-without-address': isAbsent(at) && at.exchange !== 'exchanged' && !hasAddressInHand(at),
		'policy-page-unread':
			at.need === 'open' &&
			facts.local &&
			facts.policyAnswers &&
			!isAbsent(at) &&
			at.policyPage !== 'opened' &&
			at.policyPage !== 'opened-late',
		fyi: facts.hasFyi
	};
	return (Object.keys(fits) as Situation[]).filter((situation) => fits[situation]);
}

/** The codes that a pack accepts for the facts at the end. */
export function acceptedCodes(at: Standing, facts: CaseFacts, pack: Pack): ResolutionCode[] {
	const situations = situationsAt(at, facts);
	if (situations.some((situation) => pack.codes[situation].length === 0)) return [];
	const holds = { 'within-reach': facts.withinReach, 'with-fyi-note': at.fyiNote === 'written' };
	const codes = situations
		.flatMap((situation) => pack.codes[situation])
		.filter(({ only }) => only === undefined || holds[only])
		.map(({ code }) => code);
	return [...new Set(codes)];
}
