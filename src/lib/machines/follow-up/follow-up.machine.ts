import { and, not, or, setup, stateIn } from 'xstate';
import type { List } from '#lib/domain/consequence.ts';
import type { FollowUpStanding, Happening, SessionDeed } from '#lib/domain/follow-up.ts';

/** How a session comes to the desk: what is true of it when its code is saved. */
export interface Filing {
	list: List;
	/** Where a reply would go, as it stands before anybody has touched it. */
	address: Extract<FollowUpStanding['address'], 'none' | 'in-transcript' | 'listed' | 'listed-wrong'>;
	isPromised: boolean;
	hasDeadline: boolean;
	/** The note is the whole task. */
	isNoteTheTask: boolean;
}

/** What moves a follow-up: its filing, a deed of the librarian, and what comes by itself. */
export type FollowUpEvent =
	| ({ type: 'session.coded' } & Filing)
	| { type: Exclude<SessionDeed['deed'], 'put-in-address'> }
	| { type: 'put-in-address'; isPatrons: boolean }
	| { type: Happening };

type Coded = Extract<FollowUpEvent, { type: 'session.coded' }>;
const filed = (test: (coded: Coded) => boolean) => ({
	guard: ({ event }: { event: FollowUpEvent }) => event.type === 'session.coded' && test(event)
});
const into = (list: List, target: string) => ({ ...filed((coded) => coded.list === list), target });
const known = (address: Filing['address']) => ({
	...filed((coded) => coded.address === address),
	target: address
});
const when = (test: (coded: Coded) => boolean, target: string) => ({ ...filed(test), target });

const putIn = {
	on: {
		'put-in-address': [
			{ guard: 'isTakenUpForPatrons', target: 'put-in' },
			{ guard: 'isTakenUp', target: 'put-in-wrong' }
		]
	}
} as const;
const writable = {
	on: {
		replied: [
			{ guard: 'canArrive', target: 'under-way' },
			{ guard: 'canReply', target: 'astray' }
		]
	}
} as const;
const rejectable = { guard: 'isUnwritten', target: 'new' } as const;

const desk = setup({
	types: { events: {} as FollowUpEvent },
	guards: {
		isTakenUp: stateIn({ list: 'active' }),
		isTakenUpForPatrons: and([
			stateIn({ list: 'active' }),
			({ event }) => event.type === 'put-in-address' && event.isPatrons
		]),
		isUnwritten: or([stateIn({ mail: 'unsent' }), stateIn({ mail: 'came-back' })]),
		canReply: and([
			stateIn({ list: 'active' }),
			or([stateIn({ mail: 'unsent' }), stateIn({ mail: 'came-back' })]),
			not(or([stateIn({ address: 'none' }), stateIn({ address: 'in-transcript' })]))
		]),
		canArrive: and(['canReply', or([stateIn({ address: 'listed' }), stateIn({ address: 'put-in' })])]),
		isClosedUnwritten: and([or([stateIn({ list: 'active' }), stateIn({ list: 'answered' })]), 'isUnwritten']),
		isFetchedInTime: and([
			not(or([stateIn({ list: 'new' }), stateIn({ list: 'active' })])),
			'isUnwritten',
			not(stateIn({ deadline: 'passed' }))
		])
	}
});

/**
 * The life of a coded session in the Ask module, one region per fact (`FOLLOW_UP_REGIONS`). A session is taken up
 * before it is worked on; a reply needs an address; what lies in Pending, Answered or Closed comes back only by a
 * Reject. No timers: whoever runs it sends what comes by itself.
 */
export const followUpMachine = desk.createMachine({
	id: 'follow-up',
	type: 'parallel',
	states: {
		list: {
			initial: 'unfiled',
			states: {
				unfiled: {
					on: {
						'session.coded': [
							into('New', 'new'),
							into('Active', 'active'),
							into('Pending', 'pending'),
							into('Answered', 'answered'),
							into('Closed', 'closed')
						]
					}
				},
				new: { on: { 'took-up': 'active' } },
				active: { on: { replied: { guard: 'canReply', target: 'answered' }, closed: 'closed' } },
				pending: { on: { 'took-up': 'active', rejected: rejectable } },
				answered: { on: { closed: 'closed', rejected: rejectable, 'mail-came-back': 'active' } },
				closed: { on: { rejected: rejectable, 'mail-came-back': 'active' } }
			}
		},
		address: {
			initial: 'none',
			states: {
				none: {
					on: {
						...putIn.on,
						'session.coded': [known('in-transcript'), known('listed'), known('listed-wrong')]
					}
				},
				'in-transcript': putIn,
				listed: putIn,
				'listed-wrong': putIn,
				'put-in': putIn,
				'put-in-wrong': putIn
			}
		},
		mail: {
			initial: 'unsent',
			states: {
				unsent: writable,
				'under-way': { on: { 'mail-arrived': 'arrived' } },
				astray: { on: { 'mail-came-back': 'came-back' } },
				arrived: {},
				'came-back': writable
			}
		},
		promise: {
			initial: 'none',
			states: {
				none: { on: { 'session.coded': when(({ isPromised }) => isPromised, 'open') } },
				open: {
					on: {
						'mail-arrived': 'kept',
						'deadline-passed': 'broken',
						closed: { guard: 'isClosedUnwritten', target: 'broken' }
					}
				},
				kept: {},
				broken: {
					on: {
						'mail-arrived': 'kept-late',
						// Fetched back in time, it can still be kept.
						rejected: { guard: 'isFetchedInTime', target: 'open' }
					}
				},
				'kept-late': {}
			}
		},
		deadline: {
			initial: 'none',
			states: {
				none: { on: { 'session.coded': when(({ hasDeadline }) => hasDeadline, 'ahead') } },
				ahead: { on: { 'mail-arrived': 'met', 'deadline-passed': 'passed' } },
				met: {},
				passed: {}
			}
		},
		note: {
			initial: 'none',
			states: {
				none: { on: { 'session.coded': when(({ isNoteTheTask }) => isNoteTheTask, 'unread') } },
				unread: { on: { 'took-up': 'read' } },
				read: {}
			}
		}
	}
});
