import { Hearing, takeoverCues } from '#lib/domain/hearing.ts';
import type { Cued } from '#lib/domain/cue.ts';
import type { Waits } from '#lib/domain/pack.ts';
import { REGION_NAMES, type Region, type Standing } from '#lib/domain/standing.ts';
import { CHART } from '#lib/machines/closing/closing.machine.ts';
import { WholeChart } from '#lib/machines/closing/whole-chart.ts';
import type { Scorable } from './score.ts';

const waitOf = (region: Region, state: string): keyof Waits | undefined =>
	(CHART[region].states as Record<string, { meta?: { wait: keyof Waits } }>)[state]?.meta?.wait;

/**
 * Follows a log with the whole chart in XState. Its waits strike as those of the tables do, but for one that begins anew in the same state.
 */
export function walkWhole({ facts, takeover, events }: Scorable, waits: Waits): Standing {
	const chart = new WholeChart();
	const due = new Map<Region, number>();
	const take = (event: Cued, at: number) => {
		const before = chart.standing;
		chart.take(event);
		const after = chart.standing;
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
		if (cued?.type === 'librarian.ended') due.clear();
	}
	return chart.standing;
}
