import type { Cued } from '#lib/domain/cue.ts';
import { REGIONS, type Region, type Standing } from '#lib/domain/standing.ts';
import { nameWithin } from '#lib/machines/closing/table.ts';
import { NumberRow } from './number-row.ts';
import type { Happening, Machinery } from './world-model.ts';

interface NamedEvent {
	event: Cued;
	name: string;
}

/** What happens, as far as it is anything to a slice; two of the same name do the same to it. */
export interface Course {
	name: string;
	events: readonly NamedEvent[];
	/** For each standing, by its number, the one that follows; filled as it is asked for. */
	next: NumberRow;
}

/** A standing as two numbers, each of half the regions: all of them together would pass what one number holds exactly. */
type Code = [number, number];

/** What the states of a region add to a code. */
interface Digit {
	half: 0 | 1;
	values: ReadonlyMap<string, number>;
}

function digitsOf(regions: readonly Region[]): Map<Region, Digit> {
	const weights: Code = [1, 1];
	return new Map(
		regions.map((region, index) => {
			const half = index % 2 === 0 ? 0 : 1;
			const weight = weights[half];
			weights[half] *= REGIONS[region].length;
			return [region, { half, values: new Map(REGIONS[region].map((state, at) => [state, at * weight])) }];
		})
	);
}

/** Standings of some of the regions, each met once and known by its number, with what leads from one to another. */
export class Slice {
	readonly regions: readonly Region[];
	readonly standings: Standing[] = [];
	readonly #within: ReadonlySet<Region>;
	readonly #moves: Machinery['moves'];
	readonly #digits: ReadonlyMap<Region, Digit>;
	readonly #codes: Code[] = [];
	readonly #ids = new Map<number, Map<number, number>>();
	readonly #next = new Map<string, NumberRow>();
	readonly #named = new Map<Cued, NamedEvent | null>();
	readonly #courses = new Map<Happening, Course>();
	readonly #coursesByName = new Map<string, Course>();

	constructor(regions: readonly Region[], moves: Machinery['moves']) {
		this.regions = regions;
		this.#within = new Set(regions);
		this.#moves = moves;
		this.#digits = digitsOf(regions);
	}

	id(standing: Standing): number {
		const code: Code = [0, 0];
		for (const [region, { half, values }] of this.#digits) code[half] += values.get(standing[region])!;
		return this.#idOf(code, () => standing);
	}

	/** `standing` is asked for only where the code was not met before: most are, and copies of them cost most. */
	#idOf(code: Code, standing: () => Standing): number {
		let row = this.#ids.get(code[0]);
		if (row === undefined) this.#ids.set(code[0], (row = new Map()));
		let id = row.get(code[1]);
		if (id === undefined) {
			row.set(code[1], (id = this.standings.length));
			this.standings.push(standing());
			this.#codes.push(code);
		}
		return id;
	}

	courseOf(happening: Happening): Course {
		let course = this.#courses.get(happening);
		if (course === undefined) {
			const events = happening.flatMap((event) => this.#name(event) ?? []);
			const name = events.map((one) => one.name).join('|');
			course = this.#coursesByName.get(name) ?? { name, events, next: new NumberRow() };
			this.#coursesByName.set(name, course);
			this.#courses.set(happening, course);
		}
		return course;
	}

	/** Where the slice stands when all of that has happened. */
	after(id: number, { events, next }: Course): number {
		let last = next.get(id);
		if (last < 0) {
			last = id;
			for (const event of events) last = this.#step(last, event);
			next.set(id, last);
		}
		return last;
	}

	#name(event: Cued): NamedEvent | null {
		let named = this.#named.get(event);
		if (named === undefined) {
			const name = nameWithin(event, this.regions);
			named = name === null ? null : { event, name };
			this.#named.set(event, named);
		}
		return named;
	}

	#step(id: number, { event, name }: NamedEvent): number {
		let row = this.#next.get(name);
		if (row === undefined) this.#next.set(name, (row = new NumberRow()));
		let next = row.get(id);
		if (next < 0) {
			const before = this.standings[id]!;
			const moves = this.#moves(event, before, this.#within);
			next = moves.length === 0 ? id : this.#moved(id, before, moves);
			row.set(id, next);
		}
		return next;
	}
	#moved(id: number, before: Standing, moves: ReturnType<Machinery['moves']>): number {
		const code: Code = [...this.#codes[id]!];
		for (const { region, to } of moves) {
			const { half, values } = this.#digits.get(region)!;
			code[half] += values.get(to)! - values.get(before[region])!;
		}
		return this.#idOf(code, () => {
			const standing = { ...before } as Record<Region, string>;
			for (const { region, to } of moves) standing[region] = to;
			return standing as unknown as Standing;
		});
	}
}
