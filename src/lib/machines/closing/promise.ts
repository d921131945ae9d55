import type { LibrarianCue } from '#lib/domain/cue.ts';
import { region, when } from './vocabulary.ts';

/** A region that is settled once the librarian says it. */
const saidOnce = (cue: LibrarianCue, step: 'next-steps' | 'goodbye') => ({
	initial: 'unsaid' as const,
	states: {
		unsaid: { on: { 'librarian.said': { guard: when({ says: [cue] }), target: 'said', meta: { step } } } },
		said: {}
	}
});

export const explained = region('explained', saidOnce('explain-follow-up', 'next-steps'));
export const timeframe = region('timeframe', saidOnce('set-timeframe', 'next-steps'));
export const thanks = region('thanks', saidOnce('own-thanks', 'goodbye'));
export const invitation = region('invitation', saidOnce('own-invitation', 'goodbye'));
export const farewell = region('farewell', saidOnce('farewell', 'goodbye'));

export const goodbyeScript = region('goodbyeScript', {
	initial: 'unsent',
	states: {
		unsent: {
			on: {
				'librarian.said': {
					guard: when({ says: ['own-goodbye'] }),
					target: 'sent',
					meta: { step: 'goodbye' }
				}
			}
		},
		sent: {}
	}
});

const knowsDeadline = { target: 'settled', meta: { step: 'deadline' as const } };

export const deadline = region('deadline', {
	initial: 'unknown',
	states: {
		unknown: {
			on: {
				'session.taken-over': { ...knowsDeadline, guard: when({ takenOver: ['deadline-named'] }) },
				'librarian.said': { ...knowsDeadline, guard: when({ says: ['ask-deadline'] }) },
				'patron.said': { ...knowsDeadline, guard: when({ patron: ['names-deadline'] }) }
			}
		},
		settled: {}
	}
});

const meta = { step: 'no-empty-promise' as const };
const promises = { guard: when({ says: ['promise'] }), target: 'standing', meta };
const promisesUnsure = { guard: when({ says: ['promise-unsure'] }), target: 'standing-unsure', meta };
const fresh = [
	promises,
	promisesUnsure,
	{ guard: when({ says: ['offer'] }), target: 'offered' },
	{ guard: when({ says: ['offer-unsure'] }), target: 'offered-unsure' }
];
const accepts = when({ patron: ['assents', 'gives-address', 'confirms'] });
const refuses = { guard: when({ patron: ['refuses'] }), target: 'lapsed' };
const meetsAfterwards = { guard: when({ meets: true }), target: 'lapsed' };

/** An offer becomes a promise once the patron takes it up; a promise lapses when it is met or declined. */
export const promise = region('promise', {
	initial: 'none',
	states: {
		none: { on: { 'librarian.said': fresh } },
		offered: {
			on: {
				'librarian.said': [promises, promisesUnsure],
				'patron.said': [refuses, { guard: accepts, target: 'standing', meta }],
				'librarian.sent-finding': meetsAfterwards
			}
		},
		'offered-unsure': {
			on: {
				'librarian.said': [promises, promisesUnsure, { guard: when({ says: ['offer'] }), target: 'offered' }],
				'patron.said': [refuses, { guard: accepts, target: 'standing-unsure', meta }],
				'librarian.sent-finding': meetsAfterwards
			}
		},
		standing: { on: { 'patron.said': refuses, 'librarian.sent-finding': meetsAfterwards } },
		'standing-unsure': {
			on: { 'librarian.said': promises, 'patron.said': refuses, 'librarian.sent-finding': meetsAfterwards }
		},
		lapsed: { on: { 'librarian.said': fresh } }
	}
});

const declines = { guard: when({ patron: ['refuses'], where: { refusal: ['none'] } }), target: 'owed' };

/** Who declines is told what they can do instead. */
export const wayOut = region('wayOut', {
	initial: 'not-owed',
	states: {
		'not-owed': { on: { 'patron.said': declines } },
		owed: {
			on: {
				'librarian.said': {
					guard: when({ says: ['refer-away', 'unscripted-invitation'] }),
					target: 'said',
					meta: { step: 'way-out' }
				}
			}
		},
		said: { on: { 'patron.said': declines } }
	}
});

export const brushOff = region('brushOff', {
	initial: 'none',
	states: {
		none: {
			on: {
				'librarian.said': {
					guard: when({
						says: ['refer-away'],
						where: { due: ['fallen-due'], need: ['open'], refusal: ['none'] }
					}),
					target: 'said',
					meta: { step: 'no-brush-off' }
				}
			}
		},
		said: {}
	}
});
