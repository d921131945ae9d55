import { TAKE_OVER } from './take-over.ts';

/** Keeps the app in this browser, and knows of a newer version of it. One for the whole app. */
class NewVersion {
	/** A newer version is kept here already, and waits to be used. */
	isReady = $state(false);
	/** It was asked for while a chat goes on in some tab. */
	isHindered = $state(false);
	#registration: ServiceWorkerRegistration | null = null;

	/**
	 * Has the service worker at this address keep the app. Where the browser has none to offer (plain http, private
	 * windows) the app goes on with the network alone.
	 */
	async watch(address: string): Promise<void> {
		const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
		if (container === undefined) return;
		try {
			const registration = await container.register(address);
			registration.addEventListener('updatefound', () =>
				registration.installing?.addEventListener('statechange', () => this.#look())
			);
			container.addEventListener('controllerchange', () => this.#look());
			this.#registration = registration;
			this.#look();
		} catch {
			// Nothing is lost but the app without a network.
		}
	}

	/**
	 * Uses the newer version: this page is loaded anew, other tabs go on with what they have. Not while a chat goes on
	 * anywhere: a newer version may change how things are stored, and then the older one has to stop.
	 */
	async take(): Promise<void> {
		const { isAnySessionHeld } = await import('./session-hold.ts');
		this.isHindered = await isAnySessionHeld();
		const waiting = this.#registration?.waiting;
		if (this.isHindered || !waiting) return;
		navigator.serviceWorker.addEventListener(
			'controllerchange',
			// Whoever took over a chat in the meantime keeps the page as it is.
			() => void isAnySessionHeld().then((isHeld) => isHeld || location.reload()),
			{ once: true }
		);
		waiting.postMessage(TAKE_OVER);
	}

	#look(): void {
		const { active, waiting } = this.#registration ?? {};
		// The very first version has nothing to replace.
		this.isReady = Boolean(active && waiting);
	}
}

export const newVersion = new NewVersion();
