import type { Deed } from './event.ts';

/**
 * What a patron can come to say, by occasion. A scenario gives the words; what the words do for the closing stands
 * here, once. `filler` lines are left out where the same reply has something else to say.
 */
export const LINES = {
	'gives-email': { gives: 'email', does: [], filler: false },
	'repeats-email': { gives: 'email', does: [], filler: false },
	'confirms-email': { gives: null, does: ['confirms'], filler: false },
	'corrects-email': { gives: 'email', does: ['corrects'], filler: false },
	'asks-why': { gives: null, does: [], filler: false },
	'refuses-email': { gives: null, does: ['refuses'], filler: false },
	'refuses-again': { gives: null, does: ['refuses'], filler: false },
	'names-deadline': { gives: 'deadline', does: [], filler: false },
	'repeats-deadline': { gives: 'deadline', does: [], filler: false },
	volunteers: { gives: 'volunteered', does: [], filler: false },
	assents: { gives: null, does: ['assents'], filler: false },
	'accepts-plan': { gives: null, does: [], filler: true },
	'accepts-way-out': { gives: null, does: [], filler: true },
	'sent-away': { gives: null, does: [], filler: false },
	'still-open': { gives: null, does: [], filler: false },
	satisfied: { gives: null, does: ['satisfied'], filler: false },
	'asks-more': { gives: null, does: ['asks-more'], filler: false },
	'doubts-private': { gives: null, does: [], filler: false },
	here: { gives: null, does: [], filler: false },
	'comes-back': { gives: null, does: [], filler: false },
	waits: { gives: null, does: [], filler: true },
	listens: { gives: null, does: [], filler: true },
	puzzled: { gives: null, does: [], filler: true },
	nudges: { gives: null, does: [], filler: false },
	'thanks-back': { gives: null, does: [], filler: true },
	'says-goodbye': { gives: null, does: ['leaves'], filler: false },
	'leaves-content': { gives: null, does: ['satisfied', 'leaves'], filler: false },
	'leaves-annoyed': { gives: null, does: ['leaves'], filler: false }
} as const satisfies Record<
	string,
	{ gives: 'email' | 'deadline' | 'volunteered' | null; does: readonly Deed[]; filler: boolean }
>;

export type LineName = keyof typeof LINES;
export const LINE_NAMES = Object.keys(LINES) as readonly LineName[];

/** Moments at which a patron falls silent or vanishes, or volunteers something. */
export const MOMENTS = ['first-line', 'finding', 'ask-email', 'follow-up', 'check'] as const;
export type Moment = (typeof MOMENTS)[number];

/** Whether the patron gives an address: gladly, once told why, or never. */
export const WARINESS = ['gladly', 'when-told-why', 'never'] as const;
export type Wariness = (typeof WARINESS)[number];

/** How a patron behaves: what the patron machine is born with. */
export interface Persona {
	wariness: Wariness;
	/** The address in the Info tab: none, the patron's own, or one with a mistake in it. */
	onFile: 'none' | 'right' | 'wrong';
	hasDeadline: boolean;
	/** What the patron gives unasked, and when. */
	volunteers: { what: readonly ('email' | 'deadline')[]; on: Moment } | null;
	/** Whether there is a second need, voiced when the patron is asked for more. */
	hasSecondNeed: boolean;
	needAtTakeover: 'open' | 'met';
	/** The follow-up itself is unwelcome. */
	declinesFollowUp: boolean;
	/** Takes leave at once when the need is met. */
	leavesFirst: boolean;
	vanishes: Moment | null;
	silent: { on: Moment; back: 'when-asked' | 'never' } | null;
	/** How often the patron can be sent away or asked the same again before leaving; 1 to 3. */
	patience: number;
	/** Replies come in half the time. */
	isHurried: boolean;
}
