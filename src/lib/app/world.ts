/** The real clock, chance and identity. The one place where they are bound; everything else takes them as arguments. */
export interface World {
	/** Milliseconds since 1970. */
	now(): number;
	/** ISO 8601, UTC. */
	timestamp(): string;
	newId(): string;
	/** A whole number from 0 up to 2³¹. */
	newSeed(): number;
	/** Calls every `ms` milliseconds; gives the function that ends it. */
	every(ms: number, callback: () => void): () => void;
	/** Calls once after `ms` milliseconds; gives the function that calls it off. */
	after(ms: number, callback: () => void): () => void;
}

export const realWorld: World = {
	now: () => Date.now(),
	timestamp: () => new Date().toISOString(),
	newId: () => crypto.randomUUID(),
	newSeed: () => Math.floor(Math.random() * 0x8000_0000),
	every: (ms, callback) => {
		const timer = setInterval(callback, ms);
		return () => clearInterval(timer);
	},
	after: (ms, callback) => {
		const timer = setTimeout(callback, ms);
		return () => clearTimeout(timer);
	}
};

/** Lets what else waits go first. */
export const rest = (): Promise<void> => new Promise((resolve) => void realWorld.after(0, resolve));
