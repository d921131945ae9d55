import { transition } from 'xstate';
import type { Cued } from '#lib/domain/cue.ts';
import type { Waits } from '#lib/domain/pack.ts';
import { REGION_NAMES, REGIONS, type Region, type Standing } from '#lib/domain/standing.ts';
import type { RuleId } from '#lib/domain/step.ts';
import { CHART } from './closing.machine.ts';
import { holds, type ClosingEvent, type Condition } from './condition.ts';
import { closing } from './vocabulary.ts';

/** What one event does to one region; null where it does nothing. */
export interface Move {
	to: string;
	/** The step that the transition serves. */
	step: RuleId | null;
	/** The wait that begins with it. */
	wait: keyof Waits | null;
}

/** A short name of an event: two events of the same name move every region alike. */
function nameOf(event: Cued): string {
	switch (event.type) {
		case 'session.taken-over':
		case 'librarian.said':
		case 'patron.said':
			return `${event.type} ${event.cues.join(' ')}`;
		case 'librarian.sent-finding':
			return `${event.type} ${event.meets}`;
		case 'librarian.opened-tab':
			return `${event.type} ${event.tab}`;
		case 'librarian.noted':
			return `${event.type} ${event.fyi} ${event.need}`;
		case 'librarian.coded':
			return `${event.type} ${event.code}`;
		case 'patron.left':
			return `${event.type} ${event.how}`;
		case 'clock.struck':
			return `${event.type} ${event.region}`;
		default:
			return event.type;
	}
}

/** Where every region begins. */
export const BEGINNING: Standing = Object.fromEntries(
	REGION_NAMES.map((region) => [region, REGIONS[region][0]])
) as unknown as Standing;

/** What a condition asks of an event beyond its type. */
const detailsOf = (condition: Condition): string[] =>
	Object.entries(condition)
		.filter(([name]) => name !== 'where')
		.flatMap(([, detail]) => (Array.isArray(detail) ? (detail as unknown[]) : [detail]).map(String));

const machineOf = (region: Region) => closing.createMachine({ id: region, ...CHART[region] });
type RegionMachine = ReturnType<typeof machineOf>;

/**
 * The transitions of one region, worked out by its XState machine and kept. A region looks at a few others at most
 * (`where` of its guards, and whether the patron can read), so the table stays small however many logs are scored.
 */
class RegionTable {
	readonly region: Region;
	/** Types of the events that it listens to, and what in them its guards tell apart. */
	readonly listensTo: ReadonlySet<string>;
	readonly tellsApart: ReadonlySet<string>;
	readonly #machine: RegionMachine;
	/** Other regions on whose state its transitions depend. */
	readonly looksAt: readonly Region[];
	readonly #moves = new Map<string, Move | null>();
	readonly #conditions = new Map<string, readonly Condition[]>();

	constructor(region: Region) {
		this.region = region;
		this.#machine = machineOf(region);
		const looksAt = new Set<Region>();
		const listensTo = new Set<string>();
		const tellsApart = new Set<string>();
		for (const state of Object.values(this.#machine.states)) {
			for (const [type, transitions] of state.transitions) {
				listensTo.add(type);
				if (type === 'librarian.said' || type === 'librarian.sent-finding') looksAt.add('presence');
				for (const { guard } of transitions) {
					const condition = (guard as { params?: Condition } | undefined)?.params ?? {};
					for (const other of Object.keys(condition.where ?? {})) looksAt.add(other as Region);
					for (const detail of detailsOf(condition)) tellsApart.add(detail);
					this.#conditions.set(type, [...(this.#conditions.get(type) ?? []), condition]);
				}
			}
		}
		looksAt.delete(region);
		this.listensTo = listensTo;
		this.tellsApart = tellsApart;
		this.looksAt = [...looksAt];
	}

	/** Whether there is a standing in which the event moves the region. */
	canHear(event: Cued): boolean {
		const anywhere = { ...event, standing: BEGINNING };
		return (this.#conditions.get(event.type) ?? []).some((condition) =>
			holds({ ...condition, where: undefined }, anywhere)
		);
	}

	move(event: Cued, name: string, standing: Standing): Move | null {
		let key = `${standing[this.region]}|${name}`;
		for (const other of this.looksAt) key += `|${standing[other]}`;
		let move = this.#moves.get(key);
		if (move === undefined) {
			move = this.#workOut({ ...event, standing } as ClosingEvent, standing[this.region]);
			this.#moves.set(key, move);
		}
		return move;
	}

	#workOut(event: ClosingEvent, from: string): Move | null {
		const snapshot = this.#machine.resolveState({ value: from, context: {} } as Parameters<
			RegionMachine['resolveState']
		>[0]);
		const taken = this.#machine.getTransitionData(snapshot, event);
		if (taken.length === 0) return null;
		const to = String(transition(this.#machine, snapshot, event)[0].value);
		if (to === from && !taken.some((one) => one.reenter)) return null;
		return {
			to,
			step: taken.find((one) => one.meta !== undefined)?.meta?.step ?? null,
			wait: this.#machine.states[to]?.meta?.wait ?? null
		};
	}
}

const TABLES: readonly RegionTable[] = REGION_NAMES.map((region) => new RegionTable(region));
const listening = new Map<string, readonly RegionTable[]>();

function listenersTo(event: Cued, name: string): readonly RegionTable[] {
	let tables = listening.get(name);
	if (tables === undefined) {
		tables = TABLES.filter((table) => table.canHear(event));
		listening.set(name, tables);
	}
	return tables;
}

/** The given regions and all that their transitions look at, and so on: what can be explored without the rest. */
export function coneOf(regions: readonly Region[]): Region[] {
	const cone = new Set<Region>(regions);
	for (const region of cone)
		for (const other of TABLES.find((table) => table.region === region)!.looksAt) cone.add(other);
	return REGION_NAMES.filter((region) => cone.has(region));
}

/**
 * A name of the event that leaves out what none of the regions tells apart; null where none of them listens. Two
 * events of the same name do the same to all of them.
 */
export function nameWithin(event: Cued, regions: readonly Region[]): string | null {
	const tables = TABLES.filter((table) => regions.includes(table.region) && table.listensTo.has(event.type));
	if (tables.length === 0) return null;
	const isTold = (detail: string): boolean => tables.some((table) => table.tellsApart.has(detail));
	if ('cues' in event) return `${event.type} ${event.cues.filter(isTold).join(' ')}`;
	if (event.type === 'librarian.opened-tab' || event.type === 'clock.struck') {
		const detail = event.type === 'clock.struck' ? event.region : event.tab;
		return isTold(detail) ? nameOf(event) : null;
	}
	return nameOf(event);
}

/** What the event does to every region that it moves (of those `within`), all at once, as they stood before it. */
export function movesOf(
	event: Cued,
	standing: Standing,
	within?: ReadonlySet<Region>
): (Move & { region: Region })[] {
	const name = nameOf(event);
	const moves: (Move & { region: Region })[] = [];
	for (const table of listenersTo(event, name)) {
		if (within !== undefined && !within.has(table.region)) continue;
		const move = table.move(event, name, standing);
		if (move !== null) moves.push({ region: table.region, ...move });
	}
	return moves;
}
