import { initialTransition, transition, type ExecutableActionsFrom, type SnapshotFrom } from 'xstate';
import type { Departure } from '#lib/domain/event.ts';
import type { LineName, Persona } from '#lib/domain/persona.ts';
import { patronMachine, type Stimulus } from './patron.machine.ts';

export type PatronState = SnapshotFrom<typeof patronMachine>;

/** What the patron does on a stimulus, in the order in which it is said. */
export interface Reaction {
	lines: readonly LineName[];
	repliesToFinding: boolean;
	leaves: Departure | null;
	fallsSilent: boolean;
	comesBack: boolean;
}

export const NO_REACTION: Reaction = {
	lines: [],
	repliesToFinding: false,
	leaves: null,
	fallsSilent: false,
	comesBack: false
};

export const bornPatron = (persona: Persona): PatronState => initialTransition(patronMachine, persona)[0];

/** A stimulus as it reaches the patron: whoever is gone hears nothing (null); who is silent only hears being called. */
export function asHeard(presence: string, stimulus: Stimulus): Stimulus | null {
	if (presence === 'gone') return null;
	if (presence !== 'silent') return stimulus;
	return stimulus.type === 'librarian.said'
		? { type: 'librarian.spoke-into-silence', acts: stimulus.acts }
		: null;
}

/** The words and departures that a transition of the machine brings about. */
export function reactionOf(actions: readonly ExecutableActionsFrom<typeof patronMachine>[]): Reaction {
	const reaction = { ...NO_REACTION, lines: [] as LineName[] };
	for (const { type, params } of actions) {
		if (type === 'say') reaction.lines.push(params as unknown as LineName);
		else if (type === 'replyToFinding') reaction.repliesToFinding = true;
		else if (type === 'leave') reaction.leaves = params as unknown as Departure;
		else if (type === 'fallSilent') reaction.fallsSilent = true;
		else if (type === 'comeBack') reaction.comesBack = true;
	}
	return reaction;
}

/** Lets the patron take in one stimulus. */
export function react(state: PatronState, stimulus: Stimulus): [PatronState, Reaction] {
	const heard = asHeard(state.value.presence, stimulus);
	if (heard === null) return [state, NO_REACTION];
	const [next, actions] = transition(patronMachine, state, heard);
	return [next, reactionOf(actions)];
}
