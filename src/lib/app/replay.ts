import type { Attempt } from '#lib/domain/attempt.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Tab } from '#lib/domain/facts.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { STORAGE_FAILURES } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { whoIsAtDesk } from './at-desk.ts';
import { handedOverBy, scenarioAt } from './scenario-at.ts';
import type { World } from './world.ts';

export interface Replay {
	attempt: Attempt;
	/** Who had the chat before. */
	from: string;
	/** Why it can be read and not taken over; null where it can. */
	whyNot: string | null;
}

/** Whether a trainee did it: before each of these they could have done something else. */
export const isOwnTurn = ({ type }: LoggedEvent): boolean => type.startsWith('librarian.');

/** The patron of a scenario that was rewritten would answer in words that were never part of this session. */
function whyNotTakenOver({ scenario: { hash } }: Attempt, scenario: Scenario | undefined): string | null {
	if (scenario === undefined) return 'Its scenario is not in this version.';
	return scenario.hash === hash ? null : 'Its scenario was rewritten since it was played.';
}

/** Reads a session to be gone through again; says in a sentence why it can't, where it can't. */
export async function openReplay(store: AttemptStore, id: string): Promise<Replay | string> {
	const read = await store.read(id);
	if (!read.ok) return STORAGE_FAILURES[read.failure.code].sentence;
	if (read.value === null) return 'This browser keeps no session of this address.';
	const { attempt } = read.value;
	const scenario = await scenarioAt(attempt.scenario.id, attempt.desk);
	const whyNot = whyNotTakenOver(attempt, scenario);
	return { attempt, from: handedOverBy(scenario), whyNot };
}

/** The tab that lay open after these events. */
export const openTabAfter = (events: readonly LoggedEvent[]): Tab =>
	events.findLast((event) => event.type === 'librarian.opened-tab')?.tab ?? 'scripts';

/**
 * Begins a session that has gone as another one did until just before the turn `seq`, and stores it; gives its id, or
 * why it can't. The other one stays as it is. What is taken over is practice, whatever it is taken from: an assessment
 * is played from the takeover on.
 */
export async function takeOverAt(
	store: AttemptStore,
	{ attempt, whyNot }: Replay,
	seq: number,
	world: World
): Promise<{ id: string } | { why: string }> {
	if (whyNot !== null) return { why: whyNot };
	const turn = attempt.events[seq - 1];
	if (turn === undefined || !isOwnTurn(turn))
		return { why: 'Only at a turn of your own can a session be taken over.' };
	const events = attempt.events.slice(0, seq - 1);
	const id = world.newId();
	const again: Attempt = {
		...attempt,
		id,
		mode: attempt.mode === 'assessment' ? 'practice' : attempt.mode,
		// Who goes on with it need not be who began it.
		trainee: await whoIsAtDesk(store),
		assignment: null,
		origin: { attempt: attempt.id, seq: seq - 1 },
		startedAt: world.timestamp(),
		events
	};
	const stored = await store.merge({ attempts: [again], drill: [], entries: [] });
	if (!stored.ok) return { why: STORAGE_FAILURES[stored.failure.code].sentence };
	await store.saveDraft(id, { text: '', note: '', tab: openTabAfter(events), elapsedMs: turn.at });
	return { id };
}
