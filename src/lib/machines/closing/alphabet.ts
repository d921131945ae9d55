import { ACTS, type Act } from '#lib/domain/act.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import type { Cued, LibrarianCue, PatronCue } from '#lib/domain/cue.ts';
import { TABS } from '#lib/domain/facts.ts';
import { REGION_NAMES } from '#lib/domain/standing.ts';

/** What a single act comes to, heard with certainty and outside any script. */
const CUES_OF_ACT: Partial<Record<Act, readonly LibrarianCue[]>> = {
	'explain-follow-up': ['promise'],
	'thank-for-using': ['own-thanks'],
	'invite-return': ['own-invitation', 'unscripted-invitation'],
	goodbye: ['farewell'],
	'ask-private': ['private-sure']
};

/** Every act by itself. */
export const SINGLE_ACTS: readonly Act[] = ACTS;

/** Acts that usually come together in one message. */
export const USUAL_COMBINATIONS: readonly (readonly Act[])[] = [
	['ask-email', 'explain-need-email'],
	['ask-email', 'ask-deadline'],
	['explain-follow-up', 'set-timeframe'],
	['explain-follow-up', 'ask-email'],
	['explain-follow-up', 'set-timeframe', 'ask-email', 'explain-need-email'],
	['verify-email', 'ask-deadline'],
	['check-answered', 'offer-more'],
	['offer-more', 'thank-for-using', 'goodbye'],
	['thank-for-using', 'invite-return'],
	['thank-for-using', 'invite-return', 'goodbye'],
	['check-presence', 'announce-end'],
	['refer-away', 'invite-return']
];

/** The cues of a message with these acts; an offer where it is put as a question. */
export function cuesOfActs(acts: readonly Act[], isOffer = false): LibrarianCue[] {
	const cues = new Set<LibrarianCue>(acts);
	for (const act of acts) for (const cue of CUES_OF_ACT[act] ?? []) cues.add(cue);
	if (acts.includes('thank-for-using') && acts.includes('invite-return')) cues.add('farewell');
	if (isOffer && cues.delete('promise')) cues.add('offer');
	return [...cues].sort();
}

const said = (cues: readonly LibrarianCue[]): Cued => ({ type: 'librarian.said', cues });
const patronSaid = (...cues: PatronCue[]): Cued => ({ type: 'patron.said', cues });

/** A finite set of events that can bring the closing into every state it has. */
export const ALPHABET: readonly Cued[] = [
	{ type: 'session.taken-over', cues: [] },
	{ type: 'session.taken-over', cues: ['need-met'] },
	{ type: 'session.taken-over', cues: ['address-on-file'] },
	{ type: 'session.taken-over', cues: ['address-typed', 'deadline-named', 'exchanged'] },
	{ type: 'session.taken-over', cues: ['librarian-wrote'] },
	...SINGLE_ACTS.map((act) => said(cuesOfActs([act]))),
	...USUAL_COMBINATIONS.map((acts) => said(cuesOfActs(acts))),
	said([]),
	said(['explain-follow-up', 'offer']),
	said(['explain-follow-up', 'offer-unsure']),
	said(['explain-follow-up', 'promise-unsure']),
	said(['ask-private']),
	said(['verify-email', 'writes-out-address']),
	said([
		'farewell',
		'goodbye',
		'invite-return',
		'own-goodbye',
		'own-invitation',
		'own-thanks',
		'thank-for-using'
	]),
	said(['farewell', 'goodbye', 'invite-return', 'thank-for-using']),
	{ type: 'librarian.sent-finding', meets: true },
	{ type: 'librarian.sent-finding', meets: false },
	...TABS.map((tab): Cued => ({ type: 'librarian.opened-tab', tab })),
	{ type: 'librarian.noted', fyi: false, need: false },
	{ type: 'librarian.noted', fyi: false, need: true },
	{ type: 'librarian.noted', fyi: true, need: true },
	{ type: 'librarian.ended' },
	...RESOLUTION_CODES.map((code): Cued => ({ type: 'librarian.coded', code })),
	patronSaid(),
	patronSaid('gives-address'),
	patronSaid('takes-address-back'),
	patronSaid('names-deadline'),
	patronSaid('confirms'),
	patronSaid('assents'),
	patronSaid('refuses'),
	patronSaid('satisfied'),
	patronSaid('asks-more'),
	{ type: 'patron.left', how: 'said-goodbye' },
	{ type: 'patron.left', how: 'system-line' },
	{ type: 'patron.fell-silent' },
	{ type: 'patron.started-typing' },
	{ type: 'follow-up.fell-due' },
	...REGION_NAMES.map((region): Cued => ({ type: 'clock.struck', region }))
];
