import type { World } from './world.ts';

/** So long another tab gets to save what is typed before the session is taken from it. */
const GIVE_UP_MS = 1_000;

/** The right of this tab to go on with a session. */
export interface Hold {
	release(): void;
}

export interface Holder {
	/** Another tab asks for the session: the last chance to save what is typed. */
	onAsked: () => Promise<void>;
	/** Another tab has it now. */
	onLost: () => void;
}

const PREFIX = 'closing-time/session/';
const nameOf = (attempt: string): string => PREFIX + attempt;

type Release = () => void;

/** Asks for the lock of a session; null where it is not to be had that way. */
function ask(attempt: string, options: LockOptions, onLost: () => void): Promise<Release | null> {
	return new Promise((resolve) => {
		let isHeld = false;
		const held = navigator.locks.request(nameOf(attempt), options, (lock) => {
			if (lock === null) return resolve(null);
			isHeld = true;
			return new Promise<void>((release) => resolve(release));
		});
		// A lock is broken off where it is taken away, and a request where nobody gave way in time.
		held.catch(() => (isHeld ? onLost() : resolve(null)));
	});
}

/** Whether a session is going on in any tab; false where the browser does not tell. */
export async function isAnySessionHeld(): Promise<boolean> {
	if (!('locks' in navigator)) return false;
	const { held = [] } = await navigator.locks.query();
	return held.some(({ name }) => name?.startsWith(PREFIX));
}

/**
 * Takes a session for this tab, so that two tabs never go on with the same one: null where another tab has it, unless
 * `isInsisting`; then that tab saves what is typed and stops. A tab that is killed lets go by itself. Browsers without
 * Web Locks hold everything; there the store refuses the second of two logs that part.
 */
export async function holdSession(
	attempt: string,
	{ onAsked, onLost }: Holder,
	world: World,
	isInsisting = false
): Promise<Hold | null> {
	if (!('locks' in navigator)) return { release: () => undefined };
	const channel = new BroadcastChannel(nameOf(attempt));
	let release = await ask(attempt, { ifAvailable: true }, lose);
	if (release === null && isInsisting) {
		channel.postMessage('give-up');
		const patience = new AbortController();
		const calledOff = world.after(GIVE_UP_MS, () => patience.abort());
		release = await ask(attempt, { signal: patience.signal }, lose);
		calledOff();
		release ??= await ask(attempt, { steal: true }, lose);
	}
	if (release === null) {
		channel.close();
		return null;
	}
	const letGo = release;
	channel.onmessage = () =>
		void onAsked().finally(() => {
			letGo();
			lose();
		});
	return {
		release: () => {
			channel.close();
			letGo();
		}
	};

	function lose(): void {
		channel.close();
		onLost();
	}
}
