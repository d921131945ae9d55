import { setup } from 'xstate';
import type { Waits } from '#lib/domain/pack.ts';
import type { Region, StateOf } from '#lib/domain/standing.ts';
import type { RuleId } from '#lib/domain/step.ts';
import { holds, type ClosingEvent, type Condition } from './condition.ts';

/** The words in which every region of the closing is written. */
export const closing = setup({
	types: {
		events: {} as ClosingEvent,
		/** The step or red line that a transition serves. */
		transitionMeta: {} as { step: RuleId } | undefined,
		/** The wait that begins when the state is entered; the session's clock sends `clock.struck` when it has passed. */
		meta: {} as { wait: keyof Waits } | undefined
	},
	guards: {
		when: ({ event }, condition: Condition) => holds(condition, event)
	}
});

/** A guard of the closing, as data. */
export const when = (condition: Condition) => ({ type: 'when' as const, params: condition });

/** The configuration of one region: exactly the states that the domain names for it. */
export type RegionConfig<R extends Region> = Parameters<typeof closing.createStateConfig>[0] & {
	initial: StateOf<R>;
	states: Record<StateOf<R>, Parameters<typeof closing.createStateConfig>[0]>;
};

export const region = <R extends Region>(_name: R, config: RegionConfig<R>): RegionConfig<R> => config;
