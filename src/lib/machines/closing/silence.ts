import { region, when } from './vocabulary.ts';

const over = { 'patron.said': 'none', 'patron.started-typing': 'none' };

export const hush = region('hush', {
	initial: 'none',
	states: {
		none: { on: { 'patron.fell-silent': 'silent' } },
		silent: {
			meta: { wait: 'silence' },
			on: {
				...over,
				'patron.left': 'none',
				'clock.struck': { guard: when({ struck: 'hush' }), target: 'long' }
			}
		},
		long: { on: { ...over, 'patron.left': 'none' } }
	}
});

const announced = {
	guard: when({ says: ['announce-end'] }),
	target: 'end-announced',
	reenter: true,
	meta: { step: 'silence' as const }
};

/** First the question whether the patron is there, then the notice (one message may do both), then the wait. */
export const silenceNotice = region('silenceNotice', {
	initial: 'none',
	states: {
		none: {
			on: {
				'librarian.said': [
					{ ...announced, guard: when({ saysAll: ['check-presence', 'announce-end'] }) },
					{
						guard: when({ says: ['check-presence'] }),
						target: 'presence-asked',
						meta: { step: 'silence' }
					}
				]
			}
		},
		'presence-asked': { on: { ...over, 'librarian.said': announced } },
		'end-announced': {
			meta: { wait: 'silence' },
			on: {
				...over,
				'librarian.said': announced,
				'clock.struck': {
					guard: when({ struck: 'silenceNotice' }),
					target: 'waited',
					meta: { step: 'silence' }
				}
			}
		},
		waited: { on: { ...over, 'librarian.said': announced } }
	}
});

/** A silence counts once somebody has asked, or once it has outlasted the wait; the last one that counts decides. */
const back = [
	{
		guard: when({
			where: { hush: ['silent', 'long'], silenceNotice: ['presence-asked', 'end-announced', 'waited'] }
		}),
		target: 'back-after-asking',
		reenter: true,
		meta: { step: 'silence' as const }
	},
	{
		guard: when({ where: { hush: ['long'], silenceNotice: ['none'] } }),
		target: 'back-unasked',
		reenter: true
	}
];
const backOn = { 'patron.said': back, 'patron.started-typing': back };

export const silenceEnded = region('silenceEnded', {
	initial: 'none',
	states: { none: { on: backOn }, 'back-after-asking': { on: backOn }, 'back-unasked': { on: backOn } }
});
