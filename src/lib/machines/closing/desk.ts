import { region, when } from './vocabulary.ts';

const info = when({ tab: 'info' });
const followUpCode = { guard: when({ code: 'a follow-up code' }), target: 'needed-first' };

/** Info comes before the first question for an address and before a follow-up code. */
export const infoTab = region('infoTab', {
	initial: 'unopened',
	states: {
		unopened: {
			on: {
				'librarian.opened-tab': { guard: info, target: 'opened', meta: { step: 'info-tab' } },
				'librarian.said': { guard: when({ says: ['ask-email', 'verify-email'] }), target: 'needed-first' },
				'librarian.ended': 'unopened-at-end'
			}
		},
		opened: {},
		'needed-first': {},
		'unopened-at-end': {
			on: {
				'librarian.opened-tab': { guard: info, target: 'opened-after-end', meta: { step: 'info-tab' } },
				'librarian.coded': followUpCode
			}
		},
		'opened-after-end': {}
	}
});

const policy = when({ tab: 'policy' });

/** The policy page comes before the patron is sent away, promised anything, or the session is ended. */
export const policyPage = region('policyPage', {
	initial: 'unopened',
	states: {
		unopened: {
			on: {
				'librarian.opened-tab': { guard: policy, target: 'opened', meta: { step: 'policy-page' } },
				'librarian.said': {
					guard: when({ says: ['refer-away', 'promise', 'promise-unsure'] }),
					target: 'needed-first'
				},
				'patron.said': {
					guard: when({
						patron: ['assents', 'gives-address', 'confirms'],
						where: { promise: ['offered', 'offered-unsure'] }
					}),
					target: 'needed-first'
				},
				'librarian.ended': 'needed-first'
			}
		},
		opened: {},
		'needed-first': { on: { 'librarian.opened-tab': { guard: policy, target: 'opened-late' } } },
		'opened-late': {}
	}
});

const note = (about: 'fyi' | 'need') => ({
	initial: 'unwritten' as const,
	states: {
		unwritten: {
			on: {
				'librarian.noted': {
					guard: when({ note: about }),
					target: 'written',
					meta: { step: 'note' as const }
				}
			}
		},
		written: {}
	}
});

/** Notes count up to the code: afterwards the session is filed. */
export const fyiNote = region('fyiNote', note('fyi'));
export const needNote = region('needNote', note('need'));

export const privateData = region('private', {
	initial: 'unasked',
	states: {
		unasked: {
			on: {
				'librarian.said': [
					{ guard: when({ says: ['private-sure'] }), target: 'asked', meta: { step: 'privacy' } },
					{ guard: when({ says: ['ask-private'] }), target: 'asked-unsure', meta: { step: 'privacy' } }
				]
			}
		},
		'asked-unsure': {
			on: {
				'librarian.said': {
					guard: when({ says: ['private-sure'] }),
					target: 'asked',
					meta: { step: 'privacy' }
				}
			}
		},
		asked: {}
	}
});

const codes = [
	'answered',
	'follow-up-by-patrons-library',
	'follow-up-by-me',
	'lost-call',
	'practice'
] as const;

/** A code can't be changed later. */
export const ending = region('ending', {
	initial: 'open',
	states: {
		open: { on: { 'librarian.ended': 'ended' } },
		ended: {
			on: {
				'librarian.coded': codes.map((code) => ({
					guard: when({ code }),
					target: code,
					meta: { step: 'resolution-code' as const }
				}))
			}
		},
		answered: {},
		'follow-up-by-patrons-library': {},
		'follow-up-by-me': {},
		'lost-call': {},
		practice: {}
	}
});
