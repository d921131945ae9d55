import {
	crossings,
	heatOf,
	missedMost,
	partings,
	pointsOverTime,
	type HeatRow,
	type Parting,
	type Week
} from '#lib/domain/glance.ts';
import type { Group, Person } from '#lib/domain/people.ts';
import { DEFAULT_PACK } from '#lib/scenarios/bank.ts';
import type { Outcome } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { packFor, packsIn } from './pack-choice.ts';
import { readQueue } from './queue.ts';

/** What the trainer's page of the whole group shows: sums, so that no page holds ten thousand rows. */
export interface Glance {
	/** Attempts that are still to be scored. */
	unscored: number;
	/** Coded chats of the group, or of everybody. */
	chats: number;
	people: ReadonlyMap<string, Person>;
	groups: readonly Group[];
	heat: readonly HeatRow[];
	findings: Findings;
	/** Id of the pack by which every attempt is scored; null where each counts by its own. */
	choice: string | null;
	/** The policy packs there are, those of desks of one's own included. */
	packs: readonly { id: string; name: string }[];
	/** The packs with which these scores were made, as `id@version`, in order. */
	made: readonly string[];
}

/** What is to be found in these chats beside who meets which step. */
export interface Findings {
	missed: ReturnType<typeof missedMost>;
	weeks: readonly Week[];
	lines: ReturnType<typeof crossings>;
	parted: readonly Parting[];
	/** The share of the points with which a chat passes, 0 to 1: of the pack chosen for all, or of the usual one. */
	passMark: number;
}

/** Reads the chats of a group, or of everybody where there is no such group. */
export async function readGlance(store: AttemptStore, group: string | null): Promise<Outcome<Glance>> {
	const [queue, entries] = await Promise.all([
		readQueue(store),
		store.listEntries({ kinds: ['dispute', 'upheld', 'our-desk', 'undone'] })
	]);
	if (!queue.ok) return queue;
	if (!entries.ok) return entries;
	const { items } = entries.value;
	const { groups, people, choice, unscored } = queue.value;
	const asked = groups.find(({ id }) => id === group);
	const members = asked === undefined ? null : new Set<string | null>(asked.members);
	const rows = queue.value.rows.filter(
		({ isCoded, trainee }) => isCoded && (members === null || members.has(trainee))
	);
	const heat = heatOf(rows);
	const { passMark } = packFor({ pack: DEFAULT_PACK }, choice);
	const value = {
		unscored: unscored.length,
		chats: rows.length,
		people,
		groups,
		heat,
		findings: {
			missed: missedMost(heat),
			weeks: pointsOverTime(rows),
			lines: crossings(rows),
			parted: partings(rows, items),
			passMark
		},
		choice: choice?.id ?? null,
		packs: packsIn(items).map(({ id, name }) => ({ id, name })),
		made: [...new Set(rows.map(({ pack }) => pack))].sort()
	};
	return { ok: true, value };
}
