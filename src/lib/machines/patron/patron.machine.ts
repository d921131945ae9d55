import { and, assign, not, setup, stateIn } from 'xstate';
import { ASKING_ACTS, type Act } from '#lib/domain/act.ts';
import type { Departure } from '#lib/domain/event.ts';
import type { LineName, Moment, Persona } from '#lib/domain/persona.ts';

/** What reaches the patron: what the librarian's words do, never the rubric they are scored by. */
export type Stimulus =
	| { type: 'librarian.said'; acts: readonly Act[]; isOffer: boolean; isQuestion: boolean }
	| { type: 'librarian.sent-finding'; finding: string; meets: boolean }
	/** Said while the patron is silent. */
	| { type: 'librarian.spoke-into-silence'; acts: readonly Act[] }
	/** Nothing came from the librarian for a while. */
	| { type: 'librarian.kept-waiting' };

/** What a patron remembers. */
export interface Memory {
	/** How much more the patron puts up with. */
	patience: number;
	/** Knows what an address is for. */
	knowsWhy: boolean;
	/** Knows that somebody will get back, or where to go instead. */
	knowsWhatNext: boolean;
	hasHeardLibrarian: boolean;
}

interface PatronContext extends Memory {
	persona: Persona;
}

const isAt = (moment: Moment, event: Stimulus, isFirst: boolean): boolean => {
	if (event.type === 'librarian.sent-finding')
		return moment === 'finding' || (moment === 'first-line' && isFirst);
	if (event.type !== 'librarian.said') return false;
	const acts: Record<Exclude<Moment, 'first-line' | 'finding'>, readonly Act[]> = {
		'ask-email': ['ask-email', 'verify-email'],
		'follow-up': ['explain-follow-up'],
		check: ['check-answered', 'offer-more']
	};
	if (moment === 'first-line') return isFirst;
	return moment !== 'finding' && acts[moment].some((act) => event.acts.includes(act));
};

const spoken = (event: Stimulus): readonly Act[] =>
	event.type === 'librarian.said' || event.type === 'librarian.spoke-into-silence' ? event.acts : [];

/** The words in which the patron's machine is written. */
export const patron = setup({
	types: {
		context: {} as PatronContext,
		events: {} as Stimulus,
		input: {} as Persona
	},
	actions: {
		// The words and departures of the patron are outputs: whoever runs the machine reads them off the transition.
		say: (_, _line: LineName) => undefined,
		replyToFinding: () => undefined,
		leave: (_, _how: Departure) => undefined,
		fallSilent: () => undefined,
		comeBack: () => undefined,
		learnWhy: assign({ knowsWhy: true }),
		learnWhatNext: assign({ knowsWhatNext: true }),
		losePatience: assign({ patience: ({ context }) => Math.max(0, context.patience - 1) }),
		noticeLibrarian: assign({ hasHeardLibrarian: true })
	},
	guards: {
		hears: ({ event }, acts: readonly Act[]) => acts.some((act) => spoken(event).includes(act)),
		isWary: ({ context }, wariness: Persona['wariness']) => context.persona.wariness === wariness,
		knowsWhy: ({ context, event }) => context.knowsWhy || spoken(event).includes('explain-need-email'),
		hasOnFile: ({ context }, onFile: Persona['onFile']) => context.persona.onFile === onFile,
		volunteers: ({ context, event }, what: 'email' | 'deadline') => {
			const { volunteers } = context.persona;
			return (
				volunteers !== null &&
				volunteers.what.includes(what) &&
				isAt(volunteers.on, event, !context.hasHeardLibrarian)
			);
		},
		isOffered: ({ event }) => event.type === 'librarian.said' && event.isOffer,
		asksNothing: ({ event }) => spoken(event).every((act) => !ASKING_ACTS.has(act)),
		hasNoAct: ({ event }) => event.type === 'librarian.said' && event.acts.length === 0,
		asksSomething: ({ event }) => event.type === 'librarian.said' && event.isQuestion,
		meets: ({ event }) => event.type === 'librarian.sent-finding' && event.meets,
		knowsWhatNext: ({ context }) => context.knowsWhatNext,
		hasSecondNeed: ({ context }) => context.persona.hasSecondNeed,
		hasDeadline: ({ context }) => context.persona.hasDeadline,
		declinesFollowUp: ({ context }) => context.persona.declinesFollowUp,
		leavesFirst: ({ context }) => context.persona.leavesFirst,
		isOutOfPatience: ({ context }) => context.patience <= 1,
		isMetAtTakeover: ({ context }) => context.persona.needAtTakeover === 'met',
		vanishesNow: ({ context, event }) =>
			context.persona.vanishes !== null && isAt(context.persona.vanishes, event, !context.hasHeardLibrarian),
		fallsSilentNow: ({ context, event }) =>
			context.persona.silent !== null && isAt(context.persona.silent.on, event, !context.hasHeardLibrarian),
		comesBackWhenAsked: ({ context }) => context.persona.silent?.back === 'when-asked'
	}
});

const say = (line: LineName) => ({ type: 'say' as const, params: line });
const hears = (...acts: Act[]) => ({ type: 'hears' as const, params: acts });
const isWary = (wariness: Persona['wariness']) => ({ type: 'isWary' as const, params: wariness });
const hasOnFile = (onFile: Persona['onFile']) => ({ type: 'hasOnFile' as const, params: onFile });
const volunteers = (what: 'email' | 'deadline') => ({ type: 'volunteers' as const, params: what });
const givesIfWilling = [
	{
		guard: and([hears('ask-email', 'verify-email'), isWary('never')]),
		target: 'declined',
		actions: say('refuses-email')
	},
	{
		guard: and([hears('ask-email', 'verify-email'), isWary('when-told-why'), not('knowsWhy')]),
		target: 'why-asked',
		actions: say('asks-why')
	},
	{ guard: hears('ask-email', 'verify-email'), target: 'told', actions: say('gives-email') }
] as const;

/** Goes when the librarian takes leave, unless the question is open and nobody has said what happens next. */
const takesLeave = {
	guard: and([
		hears('goodbye', 'announce-end'),
		'asksNothing',
		not(
			and([
				stateIn({ question: 'open' }),
				not('knowsWhatNext'),
				not(hears('explain-follow-up', 'refer-away'))
			])
		)
	]),
	target: 'gone',
	actions: [say('says-goodbye'), { type: 'leave' as const, params: 'said-goodbye' as const }]
};

/** An actor born from a scenario's persona. It answers; whether what it heard was good closing is not its business. */
export const patronMachine = patron.createMachine({
	id: 'patron',
	type: 'parallel',
	context: ({ input }) => ({
		persona: input,
		patience: input.patience,
		knowsWhy: false,
		knowsWhatNext: false,
		hasHeardLibrarian: false
	}),
	states: {
		presence: {
			initial: 'here',
			states: {
				here: {
					on: {
						'librarian.said': [
							{ guard: 'vanishesNow', target: 'gone', actions: { type: 'leave', params: 'system-line' } },
							{
								guard: 'fallsSilentNow',
								target: 'silent',
								actions: ['fallSilent', 'noticeLibrarian']
							},
							{
								guard: and([
									hears('refer-away'),
									'isOutOfPatience',
									not('knowsWhatNext'),
									stateIn({ question: 'open' }),
									not(stateIn({ address: 'declined' })),
									not(hears('explain-follow-up'))
								]),
								target: 'gone',
								actions: [say('leaves-annoyed'), { type: 'leave', params: 'said-goodbye' }]
							},
							takesLeave,
							{ actions: 'noticeLibrarian' }
						],
						'librarian.sent-finding': [
							{ guard: 'vanishesNow', target: 'gone', actions: { type: 'leave', params: 'system-line' } },
							{
								guard: 'fallsSilentNow',
								target: 'silent',
								actions: ['replyToFinding', 'fallSilent', 'noticeLibrarian']
							},
							{
								guard: and(['meets', 'leavesFirst']),
								target: 'gone',
								actions: ['replyToFinding', say('leaves-content'), { type: 'leave', params: 'said-goodbye' }]
							},
							{ actions: ['replyToFinding', 'noticeLibrarian'] }
						],
						'librarian.kept-waiting': { actions: say('nudges') }
					}
				},
				silent: {
					on: {
						'librarian.spoke-into-silence': {
							guard: and([hears('check-presence'), 'comesBackWhenAsked']),
							target: 'here-again',
							actions: [say('comes-back'), 'comeBack']
						}
					}
				},
				// Falls silent once: afterwards the patron stays to the end.
				'here-again': {
					on: {
						'librarian.said': takesLeave,
						'librarian.sent-finding': { actions: 'replyToFinding' },
						'librarian.kept-waiting': { actions: say('nudges') }
					}
				},
				gone: {}
			}
		},
		privacy: {
			on: { 'librarian.said': { guard: hears('ask-private'), actions: say('doubts-private') } }
		},
		company: {
			on: { 'librarian.said': { guard: hears('check-presence'), actions: say('here') } }
		},
		address: {
			initial: 'untold',
			on: {
				'librarian.said': { guard: hears('explain-need-email'), actions: 'learnWhy' }
			},
			states: {
				untold: {
					on: {
						'librarian.said': [
							{
								guard: and([volunteers('email'), not(isWary('never'))]),
								target: 'told',
								actions: [say('volunteers'), 'learnWhy']
							},
							{
								guard: and([hears('verify-email'), hasOnFile('right')]),
								target: 'told',
								actions: [say('confirms-email')]
							},
							{
								guard: and([hears('verify-email', 'ask-email'), hasOnFile('wrong')]),
								target: 'told',
								actions: [say('corrects-email')]
							},
							...givesIfWilling,
							{ guard: hears('explain-need-email'), actions: 'learnWhy' }
						],
						'librarian.sent-finding': {
							guard: and([volunteers('email'), not(isWary('never'))]),
							target: 'told',
							actions: say('volunteers')
						}
					}
				},
				'why-asked': {
					on: {
						'librarian.said': [
							{
								guard: hears('explain-need-email'),
								target: 'told',
								actions: [say('gives-email'), 'learnWhy']
							},
							{ guard: hears('ask-email', 'verify-email'), target: 'declined', actions: say('refuses-email') }
						]
					}
				},
				told: {
					on: {
						'librarian.said': [
							{ guard: hears('verify-email'), actions: say('confirms-email') },
							{ guard: hears('ask-email'), actions: [say('repeats-email'), 'losePatience'] }
						]
					}
				},
				declined: {
					on: {
						'librarian.said': [
							{
								guard: and([hears('explain-need-email'), isWary('when-told-why')]),
								target: 'told',
								actions: [say('gives-email'), 'learnWhy']
							},
							{
								guard: hears('explain-need-email', 'ask-email', 'verify-email'),
								actions: [say('refuses-again'), 'learnWhy']
							}
						]
					}
				}
			}
		},
		deadline: {
			initial: 'untold',
			states: {
				untold: {
					on: {
						'librarian.said': [
							{ guard: volunteers('deadline'), target: 'told', actions: say('volunteers') },
							{ guard: hears('ask-deadline'), target: 'told', actions: say('names-deadline') }
						],
						'librarian.sent-finding': {
							guard: volunteers('deadline'),
							target: 'told',
							actions: say('volunteers')
						}
					}
				},
				told: {
					on: {
						'librarian.said': {
							guard: hears('ask-deadline'),
							actions: [say('repeats-deadline'), 'losePatience']
						}
					}
				}
			}
		},
		plan: {
			initial: 'unheard',
			states: {
				unheard: {
					on: {
						'librarian.said': [
							{
								guard: and([hears('explain-follow-up'), 'declinesFollowUp']),
								target: 'declined',
								actions: [say('refuses-email'), 'learnWhatNext']
							},
							// Somebody who keeps the address back takes up no offer to write to it.
							{
								guard: and([hears('explain-follow-up'), 'isOffered', not(isWary('never'))]),
								target: 'heard',
								actions: [say('assents'), 'learnWhatNext']
							},
							{
								guard: hears('explain-follow-up'),
								target: 'heard',
								actions: [say('accepts-plan'), 'learnWhatNext']
							},
							{
								guard: and([hears('refer-away'), stateIn({ address: 'declined' })]),
								actions: [say('accepts-way-out'), 'learnWhatNext']
							},
							{
								guard: and([hears('refer-away'), not('isOutOfPatience'), stateIn({ question: 'open' })]),
								actions: [say('sent-away'), 'losePatience']
							}
						]
					}
				},
				heard: {
					on: {
						'librarian.said': [
							{
								guard: and([hears('explain-follow-up'), 'isOffered', not(isWary('never'))]),
								actions: say('assents')
							},
							{
								guard: hears('explain-follow-up', 'set-timeframe', 'refer-away', 'invite-return'),
								actions: say('accepts-plan')
							}
						]
					}
				},
				declined: {
					on: {
						'librarian.said': {
							guard: hears('explain-follow-up', 'set-timeframe', 'refer-away', 'invite-return'),
							actions: say('accepts-way-out')
						}
					}
				}
			}
		},
		question: {
			initial: 'beginning',
			states: {
				beginning: {
					always: [{ guard: 'isMetAtTakeover', target: 'met' }, { target: 'open' }]
				},
				open: {
					on: {
						'librarian.sent-finding': { guard: 'meets', target: 'met' },
						'librarian.said': [
							{
								guard: and([
									hears('check-answered', 'offer-more'),
									'hasSecondNeed',
									'knowsWhatNext',
									not(stateIn({ more: 'voiced' }))
								]),
								actions: say('asks-more')
							},
							{
								guard: and([
									hears('check-answered', 'offer-more'),
									not('knowsWhatNext'),
									not(hears('explain-follow-up'))
								]),
								actions: say('still-open')
							},
							{ guard: hears('check-answered', 'offer-more'), actions: say('satisfied') },
							{
								guard: and([
									hears('goodbye', 'announce-end'),
									not('knowsWhatNext'),
									not(hears('explain-follow-up', 'refer-away'))
								]),
								actions: [say('still-open'), 'losePatience']
							}
						]
					}
				},
				met: {
					on: {
						'librarian.said': [
							{
								guard: and([
									hears('check-answered', 'offer-more'),
									'hasSecondNeed',
									not(stateIn({ more: 'voiced' }))
								]),
								target: 'open',
								actions: say('asks-more')
							},
							{ guard: hears('check-answered', 'offer-more'), actions: say('satisfied') }
						]
					}
				}
			}
		},
		more: {
			initial: 'unvoiced',
			states: {
				unvoiced: {
					on: {
						'librarian.said': {
							guard: and([
								hears('check-answered', 'offer-more'),
								'hasSecondNeed',
								not(and([stateIn({ question: 'open' }), not('knowsWhatNext')]))
							]),
							target: 'voiced'
						}
					}
				},
				voiced: {}
			}
		},
		manners: {
			on: {
				'librarian.said': [
					{ guard: hears('hold'), actions: say('waits') },
					{ guard: hears('thank-for-using', 'invite-return'), actions: say('thanks-back') },
					{ guard: and(['hasNoAct', 'asksSomething']), actions: say('puzzled') },
					{ guard: 'asksNothing', actions: say('listens') }
				]
			}
		}
	}
});
