import { actionsFrom, findPack, findScenario, simulated } from '#lib/app/headless.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import { need } from './need.ts';

/** As many as a chat of ten minutes has. */
export const EVENTS = 40;
const SAYINGS = [
	'Which e-mail address should it go to?',
	'By when do you need it?',
	'A librarian there will e-mail you.',
	'It may take several days.',
	'Is there anything else I can look up?',
	'Without an address there is no way to reach you.',
	'You could also call the branch.',
	'One moment please.'
];

/** A log of 40 events, another one for every number: what a librarian did is turned, repeated and left out by it. */
export function variant(events: readonly LoggedEvent[], number: number): LoggedEvent[] {
	const end = events.slice(-2);
	const body = events.slice(0, -2);
	const log: LoggedEvent[] = [];
	for (let index = 0; log.length < EVENTS - 2; index++) {
		const from = body[(index * (1 + (number % 7)) + number) % body.length]!;
		log.push({ ...from, seq: log.length + 1, at: log.length * 9_000 + (number % 13) * 100 });
	}
	return [...log, ...end.map((event, index) => ({ ...event, seq: EVENTS - 1 + index, at: EVENTS * 9_000 }))];
}

/** A chat that does a bit of everything: what the variants are made of. */
export async function benchSession() {
	const scenario = need(await findScenario('obituary-of-1894'));
	const pack = need(findPack());
	const actions = need(
		actionsFrom('bench', [
			{ open: 'info' },
			...SAYINGS.map((say) => ({ say })),
			{ send: 'courier-on-film' },
			{ note: 'no e-mail yet' },
			{ script: 'goodbye' },
			{ end: true },
			{ code: 'follow-up-by-patrons-library' }
		])
	);
	const { events } = need(simulated(scenario, 1, actions, pack));
	return { scenario, pack, events };
}
