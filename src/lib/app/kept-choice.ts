import type { Setting } from '#lib/storage/port.ts';
import { isFirstVisit } from './first-visit.ts';

type Value = Setting['value'];

/**
 * Where a choice stands until the database has it. That may have to be loaded and made first, and a page that is left
 * meanwhile would take the choice with it; this is written before the call returns.
 */
const UNDERWAY = 'closing-time/choice/';

/** Null where there is none, or where the browser keeps nothing. */
function underway(key: string): Value | null {
	try {
		const text = localStorage.getItem(UNDERWAY + key);
		return text === null ? null : (JSON.parse(text) as Value);
	} catch {
		return null;
	}
}

function setUnderway(key: string, value: Value | null): void {
	try {
		if (value === null) localStorage.removeItem(UNDERWAY + key);
		else localStorage.setItem(UNDERWAY + key, JSON.stringify(value));
	} catch {
		// Then the choice is kept as soon as the database is there, and no sooner.
	}
}

/** Forgets choices that never reached the database. */
export function forgetUnderway(): void {
	try {
		const keys = Object.keys(localStorage).filter((key) => key.startsWith(UNDERWAY));
		for (const key of keys) localStorage.removeItem(key);
	} catch {
		// There are none where the browser keeps nothing.
	}
}

/** A choice of the trainee that is kept in this browser; undefined where none was made. Loads no store on a first visit. */
export async function keptChoice(key: string): Promise<Value | undefined> {
	const left = underway(key);
	if (left !== null) {
		await keepChoice(key, left);
		return left;
	}
	if (await isFirstVisit()) return undefined;
	const { workspace } = await import('./workspace.svelte.ts');
	const settings = await (await workspace.store()).listSettings();
	return settings.ok ? settings.value.items.find((one) => one.key === key)?.value : undefined;
}

export async function keepChoice(key: string, value: Value): Promise<void> {
	setUnderway(key, value);
	const { workspace } = await import('./workspace.svelte.ts');
	const saved = await (await workspace.store()).saveSetting(key, value);
	// Meanwhile something else may have been chosen.
	if (saved.ok && underway(key) === value) setUnderway(key, null);
}
