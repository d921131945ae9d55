import type { Act } from '#lib/domain/act.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { readScript } from '#lib/domain/goodbye.ts';
import { shareInOrder } from '#lib/domain/words.ts';
import type { Span } from '#lib/domain/span.ts';
import type { StepId } from '#lib/domain/step.ts';
import { wordsFor } from './evidence.ts';

/** What came nearest to a step that was missed, and what it lacked. */
export interface NearestMiss {
	seq: number;
	span?: Span;
	lacked: string;
}

/** For each step the acts that come near it, the nearest first, with what they lack. */
const NEAR: Readonly<Partial<Record<StepId, readonly { acts: readonly Act[]; lacked: string }[]>>> = {
	'complete-check': [
		{
			acts: ['check-answered', 'offer-more'],
			lacked: 'it came before the last thing you sent, or the session ended before an answer'
		},
		{ acts: ['invite-return'], lacked: 'it invites for later and does not ask now' },
		{ acts: ['goodbye', 'thank-for-using'], lacked: 'it takes leave and does not ask' }
	],
	email: [
		{ acts: ['verify-email'], lacked: 'no answer came that left an address in hand' },
		{ acts: ['ask-email'], lacked: 'no address came of it, and the patron had not heard what it is for' },
		{ acts: ['explain-need-email'], lacked: 'it says why and does not ask' },
		{ acts: ['explain-follow-up'], lacked: 'it promises and does not ask for an address' },
		{ acts: ['set-timeframe'], lacked: 'it says when and does not ask for an address' }
	],
	deadline: [
		{ acts: ['set-timeframe'], lacked: 'it says how long it may take, not by when it is needed' },
		{ acts: ['explain-follow-up'], lacked: 'it promises and does not ask by when' },
		{ acts: ['ask-email', 'verify-email'], lacked: 'it asks for the address alone' }
	],
	'next-steps': [
		{ acts: ['explain-follow-up'], lacked: 'it says that somebody will write, not how long that may take' },
		{ acts: ['set-timeframe'], lacked: 'it says how long, not who gets back to the patron' },
		{ acts: ['ask-email', 'verify-email'], lacked: 'it asks, and does not say what happens next' }
	],
	'way-out': [
		{ acts: ['invite-return'], lacked: 'it is part of a script, or came before the patron declined' },
		{ acts: ['goodbye'], lacked: 'it takes leave and names no other way' }
	],
	'no-brush-off': [{ acts: ['refer-away'], lacked: 'it sends the patron on and offers nothing' }],
	'policy-page': [
		{ acts: ['refer-away', 'explain-follow-up'], lacked: 'it was said before the policy page was opened' }
	],
	'info-tab': [{ acts: ['ask-email', 'verify-email'], lacked: 'it was said before the Info tab was opened' }],
	silence: [
		{ acts: ['announce-end'], lacked: 'the wait after it was too short, or nobody had asked first' },
		{ acts: ['check-presence'], lacked: 'no notice that the chat will end, or no wait, came after it' }
	],
	'in-order': [
		{
			acts: ['goodbye', 'thank-for-using', 'invite-return'],
			lacked: 'the check had not been asked and answered before it'
		}
	]
};

/** Below this share of its words nobody would recognise a script. */
const FAINT_SHARE = 0.3;

function nearestGoodbye(events: readonly LoggedEvent[], facts: Facts): NearestMiss | null {
	let best: NearestMiss | null = null;
	let bestShare = 0;
	for (const event of events) {
		if (event.type !== 'librarian.said') continue;
		const read = readScript(event.text, facts);
		if (read.whose === 'other')
			return {
				seq: event.seq,
				span: { start: 0, end: event.text.length },
				lacked: 'it is the Goodbye script of another library'
			};
		const span = wordsFor(event, ['thank-for-using', 'invite-return', 'goodbye']);
		if (facts.library.goodbye === null) {
			if (span === undefined) continue;
			const acts = event.heard.map(({ act }) => act);
			const lacked = !acts.includes('thank-for-using')
				? 'it does not thank the patron for coming'
				: 'it does not invite the patron back';
			best = { seq: event.seq, span, lacked };
		} else {
			const share = shareInOrder(facts.library.goodbye, event.text);
			if ((span === undefined && share <= FAINT_SHARE) || share < bestShare) continue;
			bestShare = share;
			best = {
				seq: event.seq,
				...(span === undefined ? {} : { span }),
				lacked: `it has ${Math.round(share * 100)} of 100 words of the library’s own script; two thirds make it the script`
			};
		}
	}
	return best;
}

/** The nearest miss of a step in the log; null where nothing came near. */
export function nearestMiss(step: StepId, events: readonly LoggedEvent[], facts: Facts): NearestMiss | null {
	if (step === 'goodbye') return nearestGoodbye(events, facts);
	if (step === 'note') {
		const noted = events.findLast((event) => event.type === 'librarian.noted');
		return noted === undefined ? null : { seq: noted.seq, lacked: 'it does not say what this is about' };
	}
	if (step === 'resolution-code') {
		const coded = events.findLast((event) => event.type === 'librarian.coded');
		return coded === undefined
			? null
			: { seq: coded.seq, lacked: 'it says something else than what was true at the end' };
	}
	for (const { acts, lacked } of NEAR[step] ?? []) {
		const event = events.findLast(
			(one) => one.type === 'librarian.said' && one.heard.some(({ act }) => acts.includes(act))
		);
		if (event === undefined) continue;
		const span = wordsFor(event, acts);
		return { seq: event.seq, ...(span === undefined ? {} : { span }), lacked };
	}
	return null;
}
