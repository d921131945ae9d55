import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Facts, TakeoverLine } from '#lib/domain/facts.ts';

/** A session that a colleague has closed and coded, well or badly. */
export interface MissionSession {
	id: string;
	title: string;
	/** Who chatted and coded. */
	colleague: string;
	/** How many days before the mission's first day the chat was. */
	daysAgo: number;
	/** As it stands in the Info tab. */
	firstQuestion: string;
	facts: Facts;
	takeover: readonly TakeoverLine[];
	/** Up to the code. */
	events: readonly LoggedEvent[];
	/** What the follow-up librarian has found meanwhile, fit to be sent; null where there is nothing to send. */
	found: string | null;
	/** What this session shows, told when the mission is over. */
	lesson: string;
}

/** A morning at the follow-up desk of one library. */
export interface Mission {
	id: string;
	title: string;
	intro: string;
	library: string;
	followUpLibrarian: string;
	/** The weekday on which it begins; 0 is Sunday. */
	weekday: number;
	sessions: readonly MissionSession[];
}
