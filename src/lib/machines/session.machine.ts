import { setup } from 'xstate';
import type { SessionEvent } from '#lib/domain/event.ts';

/**
 * The life of a session at the desk. While it is open everybody may act; once the librarian has ended it the patron
 * can read nothing more, and only looking things up, notes and the code are left; a code can't be changed later.
 */
export const sessionMachine = setup({ types: { events: {} as SessionEvent } }).createMachine({
	id: 'session',
	initial: 'open',
	states: {
		open: {
			on: {
				'librarian.said': 'open',
				'librarian.sent-finding': 'open',
				'librarian.opened-tab': 'open',
				'librarian.noted': 'open',
				'librarian.ended': 'ended',
				'patron.said': 'open',
				'patron.left': 'open',
				'patron.fell-silent': 'open',
				'patron.started-typing': 'open',
				'follow-up.fell-due': 'open',
				'clock.moved': 'open'
			}
		},
		ended: {
			on: {
				'librarian.opened-tab': 'ended',
				'librarian.noted': 'ended',
				'librarian.coded': 'coded',
				'clock.moved': 'ended'
			}
		},
		coded: { type: 'final' }
	}
});
