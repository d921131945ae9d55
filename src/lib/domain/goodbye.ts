import type { Facts } from './facts.ts';
import { shareInOrder } from './words.ts';

/** This much of a Goodbye script, in its order, is that script (scoring rule `goodbye`). */
export const SCRIPT_SHARE = 2 / 3;

export interface ScriptRead {
	/** Whose Goodbye script the message is; null where it is nobody's. */
	whose: 'own' | 'other' | null;
	/** Name under which the other script lies in the Scripts tab. */
	otherId: string | null;
	/** How much of the own script stands in the message, 0 to 1. */
	ownShare: number;
}

/** Which library's Goodbye script a message is or holds. What is nearer to another library's script is that library's. */
export function readScript(text: string, facts: Pick<Facts, 'library' | 'otherScripts'>): ScriptRead {
	const ownShare = facts.library.goodbye === null ? 0 : shareInOrder(facts.library.goodbye, text);
	let otherShare = 0;
	let otherId: string | null = null;
	for (const [id, script] of Object.entries(facts.otherScripts)) {
		const share = shareInOrder(script, text);
		if (share > otherShare) [otherShare, otherId] = [share, id];
	}
	if (otherShare >= SCRIPT_SHARE && otherShare > ownShare) return { whose: 'other', otherId, ownShare };
	return { whose: ownShare >= SCRIPT_SHARE ? 'own' : null, otherId: null, ownShare };
}
