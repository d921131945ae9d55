import type { Mode, Pace } from '#lib/domain/attempt.ts';
import type { OurDesk } from '#lib/domain/our-desk.ts';
import { SCENARIOS } from '#lib/scenarios/bank.ts';
import { chosenDesk } from './chosen-desk.ts';
import { readPlayed } from './played.ts';
import { offersOf, type Offered } from './progress.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The bank with how each went so far, and how was played last. */
export interface Offers {
	offers: readonly Offered[];
	/** Never assessment: that is chosen anew each time. */
	mode: Exclude<Mode, 'assessment'>;
	pace: Pace;
	/** The desk at which they are taken over; null where each is at its own library. */
	desk: OurDesk | null;
}

/** Where nothing can be read, the bank is offered all the same. */
export async function readOffers(workspace: Workspace): Promise<Offers> {
	const store = await workspace.store();
	const [list, desk] = await Promise.all([readPlayed(store), chosenDesk(store)]);
	const played = list.ok ? list.value.played : [];
	const last = played[0] ?? { mode: 'guided', pace: 'real' };
	return {
		offers: offersOf(SCENARIOS, played),
		mode: last.mode === 'guided' ? 'guided' : 'practice',
		pace: last.pace,
		desk
	};
}
