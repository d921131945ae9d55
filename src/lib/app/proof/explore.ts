import type { Region, Standing } from '#lib/domain/standing.ts';
import { BEGINNING } from '#lib/machines/closing/table.ts';
import type { Deed } from './alphabet.ts';
import { NumberRow } from './number-row.ts';
import { Slice, type Course } from './slice.ts';
import type { Happening, Machinery, PatronNode, WorldModel } from './world-model.ts';

/** One state of the session: the patron, and where the regions of the slice stand. */
export interface Explored {
	patron: PatronNode;
	standing: Standing;
	/** Number of the state it was first reached from, and by what; -1 at the beginning. */
	from: number;
	by: Deed | null;
}

/** Everything that can happen in a session, seen through some of the regions. */
export interface Space {
	states: readonly Explored[];
	/** For each state, the numbers of those that follow it. */
	next: readonly (readonly number[])[];
	/** Numbers of the states with a code; where codes are left out, of those that are ended. */
	endings: readonly number[];
}

/** What one deed does to the slice, given the patron; deeds that do the same are one edge. */
interface Edge {
	deed: Deed;
	patron: PatronNode;
	course: Course;
}

/** The different things that can be done to the slice while this patron is as they are. */
function edgesFor(world: WorldModel, slice: Slice, deeds: readonly Deed[], patron: PatronNode): Edge[] {
	const edges = new Map<string, Edge>();
	const add = (deed: Deed, after: PatronNode, happening: Happening) => {
		const course = slice.courseOf(happening);
		if (course.events.length === 0 && after === patron) return;
		const key = `${after.id}|${course.name}`;
		if (!edges.has(key)) edges.set(key, { deed, patron: after, course });
	};
	const endsOnTyping = deeds.find((deed) => deed.do === 'end' && deed.whileTyping);
	for (const deed of deeds) {
		if (deed === endsOnTyping) continue;
		const { patron: after, happening, cutShort } = world.effect(patron, deed);
		add(deed, after, happening);
		if (endsOnTyping !== undefined && cutShort !== null) add(endsOnTyping, after, cutShort);
	}
	return [...edges.values()];
}

/**
 * Visits every state of patron × slice that any sequence of deeds leads to, nearest first. With `withCodes` false an
 * ended session is an ending: for rules that look at no code the five are one.
 */
export function explore(
	world: WorldModel,
	deeds: readonly Deed[],
	regions: readonly Region[],
	machinery: Machinery,
	withCodes: boolean
): Space {
	const slice = new Slice(regions, machinery.moves);
	const first = slice.after(slice.id(BEGINNING), slice.courseOf(world.opening));

	const open = deeds.filter((deed) => deed.do !== 'code');
	const afterEnd = deeds.filter((deed) => deed.do === 'code' || deed.do === 'open' || deed.do === 'note');
	const openEdges = new Map<PatronNode, Edge[]>();
	const endedEdges = new Map<PatronNode, Edge[]>();
	const edgesAt = (known: Map<PatronNode, Edge[]>, patron: PatronNode, possible: readonly Deed[]): Edge[] => {
		let edges = known.get(patron);
		if (edges === undefined) known.set(patron, (edges = edgesFor(world, slice, possible, patron)));
		return edges;
	};

	const states: Explored[] = [];
	const sliceIds: number[] = [];
	const next: number[][] = [];
	const endings: number[] = [];
	const seen = new Map<PatronNode, NumberRow>();
	const visit = (patron: PatronNode, sliceId: number, from: number, by: Deed | null): number => {
		let row = seen.get(patron);
		if (row === undefined) seen.set(patron, (row = new NumberRow()));
		let number = row.get(sliceId);
		if (number < 0) {
			row.set(sliceId, (number = states.length));
			states.push({ patron, standing: slice.standings[sliceId]!, from, by });
			sliceIds.push(sliceId);
			next.push([]);
		}
		return number;
	};
	visit(world.beginning, first, -1, null);
	for (let number = 0; number < states.length; number++) {
		const { patron, standing } = states[number]!;
		const isOpen = standing.ending === 'open';
		const isEnding = !isOpen && (!withCodes || standing.ending !== 'ended');
		if (isEnding) {
			endings.push(number);
			continue;
		}
		const edges = isOpen ? edgesAt(openEdges, patron, open) : edgesAt(endedEdges, patron, afterEnd);
		for (const edge of edges) {
			const sliceId = slice.after(sliceIds[number]!, edge.course);
			if (sliceId === sliceIds[number] && edge.patron === patron) continue;
			next[number]!.push(visit(edge.patron, sliceId, number, edge.deed));
		}
	}
	return { states, next, endings };
}

/** How a state is reached, from the takeover on. */
export function pathTo(space: Space, number: number): Deed[] {
	const path: Deed[] = [];
	for (let at = number; at >= 0; at = space.states[at]!.from) {
		const { by } = space.states[at]!;
		if (by !== null) path.unshift(by);
	}
	return path;
}
