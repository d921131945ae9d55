import type { Facts } from './facts.ts';
import { shareIfEnough, wordsOf } from './words.ts';

/** This much of a Goodbye script, in its order, is that script (scoring rule `goodbye`). */
const SCRIPT_SHARE = 2 / 3;

export interface ScriptRead {
	/** Whose Goodbye script the message is; null where it is nobody's. */
	whose: 'own' | 'other' | null;
	/** Name under which the other script lies in the Scripts tab. */
	otherId: string | null;
}

/** Which library's Goodbye script a message is or holds. What is nearer to another library's script is that library's. */
export function readScript(text: string, facts: Pick<Facts, 'library' | 'otherScripts'>): ScriptRead {
	const words = wordsOf(text);
	const ownShare =
		facts.library.goodbye === null ? 0 : shareIfEnough(facts.library.goodbye, words, SCRIPT_SHARE);
	let otherShare = 0;
	let otherId: string | null = null;
	for (const [id, script] of Object.entries(facts.otherScripts)) {
		const share = shareIfEnough(script, words, SCRIPT_SHARE);
		if (share > otherShare) [otherShare, otherId] = [share, id];
	}
	if (otherShare >= SCRIPT_SHARE && otherShare > ownShare) return { whose: 'other', otherId };
	return { whose: ownShare >= SCRIPT_SHARE ? 'own' : null, otherId: null };
}
