import type { Difference } from '#lib/domain/difference.ts';
import { openStore } from '#lib/storage/open.ts';
import { compareScores, keepScores } from './rescoring.ts';

/** What the page asks for. */
export interface RescoringWanted {
	work: 'compare' | 'keep';
	/** Id of the pack by which every chat is scored; null where each counts by its own. */
	choice: string | null;
}

/** What comes back: the difference where one was asked for. */
export type RescoringDone = Difference | null;

self.onmessage = async ({ data: { work, choice } }: MessageEvent<RescoringWanted>) => {
	const { store } = await openStore();
	let done: RescoringDone = null;
	if (work === 'compare') done = await compareScores(store, choice);
	else await keepScores(store, choice);
	store.close();
	self.postMessage(done);
};
