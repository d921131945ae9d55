import { initialTransition, transition } from 'xstate';
import type { Cued } from '#lib/domain/cue.ts';
import type { Standing } from '#lib/domain/standing.ts';
import { closingMachine } from './closing.machine.ts';
import type { ClosingEvent } from './condition.ts';

/** The whole chart as one parallel XState machine: the plain reading, against which the tables are held and timed. */
export class WholeChart {
	#snapshot = initialTransition(closingMachine)[0];

	get standing(): Standing {
		return this.#snapshot.value as unknown as Standing;
	}

	/** Every event knows where the closing stood when it happened. */
	take(event: Cued): void {
		const told = { ...event, standing: this.standing } as ClosingEvent;
		this.#snapshot = transition(closingMachine, this.#snapshot, told)[0];
	}
}
