import type { ResolutionCode } from '#lib/domain/code.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Facts, TakeoverLine } from '#lib/domain/facts.ts';

/** A chat that is over and has no code yet. */
export interface DrillCase {
	id: string;
	title: string;
	facts: Facts;
	takeover: readonly TakeoverLine[];
	/** Up to the end of the session; the code is what the trainee adds. */
	events: readonly LoggedEvent[];
	/** As it stands in the Info tab. */
	firstQuestion: string;
	/** Who opens the lists of the patron's library. */
	followUpLibrarian: string;
	/** What happened when the chat was over, unseen by the desk; null where nothing did. */
	afterwards: string | null;
	/** Why the right codes are right, in the words of this case. */
	lesson: string;
	/** The codes that the 24-7 pack accepts; a content test holds them against the rules. */
	right: readonly ResolutionCode[];
}
