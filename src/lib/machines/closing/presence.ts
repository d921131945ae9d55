import type { Condition } from './condition.ts';
import { region, when } from './vocabulary.ts';

const left = (how: 'said-goodbye' | 'system-line') => when({ how });
const departures = [
	{ guard: left('said-goodbye'), target: 'left' },
	{ guard: left('system-line'), target: 'vanished' }
];

/** Whether the patron is there. A patron who types or writes is there again, whatever the indicator said before. */
export const presence = region('presence', {
	initial: 'present',
	states: {
		present: {
			on: { 'patron.started-typing': 'typing', 'patron.fell-silent': 'silent', 'patron.left': departures }
		},
		typing: {
			on: { 'patron.said': 'present', 'patron.fell-silent': 'silent', 'patron.left': departures }
		},
		silent: {
			on: { 'patron.said': 'present', 'patron.started-typing': 'typing', 'patron.left': departures }
		},
		left: { on: { 'patron.said': 'present', 'patron.started-typing': 'typing' } },
		vanished: { on: { 'patron.said': 'present', 'patron.started-typing': 'typing' } }
	}
});

/** After the moment the patron wrote; gone within the wait of first doing so, they were not there any more. */
const sinceTheMoment = (restart: object) => ({
	waiting: { on: { 'patron.said': 'wrote', ...restart } },
	wrote: {
		meta: { wait: 'present' as const },
		on: { 'patron.left': 'cut-short', ...restart }
	},
	stayed: { on: { ...restart } },
	'cut-short': { on: { ...restart } }
});

const stayedAfterWait = (name: NonNullable<Condition['struck']>) => ({
	'clock.struck': { guard: when({ struck: name }), target: 'stayed' }
});

const checkable = {
	'librarian.sent-finding': { guard: when({}), target: 'waiting', reenter: true },
	'follow-up.fell-due': {
		guard: when({ where: { finding: ['none-sent'] } }),
		target: 'waiting',
		reenter: true
	}
};
const checkableStates = sinceTheMoment(checkable);

/** There is something to check from the last finding on; none sent: from follow-up falling due, or from the takeover. */
export const presentAfterCheckable = region('presentAfterCheckable', {
	initial: 'waiting',
	states: {
		...checkableStates,
		wrote: {
			...checkableStates.wrote,
			on: { ...checkableStates.wrote.on, ...stayedAfterWait('presentAfterCheckable') }
		}
	}
});

const dueStates = sinceTheMoment({});

export const presentAfterDue = region('presentAfterDue', {
	initial: 'idle',
	states: {
		idle: { on: { 'follow-up.fell-due': 'waiting' } },
		...dueStates,
		wrote: { ...dueStates.wrote, on: { ...dueStates.wrote.on, ...stayedAfterWait('presentAfterDue') } }
	}
});

const promised = {
	'librarian.said': {
		guard: when({
			says: ['promise', 'promise-unsure'],
			where: { promise: ['none', 'offered', 'offered-unsure', 'lapsed'] }
		}),
		target: 'waiting',
		reenter: true
	}
};
/** An offer becomes a promise by the patron's own words, which do not count as written after it. */
const assented = {
	guard: when({
		patron: ['assents', 'gives-address', 'confirms'],
		where: { promise: ['offered', 'offered-unsure'] }
	}),
	target: 'waiting',
	reenter: true
};
const promiseStates = sinceTheMoment(promised);

export const presentAfterPromise = region('presentAfterPromise', {
	initial: 'idle',
	states: {
		idle: { on: { ...promised, 'patron.said': assented } },
		waiting: { on: { ...promised, 'patron.said': [assented, { target: 'wrote' }] } },
		wrote: {
			...promiseStates.wrote,
			on: { ...promiseStates.wrote.on, 'patron.said': assented, ...stayedAfterWait('presentAfterPromise') }
		},
		stayed: { on: { ...promised, 'patron.said': assented } },
		'cut-short': { on: { ...promised, 'patron.said': assented } }
	}
});
