import { region, when } from './vocabulary.ts';

const step = { step: 'email' as const };
const gives = { guard: when({ patron: ['gives-address'] }), target: 'given', reenter: true, meta: step };
const takesBack = { guard: when({ patron: ['takes-address-back'] }), target: 'none' };
const confirms = when({ patron: ['confirms'] });

/** By which road an address is in hand. A yes to an address neither on file nor written out confirms nothing. */
export const address = region('address', {
	initial: 'none',
	states: {
		none: {
			on: {
				'session.taken-over': [
					{ guard: when({ takenOver: ['address-typed'] }), target: 'given', meta: step },
					{ guard: when({ takenOver: ['address-on-file'] }), target: 'on-file' }
				],
				'patron.said': gives,
				'librarian.said': { guard: when({ says: ['writes-out-address'] }), target: 'written-out' }
			}
		},
		'written-out': {
			on: { 'patron.said': [gives, takesBack, { guard: confirms, target: 'given', meta: step }] }
		},
		'on-file': {
			on: { 'patron.said': [gives, takesBack, { guard: confirms, target: 'on-file-confirmed', meta: step }] }
		},
		'on-file-confirmed': { on: { 'patron.said': [gives, takesBack] } },
		given: { on: { 'patron.said': [gives, takesBack] } }
	}
});

const declined = {
	'patron.said': [
		{ guard: when({ patron: ['gives-address', 'assents'] }), target: 'none' },
		{
			guard: when({
				patron: ['confirms'],
				where: { address: ['written-out', 'on-file', 'on-file-confirmed', 'given'] }
			}),
			target: 'none'
		}
	]
};

/**
 * What is declined: the follow-up itself where an address is in hand or none had been asked for, else the address.
 * It holds until the patron gives or confirms an address, or assents to a follow-up.
 */
export const refusal = region('refusal', {
	initial: 'none',
	states: {
		none: {
			on: {
				'patron.said': [
					{
						guard: when({ patron: ['refuses'], where: { address: ['given', 'on-file-confirmed'] } }),
						target: 'follow-up-declined-after-address'
					},
					{
						guard: when({ patron: ['refuses'], where: { address: ['on-file'] } }),
						target: 'follow-up-declined'
					},
					{
						guard: when({ patron: ['refuses'], where: { emailQuestion: ['unasked'] } }),
						target: 'follow-up-declined'
					},
					{ guard: when({ patron: ['refuses'] }), target: 'address-declined' }
				]
			}
		},
		'address-declined': { on: declined },
		'follow-up-declined': { on: declined },
		'follow-up-declined-after-address': { on: declined }
	}
});

const explains = when({ says: ['explain-need-email'] });
const refuses = when({ patron: ['refuses'] });
const givesAfterAll = when({ patron: ['gives-address'] });

/** A refusal counts as made after the reason if the patron wrote again after hearing it and gave no address. */
export const reason = region('reason', {
	initial: 'unsaid',
	states: {
		unsaid: {
			on: {
				'librarian.said': { guard: explains, target: 'said', meta: step },
				'patron.said': { guard: refuses, target: 'declined-unheard' }
			}
		},
		said: { on: { 'patron.said': { guard: refuses, target: 'declined-all-the-same', meta: step } } },
		'declined-unheard': {
			on: {
				'librarian.said': { guard: explains, target: 'said-after-declining', meta: step },
				'patron.said': { guard: givesAfterAll, target: 'unsaid' }
			}
		},
		'said-after-declining': {
			on: {
				'patron.said': [
					{ guard: givesAfterAll, target: 'said' },
					{ target: 'declined-all-the-same', meta: step }
				]
			}
		},
		'declined-all-the-same': { on: { 'patron.said': { guard: givesAfterAll, target: 'said' } } }
	}
});

const asks = {
	guard: when({ says: ['ask-email', 'verify-email'] }),
	target: 'asked',
	reenter: true,
	meta: step
};

export const emailQuestion = region('emailQuestion', {
	initial: 'unasked',
	states: {
		unasked: { on: { 'librarian.said': asks } },
		asked: {
			on: {
				'librarian.said': asks,
				'patron.said': {
					guard: when({ patron: ['gives-address', 'confirms', 'takes-address-back', 'refuses'] }),
					target: 'answered'
				}
			}
		},
		answered: { on: { 'librarian.said': asks } }
	}
});
