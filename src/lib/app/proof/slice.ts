import type { Cued } from '#lib/domain/cue.ts';
import type { Region, Standing } from '#lib/domain/standing.ts';
import { nameWithin } from '#lib/machines/closing/table.ts';
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
	next: (number | undefined)[];
}

/** Standings of some of the regions, each met once and known by its number, with what leads from one to another. */
export class Slice {
	readonly regions: readonly Region[];
	readonly standings: Standing[] = [];
	readonly #within: ReadonlySet<Region>;
	readonly #moves: Machinery['moves'];
	readonly #ids = new Map<string, number>();
	readonly #next = new Map<string, (number | undefined)[]>();
	readonly #named = new Map<Cued, NamedEvent | null>();
	readonly #courses = new Map<Happening, Course>();
	readonly #coursesByName = new Map<string, Course>();

	constructor(regions: readonly Region[], moves: Machinery['moves']) {
		this.regions = regions;
		this.#within = new Set(regions);
		this.#moves = moves;
	}

	id(standing: Standing): number {
		let key = '';
		for (const region of this.regions) key += `${standing[region]} `;
		let id = this.#ids.get(key);
		if (id === undefined) {
			id = this.standings.length;
			this.#ids.set(key, id);
			this.standings.push(standing);
		}
		return id;
	}

	courseOf(happening: Happening): Course {
		let course = this.#courses.get(happening);
		if (course === undefined) {
			const events = happening.flatMap((event) => this.#name(event) ?? []);
			const name = events.map((one) => one.name).join('|');
			course = this.#coursesByName.get(name) ?? { name, events, next: [] };
			this.#coursesByName.set(name, course);
			this.#courses.set(happening, course);
		}
		return course;
	}

	/** Where the slice stands when all of that has happened. */
	after(id: number, { events, next }: Course): number {
		let last = next[id];
		if (last === undefined) {
			last = id;
			for (const event of events) last = this.#step(last, event);
			next[id] = last;
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
		if (row === undefined) this.#next.set(name, (row = []));
		let next = row[id];
		if (next === undefined) {
			const moves = this.#moves(event, this.standings[id]!, this.#within);
			next = id;
			if (moves.length > 0) {
				const standing = { ...this.standings[id]! } as Record<Region, string>;
				for (const { region, to } of moves) standing[region] = to;
				next = this.id(standing as unknown as Standing);
			}
			row[id] = next;
		}
		return next;
	}
}
