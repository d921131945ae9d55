import type { Act } from '#lib/domain/act.ts';
import type { Persona } from '#lib/domain/persona.ts';
import type { Memory } from './patron.machine.ts';
import type { PatronState } from './react.ts';

export type PatronRegion = keyof PatronState['value'];

/** On what the reaction of a region depends beside its own state. */
export interface Outlook {
	regions: readonly PatronRegion[];
	memory: readonly (keyof Memory)[];
	persona: readonly (keyof Persona)[];
	/** The acts that it tells apart; null where it tells all of them apart, and questions from statements. */
	acts: readonly Act[] | null;
}

/** Acts that are the moment for something unasked. */
const MOMENT_ACTS = [
	'ask-email',
	'verify-email',
	'explain-follow-up',
	'check-answered',
	'offer-more'
] as const;

/**
 * What the guards of a region look at beside its own state. Everything else is hidden from it when its table is filled,
 * so a region that looks at more than stands here reacts otherwise than the whole chart.
 */
export const LOOKS_AT: Readonly<Record<PatronRegion, Outlook>> = {
	presence: {
		regions: ['address', 'question'],
		memory: ['patience', 'knowsWhatNext', 'hasHeardLibrarian'],
		persona: ['vanishes', 'silent', 'leavesFirst'],
		acts: null
	},
	privacy: { regions: [], memory: [], persona: [], acts: ['ask-private'] },
	company: { regions: [], memory: [], persona: [], acts: ['check-presence'] },
	address: {
		regions: [],
		memory: ['knowsWhy', 'hasHeardLibrarian'],
		persona: ['wariness', 'onFile', 'volunteers'],
		acts: [...MOMENT_ACTS, 'explain-need-email']
	},
	deadline: {
		regions: [],
		memory: ['hasHeardLibrarian'],
		persona: ['volunteers'],
		acts: [...MOMENT_ACTS, 'ask-deadline']
	},
	plan: {
		regions: ['address', 'question'],
		memory: ['patience'],
		persona: ['declinesFollowUp', 'wariness'],
		acts: ['explain-follow-up', 'set-timeframe', 'refer-away', 'invite-return']
	},
	question: {
		regions: ['more'],
		memory: ['knowsWhatNext'],
		persona: ['hasSecondNeed'],
		acts: ['check-answered', 'offer-more', 'goodbye', 'announce-end', 'explain-follow-up', 'refer-away']
	},
	more: {
		regions: ['question'],
		memory: ['knowsWhatNext'],
		persona: ['hasSecondNeed'],
		acts: ['check-answered', 'offer-more']
	},
	manners: { regions: [], memory: [], persona: [], acts: null }
};

/** What a region is shown of what it does not look at. */
export const ANYBODY: Persona = {
	wariness: 'gladly',
	onFile: 'none',
	hasDeadline: false,
	volunteers: null,
	hasSecondNeed: false,
	needAtTakeover: 'open',
	declinesFollowUp: false,
	leavesFirst: false,
	vanishes: null,
	silent: null,
	patience: 3,
	isHurried: false
};
export const NOTHING_YET: Memory = {
	patience: 3,
	knowsWhy: false,
	knowsWhatNext: false,
	hasHeardLibrarian: false
};
