import { region, when } from './vocabulary.ts';

const asks = when({ says: ['check-answered', 'offer-more'] });
const newFinding = { guard: when({}), target: 'unasked', reenter: true };
const settled = { target: 'settled', meta: { step: 'complete-check' as const } };

/** Complete? Asked after the last finding, and the patron answered, went, or let the wait pass. */
export const check = region('check', {
	initial: 'unasked',
	states: {
		unasked: {
			on: {
				'librarian.said': { guard: asks, target: 'asked', meta: { step: 'complete-check' } },
				'librarian.sent-finding': newFinding,
				'patron.said': {
					guard: when({ patron: ['satisfied'], patronNone: ['asks-more'] }),
					target: 'satisfied-unasked'
				}
			}
		},
		asked: {
			meta: { wait: 'completeCheck' },
			on: {
				'librarian.sent-finding': newFinding,
				'patron.said': settled,
				'patron.left': settled,
				'clock.struck': { ...settled, guard: when({ struck: 'check' }) }
			}
		},
		settled: { on: { 'librarian.sent-finding': newFinding } },
		'satisfied-unasked': {
			on: {
				'librarian.said': { guard: asks, target: 'asked', meta: { step: 'complete-check' } },
				'librarian.sent-finding': newFinding,
				'patron.said': { guard: when({ patron: ['asks-more'] }), target: 'unasked' },
				'follow-up.fell-due': { guard: when({ where: { finding: ['none-sent'] } }), target: 'unasked' }
			}
		}
	}
});

const checks = { says: ['check-answered', 'offer-more'] as const };
const saysFarewell = when({ says: ['farewell'] });

/** First the check, then a turn of the patron's or the wait, then the goodbye. */
export const order = region('order', {
	initial: 'nothing',
	states: {
		nothing: {
			on: {
				'librarian.said': [
					{ guard: when({ ...checks, saysAll: ['farewell'] }), target: 'out-of-order' },
					{ guard: when(checks), target: 'checked', meta: { step: 'in-order' } },
					{ guard: saysFarewell, target: 'goodbye-first' }
				]
			}
		},
		checked: {
			meta: { wait: 'completeCheck' },
			on: {
				'librarian.said': { guard: saysFarewell, target: 'out-of-order' },
				'patron.said': { target: 'turn-between', meta: { step: 'in-order' } },
				'clock.struck': {
					guard: when({ struck: 'order' }),
					target: 'turn-between',
					meta: { step: 'in-order' }
				}
			}
		},
		'turn-between': {
			on: { 'librarian.said': { guard: saysFarewell, target: 'in-order', meta: { step: 'in-order' } } }
		},
		'goodbye-first': { on: { 'librarian.said': { guard: when(checks), target: 'out-of-order' } } },
		'in-order': {},
		'out-of-order': {}
	}
});
