/** Calls back when so many frames have been drawn; gives what calls it off. */
function afterFrames(count: number, then: () => void): () => void {
	let timer = 0;
	const frame = requestAnimationFrame(() => {
		// A frame is drawn after what waited for it.
		timer = window.setTimeout(() => {
			if (count <= 1) then();
			else stop = afterFrames(count - 1, then);
		});
	});
	let stop = () => {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	};
	return () => stop();
}

/**
 * A value that follows another one some frames later: where a page shows much at once, each part has a frame of its own
 * to be built in, and no part holds up the keys. Null until the first has come.
 */
export class Later<T> {
	now: T | null = $state.raw(null);

	constructor(of: () => T, frames: number) {
		$effect(() => {
			const value = of();
			return afterFrames(frames, () => (this.now = value));
		});
	}
}
