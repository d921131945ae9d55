import { allScenarioIds, findScenario } from '#lib/app/headless.ts';
import { prove } from '#lib/app/proof/prove.ts';
import { score, type Scorable } from '#lib/app/score.ts';
import { walkWhole } from '#lib/app/whole-chart.ts';
import { benchSession, EVENTS, variant } from './bench-logs.ts';
import { command } from './command.ts';
import { need } from './need.ts';

/** What a trainer's page scores again when a policy changes. */
const LOGS = 10_000;
/** The whole chart in XState is so much slower that a few logs tell. */
const WHOLE_LOGS = 10;

/** What the proof of one scenario may take. */
const PROOF_MS = 1000;
const SLOWEST = 5;

const timed = (work: () => void): number => {
	const from = process.hrtime.bigint();
	work();
	return Number(process.hrtime.bigint() - from) / 1e6;
};

await command(async () => {
	const { scenario, pack, events } = await benchSession();
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
