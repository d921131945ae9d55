import type { Told, Asked } from './back-room.worker.ts';
import { breathing } from './breath.ts';
import type { Explanation } from './storage-words.ts';
import type { LongWork, LongWorkKind } from './long-work.ts';
import type { Workspace } from './workspace.svelte.ts';

interface Waiting {
	onProgress: ((done: number, of: number) => void) | undefined;
	resolve: (done: never) => void;
	reject: (error: Error) => void;
}

let worker: Worker | null = null;
const waiting = new Map<number, Waiting>();
let last = 0;

function startWorker(): Worker {
	const started = new Worker(new URL('./back-room.worker.ts', import.meta.url), { type: 'module' });
	started.onmessage = ({ data: told }: MessageEvent<Told>) => {
		const asked = waiting.get(told.number);
		if (asked === undefined) return;
		if ('progress' in told) {
			asked.onProgress?.(told.progress.done, told.progress.of);
			return;
		}
		waiting.delete(told.number);
		if ('failed' in told) asked.reject(new Error(told.failed));
		else asked.resolve(told.done as never);
	};
	started.onerror = ({ message }) => {
		for (const { reject } of waiting.values()) reject(new Error(message));
		waiting.clear();
		started.terminate();
		worker = null;
	};
	return started;
}

export interface Asking {
	onProgress?: (done: number, of: number) => void;
	/** Leaves the work off at the next place where that loses nothing. */
	signal?: AbortSignal;
}

/**
 * Has long work done by a worker that reads and writes the same database, so that the page stays alive; where nothing is
 * kept on disk there is nothing that two threads could share, and the page does it with breaths between.
 */
export async function inBackRoom<K extends LongWorkKind>(
	workspace: Pick<Workspace, 'store' | 'storageProblem' | 'world'>,
	kind: K,
	given: LongWork[K]['given'],
	{ onProgress, signal }: Asking = {}
): Promise<LongWork[K]['done']> {
	const store = await workspace.store();
	if (workspace.storageProblem !== null) {
		const { doLongWork } = await import('./long-work.ts');
		return doLongWork(kind, store, given, {
			onProgress: onProgress ?? (() => {}),
			pause: breathing(workspace.world),
			isCalledOff: () => signal?.aborted === true
		});
	}
	const room = (worker ??= startWorker());
	const tell = (asked: Asked) => room.postMessage(asked);
	const number = ++last;
	return new Promise<LongWork[K]['done']>((resolve, reject) => {
		waiting.set(number, { onProgress, resolve, reject });
		tell({ number, kind, given });
		signal?.addEventListener('abort', () => tell({ number, stop: true }), { once: true });
		if (signal?.aborted === true) tell({ number, stop: true });
	});
}

/** Why long work stopped, in words; `what` is its name, `safe` what a reader may rely on and do. */
export const stoppedWork = (what: string, error: unknown, safe: string): Explanation => ({
	sentence: `${what} stopped: ${error instanceof Error ? error.message : String(error)}.`,
	remedy: safe
});
