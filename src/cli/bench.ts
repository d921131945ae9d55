import { actionsFrom, allScenarioIds, findPack, findScenario, simulated } from '#lib/app/headless.ts';
import { prove } from '#lib/app/proof/prove.ts';
import { score, type Scorable } from '#lib/app/score.ts';
import { walkWhole } from '#lib/app/whole-chart.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import { command } from './command.ts';
import { need } from './need.ts';

/** What a trainer's page scores again when a policy changes. */
const LOGS = 10_000;
const EVENTS = 40;
/** The whole chart in XState is so much slower that a few logs tell. */
const WHOLE_LOGS = 10;

/** What the proof of one scenario may take. */
const PROOF_MS = 1000;
const SLOWEST = 5;

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
function variant(events: readonly LoggedEvent[], number: number): LoggedEvent[] {
	const end = events.slice(-2);
	const body = events.slice(0, -2);
	const log: LoggedEvent[] = [];
	for (let index = 0; log.length < EVENTS - 2; index++) {
		const from = body[(index * (1 + (number % 7)) + number) % body.length]!;
		log.push({ ...from, seq: log.length + 1, at: log.length * 9_000 + (number % 13) * 100 });
	}
	return [...log, ...end.map((event, index) => ({ ...event, seq: EVENTS - 1 + index, at: EVENTS * 9_000 }))];
}

const timed = (work: () => void): number => {
	const from = process.hrtime.bigint();
	work();
	return Number(process.hrtime.bigint() - from) / 1e6;
};

await command(async () => {
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
	const sessions: Scorable[] = Array.from({ length: LOGS }, (_, number) => ({
		facts: scenario.facts,
		takeover: scenario.takeover,
		events: variant(events, number)
	}));
	const floor = timed(() =>
		sessions.forEach((session) => JSON.parse(JSON.stringify(session.events)) as unknown)
	);
	const scoring = timed(() => sessions.forEach((session) => score(session, pack)));
	const whole = timed(() =>
		sessions.slice(0, WHOLE_LOGS).forEach((session) => walkWhole(session, pack.waits))
	);
	const perLog = (ms: number, logs: number) => ((ms / logs) * 1000).toFixed(1).padStart(9);
	process.stdout.write(
		[
			`scoring ${LOGS} logs of ${EVENTS} events, one thread`,
			`  scored                ${perLog(scoring, LOGS)} µs a log   ${(scoring / 1000).toFixed(2)} s in all`,
			`  floor: JSON there and back ${perLog(floor, LOGS)} µs a log   scored / floor ${(scoring / floor).toFixed(1)}`,
			`  peer: the whole chart in XState ${perLog(whole, WHOLE_LOGS)} µs a log   peer / scored ${(whole / WHOLE_LOGS / (scoring / LOGS)).toFixed(0)}`,
			''
		].join('\n')
	);

	const proofs: { id: string; ms: number; states: number }[] = [];
	for (const id of allScenarioIds()) {
		const proved = need(await findScenario(id));
		let states = 0;
		const ms = timed(() => ({ states } = prove(proved, pack)));
		proofs.push({ id, ms, states });
	}
	proofs.sort((one, other) => other.ms - one.ms);
	process.stdout.write(
		[
			`proof of ${proofs.length} scenarios and twists: ${proofs.filter(({ ms }) => ms <= PROOF_MS).length} within ${PROOF_MS} ms; the slowest:`,
			...proofs
				.slice(0, SLOWEST)
				.map(
					({ id, ms, states }) =>
						`  ${ms.toFixed(0).padStart(6)} ms  ${String(states).padStart(6)} states  ${id}`
				),
			''
		].join('\n')
	);
	return 0;
});
