import { REGION_NAMES, type Region } from '#lib/domain/standing.ts';
import type { CHART } from '#lib/machines/closing/closing.machine.ts';
import type { Condition } from '#lib/machines/closing/condition.ts';
import { REGION_WORDS, stateWords, whenWords } from './closing-chart-words.ts';

/** One way from a state of a region to another. */
export interface ChartArrow {
	from: string;
	to: string;
	/** What takes it, in words; any of these. */
	when: readonly string[];
}

/** One region of the closing as it is drawn. */
export interface ChartRegion {
	id: Region;
	/** What it keeps an eye on. */
	name: string;
	states: readonly { id: string; name: string }[];
	arrows: readonly ChartArrow[];
}

/** A transition as a region's configuration has it. */
interface Way {
	target?: string;
	guard?: { params: Condition };
}
type Ways = string | Way | readonly (string | Way)[];
interface StateShape {
	on?: Readonly<Record<string, Ways>>;
}

const waysOf = (ways: Ways): Way[] =>
	(Array.isArray(ways) ? (ways as readonly (string | Way)[]) : [ways as string | Way]).map((way) =>
		typeof way === 'string' ? { target: way } : way
	);

function arrowsOf(states: Readonly<Record<string, StateShape>>): ChartArrow[] {
	const arrows = new Map<string, { from: string; to: string; when: Set<string> }>();
	for (const [from, state] of Object.entries(states)) {
		for (const [type, ways] of Object.entries(state.on ?? {})) {
			for (const { target = from, guard } of waysOf(ways)) {
				const key = `${from} ${target}`;
				const arrow = arrows.get(key) ?? { from, to: target, when: new Set<string>() };
				arrow.when.add(whenWords(type, guard?.params ?? {}));
				arrows.set(key, arrow);
			}
		}
	}
	return [...arrows.values()].map(({ from, to, when }) => ({ from, to, when: [...when] }));
}

/** The closing chart as it can be drawn: read off the machine's own configuration, so it can't say anything else. */
export const chartOf = (chart: typeof CHART, regions: readonly Region[] = REGION_NAMES): ChartRegion[] =>
	regions.map((id) => {
		const states = chart[id].states as Readonly<Record<string, StateShape>>;
		return {
			id,
			name: REGION_WORDS[id],
			states: Object.keys(states).map((state) => ({ id: state, name: stateWords(state) })),
			arrows: arrowsOf(states)
		};
	});
