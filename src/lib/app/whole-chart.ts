import { initialTransition, transition } from 'xstate';
import { Hearing, takeoverCues } from '#lib/domain/hearing.ts';
import type { Cued } from '#lib/domain/cue.ts';
import type { Waits } from '#lib/domain/pack.ts';
import { REGION_NAMES, type Region, type Standing } from '#lib/domain/standing.ts';
import { CHART, closingMachine } from '#lib/machines/closing/closing.machine.ts';
import type { ClosingEvent } from '#lib/machines/closing/condition.ts';
import type { Scorable } from './score.ts';

const waitOf = (region: Region, state: string): keyof Waits | undefined =>
	(CHART[region].states as Record<string, { meta?: { wait: keyof Waits } }>)[state]?.meta?.wait;

/**
 * Follows a log with the whole chart as one parallel XState machine: the plain reading, against which the tables are
 * held and timed. Its waits strike as those of the tables do, but for one that begins anew in the same state.
 */
export function walkWhole({ facts, takeover, events }: Scorable, waits: Waits): Standing {
	let [snapshot] = initialTransition(closingMachine);
	const due = new Map<Region, number>();
	const take = (event: Cued, at: number) => {
		const before = snapshot.value as unknown as Standing;
		[snapshot] = transition(closingMachine, snapshot, { ...event, standing: before } as ClosingEvent);
		const after = snapshot.value as unknown as Standing;
		for (const region of REGION_NAMES) {
			if (before[region] === after[region]) continue;
			const wait = waitOf(region, after[region]);
			if (wait === undefined) due.delete(region);
			else due.set(region, at + waits[wait]);
		}
	};
	const hearing = new Hearing(facts);
	take({ type: 'session.taken-over', cues: takeoverCues(facts, takeover) }, 0);
	for (const event of events) {
		for (const [region, at] of [...due].sort((one, other) => one[1] - other[1])) {
			if (at > event.at || !due.has(region)) continue;
			due.delete(region);
			take({ type: 'clock.struck', region }, at);
		}
		const cued = hearing.hear(event);
		if (cued !== null) take(cued, event.at);
	}
	return snapshot.value as unknown as Standing;
}
