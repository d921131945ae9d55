import { openStore, type OpenedStore } from '#lib/storage/open.ts';
import { doLongWork, type LongWorkKind } from './long-work.ts';

/** What a page asks for: a piece of work under a number of its own, or that it be left off. */
export type Asked = { number: number; kind: LongWorkKind; given: unknown } | { number: number; stop: true };

/** What comes back: how far it is, what came of it, or why nothing did. */
export type Told =
	| { number: number; progress: { done: number; of: number } }
	| { number: number; done: unknown }
	| { number: number; failed: string };

const calledOff = new Set<number>();
let opened: Promise<OpenedStore> | null = null;

self.onmessage = async ({ data: asked }: MessageEvent<Asked>) => {
	const { number } = asked;
	const tell = (told: Told) => self.postMessage(told);
	if ('stop' in asked) {
		calledOff.add(number);
		return;
	}
	try {
		// Where this page's connection had to stop, the next piece of work opens another one.
		opened ??= openStore({ onStopped: () => (opened = null) });
		const { store } = await opened;
		const done = await doLongWork(asked.kind, store, asked.given as never, {
			onProgress: (count, of) => tell({ number, progress: { done: count, of } }),
			pause: () => Promise.resolve(),
			isCalledOff: () => calledOff.has(number)
		});
		tell({ number, done });
	} catch (error) {
		tell({ number, failed: error instanceof Error ? error.message : String(error) });
	}
};
