import type { Attempt } from '#lib/domain/attempt.ts';
import type { Consequence } from '#lib/domain/consequence.ts';
import type { DeskWords } from '#lib/domain/desk-words.ts';
import type { ResolutionCode } from '#lib/domain/code.ts';
import type { Row } from '#lib/domain/manuscript-row.ts';
import { addressIn } from '#lib/domain/log-facts.ts';
import { loadScenario } from '#lib/scenarios/bank.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { STORAGE_FAILURES } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { debriefOf, type Debrief } from './debrief.ts';
import { manuscript } from './manuscript.ts';
import { packOf } from './pack-of.ts';
import { handedOverBy, scenarioAt } from './scenario-at.ts';

/** An ending to hold against another one. */
export interface Ending {
	label: string;
	code: ResolutionCode;
	points: string;
	consequence: Consequence;
}

export type OpenedDebrief =
	| {
			kind: 'debrief';
			attempt: Attempt;
			/** Undefined where this version has no such scenario any more. */
			scenario: Scenario | undefined;
			/** Who chatted before the takeover. */
			before: string;
			debrief: Debrief;
			consequence: Consequence;
			rows: readonly Row[];
			/** The address that the list shows. */
			email: string | null;
			/** The last ending of this patron with one fact turned, or before it was; null where there is none. */
			other: { mine: Ending; theirs: Ending } | null;
	  }
	| { kind: 'uncoded' | 'nothing'; text: string };

const baseOf = (scenarioId: string): string => scenarioId.split('--')[0]!;

const codeOf = ({ events }: Attempt): ResolutionCode | undefined => {
	const coded = events.findLast((event) => event.type === 'librarian.coded');
	return coded?.type === 'librarian.coded' ? coded.code : undefined;
};

function labelOf(scenarioId: string, base: Scenario | undefined): string {
	return base?.twists.find(({ id }) => id === scenarioId)?.label ?? 'As it was first';
}

function endingFrom(attempt: Attempt, debrief: Debrief, label: string): Ending | null {
	const code = codeOf(attempt);
	if (code === undefined || debrief.consequence === null) return null;
	return {
		label,
		code,
		points: `${debrief.points.earned} of ${debrief.points.possible}`,
		consequence: debrief.consequence
	};
}

/** The last coded attempt at the same patron with another fact turned. */
async function otherEnding(store: AttemptStore, attempt: Attempt, mine: Debrief, base: Scenario | undefined) {
	const listed = await store.list();
	if (!listed.ok) return null;
	const others = listed.value.items.filter(
		({ header, finished }) =>
			finished &&
			header.scenario.id !== attempt.scenario.id &&
			baseOf(header.scenario.id) === baseOf(attempt.scenario.id)
	);
	const [last] = others;
	if (last === undefined) return null;
	const read = await store.read(last.header.id);
	if (!read.ok || read.value === null) return null;
	const other = read.value.attempt;
	const theirs = endingFrom(
		other,
		debriefOf(other, packOf(other), await scenarioAt(other.scenario.id, other.desk)),
		labelOf(other.scenario.id, base)
	);
	const own = endingFrom(attempt, mine, labelOf(attempt.scenario.id, base));
	return theirs === null || own === null ? null : { mine: own, theirs };
}

/** Reads one attempt and everything that its debrief shows. */
export async function openDebrief(store: AttemptStore, id: string, words: DeskWords): Promise<OpenedDebrief> {
	const read = await store.read(id);
	if (!read.ok) {
		const { sentence, remedy } = STORAGE_FAILURES[read.failure.code];
		return { kind: 'nothing', text: `${sentence} ${remedy}` };
	}
	if (read.value === null) return { kind: 'nothing', text: 'This browser keeps no session of this address.' };
	const { attempt } = read.value;
	const scenario = await scenarioAt(attempt.scenario.id, attempt.desk);
	const debrief = debriefOf(attempt, packOf(attempt), scenario);
	if (debrief.consequence === null)
		return { kind: 'uncoded', text: `What becomes of ${attempt.facts.patron.name} depends on its code.` };
	const base = await loadScenario(baseOf(attempt.scenario.id));
	const found = addressIn(attempt.facts, attempt.takeover, attempt.events);
	const before = handedOverBy(scenario);
	return {
		kind: 'debrief',
		attempt,
		scenario,
		before,
		debrief,
		consequence: debrief.consequence,
		rows: manuscript(attempt, debrief, before, words),
		email: found?.address ?? null,
		other: await otherEnding(store, attempt, debrief, base)
	};
}
