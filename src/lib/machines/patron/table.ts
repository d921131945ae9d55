import { transition } from 'xstate';
import type { Persona } from '#lib/domain/persona.ts';
import { ANYBODY, LOOKS_AT, NOTHING_YET, type Outlook, type PatronRegion } from './outlook.ts';
import { patron, patronMachine, type Memory, type Stimulus } from './patron.machine.ts';
import { asHeard, bornPatron, NO_REACTION, reactionOf, type Reaction } from './react.ts';

/** Where a patron stands: the state of every region (a region without states has none), and what is remembered. */
export interface PatronStanding {
	persona: Persona;
	at: Readonly<Record<PatronRegion, string>>;
	memory: Memory;
}

export const PATRON_REGIONS = Object.keys(patronMachine.states) as PatronRegion[];

const chosen = <T extends object>(all: T, names: readonly (keyof T)[]): Partial<T> =>
	Object.fromEntries(names.map((name) => [name, all[name]])) as Partial<T>;

/** What one stimulus does to one region, and what the patron remembers of it. */
interface Share {
	to: string;
	reaction: Reaction;
	memory: Memory;
	lostPatience: number;
}

const REGION_CONFIGS = Object.entries(patronMachine.config.states ?? {});

const stillOf = ({ initial, states }: (typeof REGION_CONFIGS)[number][1]) =>
	states === undefined
		? {}
		: { initial, states: Object.fromEntries(Object.keys(states).map((name) => [name, {}])) };

/** The region as it is, the others standing still: where they stand can be seen, and nothing moves them. */
function machineOf(region: PatronRegion) {
	const states = Object.fromEntries(
		REGION_CONFIGS.map(([name, config]) => [name, name === region ? config : stillOf(config)])
	);
	return patron.createMachine({
		id: region,
		type: 'parallel',
		context: { persona: ANYBODY, ...NOTHING_YET },
		states
	} as unknown as Parameters<typeof patron.createMachine>[0]);
}

const stateText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Two stimuli of the same name do the same to every patron. */
function nameOf(stimulus: Stimulus): string {
	switch (stimulus.type) {
		case 'librarian.said':
			return `said ${stimulus.isOffer} ${stimulus.isQuestion} ${stimulus.acts.join(' ')}`;
		case 'librarian.spoke-into-silence':
			return `called ${stimulus.acts.join(' ')}`;
		case 'librarian.sent-finding':
			return `sent ${stimulus.meets}`;
		case 'librarian.kept-waiting':
			return 'kept waiting';
	}
}

/** How one region reacts, worked out by XState once for all that it looks at, and kept. */
class RegionTable {
	readonly region: PatronRegion;
	readonly #looksAt: Outlook;
	readonly #machine: ReturnType<typeof machineOf>;
	readonly #shares = new Map<string, Share>();
	readonly #views = new Map<string, { stimulus: Stimulus; name: string }>();
	readonly #personas = new WeakMap<Persona, string>();

	constructor(region: PatronRegion) {
		this.region = region;
		this.#looksAt = LOOKS_AT[region];
		this.#machine = machineOf(region);
	}

	/** `name` is that of the stimulus. */
	share(standing: PatronStanding, stimulus: Stimulus, name: string): Share {
		const { at, memory, persona } = standing;
		const view = this.#viewOf(stimulus, name);
		let key = `${at[this.region]}|${view.name}|${this.#nameOf(persona)}`;
		for (const other of this.#looksAt.regions) key += `|${at[other]}`;
		for (const one of this.#looksAt.memory) key += `|${memory[one]}`;
		let share = this.#shares.get(key);
		if (share === undefined) {
			share = this.#workOut(standing, view.stimulus);
			this.#shares.set(key, share);
		}
		return share;
	}

	/** The stimulus with what the region tells apart. */
	#viewOf(stimulus: Stimulus, name: string): { stimulus: Stimulus; name: string } {
		let view = this.#views.get(name);
		if (view === undefined) {
			const { acts } = this.#looksAt;
			const seen =
				acts === null || !('acts' in stimulus)
					? stimulus
					: {
							...stimulus,
							acts: stimulus.acts.filter((act) => acts.includes(act)),
							...(stimulus.type === 'librarian.said' ? { isQuestion: false } : {})
						};
			this.#views.set(name, (view = { stimulus: seen, name: nameOf(seen) }));
		}
		return view;
	}

	#nameOf(persona: Persona): string {
		let name = this.#personas.get(persona);
		if (name === undefined) {
			name = JSON.stringify(chosen(persona, this.#looksAt.persona));
			this.#personas.set(persona, name);
		}
		return name;
	}

	#workOut({ at, memory, persona }: PatronStanding, stimulus: Stimulus): Share {
		const { region } = this;
		const seen = { ...NOTHING_YET, ...chosen(memory, this.#looksAt.memory) };
		const isSeen = (one: PatronRegion) => one === region || this.#looksAt.regions.includes(one);
		const value = Object.fromEntries(
			PATRON_REGIONS.map((one) => {
				const state = isSeen(one) ? at[one] : stateText(patronMachine.states[one]?.config.initial);
				return [one, state === '' ? {} : state];
			})
		);
		const machine = this.#machine;
		const snapshot = machine.resolveState({
			value,
			context: { persona: { ...ANYBODY, ...chosen(persona, this.#looksAt.persona) }, ...seen }
		} as Parameters<typeof machine.resolveState>[0]);
		const [next, actions] = transition(machine, snapshot, stimulus);
		return {
			to: stateText((next.value as Record<PatronRegion, unknown>)[region]),
			reaction: reactionOf(actions),
			memory: next.context,
			lostPatience: seen.patience - next.context.patience
		};
	}
}

const TABLES = PATRON_REGIONS.map((region) => new RegionTable(region));

export function bornInTable(persona: Persona): PatronStanding {
	const { value, context } = bornPatron(persona);
	const { patience, knowsWhy, knowsWhatNext, hasHeardLibrarian } = context;
	return {
		persona,
		at: Object.fromEntries(
			PATRON_REGIONS.map((region) => [region, stateText(value[region])])
		) as PatronStanding['at'],
		memory: { patience, knowsWhy, knowsWhatNext, hasHeardLibrarian }
	};
}

/** The same as `react`, from the tables: all regions at once, as they stood before. */
export function reactByTable(standing: PatronStanding, stimulus: Stimulus): [PatronStanding, Reaction] {
	const heard = asHeard(standing.at.presence, stimulus);
	if (heard === null) return [standing, NO_REACTION];
	const name = nameOf(heard);
	const at = { ...standing.at };
	const memory = { ...standing.memory };
	const reaction = { ...NO_REACTION, lines: [] as Reaction['lines'][number][] };
	for (const table of TABLES) {
		const share = table.share(standing, heard, name);
		at[table.region] = share.to;
		memory.patience = Math.max(0, memory.patience - share.lostPatience);
		memory.knowsWhy ||= share.memory.knowsWhy;
		memory.knowsWhatNext ||= share.memory.knowsWhatNext;
		memory.hasHeardLibrarian ||= share.memory.hasHeardLibrarian;
		reaction.lines.push(...share.reaction.lines);
		reaction.repliesToFinding ||= share.reaction.repliesToFinding;
		reaction.leaves ??= share.reaction.leaves;
		reaction.fallsSilent ||= share.reaction.fallsSilent;
		reaction.comesBack ||= share.reaction.comesBack;
	}
	return [{ persona: standing.persona, at, memory }, reaction];
}
