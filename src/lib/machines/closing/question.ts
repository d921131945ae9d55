import { region, when } from './vocabulary.ts';

/** A finding that meets, sent while the patron can read it, meets all that is open; a second need opens it again. */
export const need = region('need', {
	initial: 'open',
	states: {
		open: {
			on: {
				'session.taken-over': { guard: when({ takenOver: ['need-met'] }), target: 'met' },
				'librarian.sent-finding': { guard: when({ meets: true }), target: 'met' }
			}
		},
		met: { on: { 'patron.said': { guard: when({ patron: ['asks-more'] }), target: 'open' } } }
	}
});

export const due = region('due', {
	initial: 'not-yet',
	states: { 'not-yet': { on: { 'follow-up.fell-due': 'fallen-due' } }, 'fallen-due': {} }
});

export const finding = region('finding', {
	initial: 'none-sent',
	states: {
		'none-sent': { on: { 'librarian.sent-finding': { guard: when({}), target: 'sent' } } },
		sent: { on: { 'librarian.sent-finding': { guard: when({}), target: 'sent', reenter: true } } }
	}
});

export const exchange = region('exchange', {
	initial: 'nothing',
	states: {
		nothing: {
			on: {
				'session.taken-over': [
					{ guard: when({ takenOver: ['exchanged'] }), target: 'exchanged' },
					{ guard: when({ takenOver: ['librarian-wrote'] }), target: 'librarian-wrote' }
				],
				'librarian.said': { guard: when({}), target: 'librarian-wrote' },
				'librarian.sent-finding': { guard: when({}), target: 'librarian-wrote' }
			}
		},
		'librarian-wrote': { on: { 'patron.said': 'exchanged' } },
		exchanged: {}
	}
});
