import type { Mode } from '#lib/domain/attempt.ts';
import { DEFAULT_PACK, packById } from '#lib/scenarios/bank.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { chosenDesk } from './chosen-desk.ts';
import type { Handover } from './handover.ts';

/** What a chat is begun with: rules and desk, and where it is for an assignment, all that this asks for. */
export type Terms = Pick<Handover, 'mode' | 'desk' | 'pack' | 'own'>;

/** On one's own account, at the desk that was chosen in this browser. */
export async function ownTerms(store: AttemptStore, mode: Mode): Promise<Terms> {
	const desk = (await chosenDesk(store)) ?? undefined;
	return { mode, desk, pack: desk?.pack ?? packById(DEFAULT_PACK)!, own: null };
}

/** An assignment says everything itself: desk, rules, mode, pace and seed. Why it can't, in a sentence, where it can't. */
export async function assignedTerms(
	store: AttemptStore,
	scenarioId: string,
	assignmentId: string
): Promise<Terms | { why: string }> {
	const { findAssignment } = await import('./assignment.ts');
	const assignment = await findAssignment(store, assignmentId);
	if (assignment === null)
		return { why: 'This browser has no assignment of that address. Open its link again.' };
	const task = assignment.tasks.find(({ scenario }) => scenario === scenarioId);
	if (task === undefined) return { why: 'The assignment does not ask for this chat.' };
	const pack = assignment.desk?.pack ?? packById(assignment.pack);
	if (pack === undefined) return { why: 'The rules that the assignment asks for are not in this version.' };
	const { mode, pace, desk } = assignment;
	return { mode, desk: desk ?? undefined, pack, own: { assignment: assignmentId, pace, seed: task.seed } };
}
