import { initialTransition, transition, type SnapshotFrom } from 'xstate';
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

const NO_REACTION: Reaction = {
	lines: [],
	repliesToFinding: false,
	leaves: null,
	fallsSilent: false,
	comesBack: false
};

export const bornPatron = (persona: Persona): PatronState => initialTransition(patronMachine, persona)[0];

const isPatronGone = (state: PatronState): boolean => state.matches({ presence: 'gone' });
const isPatronSilent = (state: PatronState): boolean => state.matches({ presence: 'silent' });

/** Lets the patron take in one stimulus. Whoever is gone hears nothing; who is silent only hears being called. */
export function react(state: PatronState, stimulus: Stimulus): [PatronState, Reaction] {
	if (isPatronGone(state)) return [state, NO_REACTION];
	let heard = stimulus;
	if (isPatronSilent(state)) {
		if (stimulus.type !== 'librarian.said') return [state, NO_REACTION];
		heard = { type: 'librarian.spoke-into-silence', acts: stimulus.acts };
	}
	const [next, actions] = transition(patronMachine, state, heard);
	const reaction = { ...NO_REACTION, lines: [] as LineName[] };
	for (const { type, params } of actions) {
		if (type === 'say') reaction.lines.push(params as unknown as LineName);
		else if (type === 'replyToFinding') reaction.repliesToFinding = true;
		else if (type === 'leave') reaction.leaves = params as unknown as Departure;
		else if (type === 'fallSilent') reaction.fallsSilent = true;
		else if (type === 'comeBack') reaction.comesBack = true;
	}
	return [next, reaction];
}
