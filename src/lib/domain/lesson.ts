import type { Act } from './act.ts';
import type { LoggedEvent, SessionEvent } from './event.ts';
import type { Facts, TakeoverLine } from './facts.ts';
import type { RuleId } from './step.ts';

/** Something that happens in an exercise, and how long after what came before it. */
export interface Timed {
	afterMs: number;
	event: SessionEvent;
}

/** A moment of a chat in which there is something to do. */
interface Scene {
	/** Known by it in every lesson: what is done is kept under it. */
	id: string;
	/** What there is to do, in a sentence or two. */
	task: string;
	/** What is worth saying once it is done. */
	remark: string;
	facts: Facts;
	takeover: readonly TakeoverLine[];
	/** What has happened since the takeover. */
	events: readonly LoggedEvent[];
	/** Who opens the lists of the patron's library. */
	followUpLibrarian: string;
}

/** What is done is right if none of these rules is missed or broken, and at least one is met or kept. */
interface Aimed {
	goals: readonly RuleId[];
	/** What happens after it, whatever it was. */
	rest: readonly Timed[];
}

/**
 * An exercise of a lesson. None has an answer key: what is chosen, put in order or written is added to the log, and
 * the log is scored like that of any chat.
 */
export type Exercise = Scene &
	(
		| ({
				kind: 'choose';
				/** What can be chosen: each the librarian's deeds with what comes of them. */
				moves: readonly (readonly Timed[])[];
		  } & Aimed)
		/** The same moves, all to be made; written in an order that is right. */
		| ({ kind: 'order'; moves: readonly (readonly Timed[])[] } & Aimed)
		| ({
				kind: 'write';
				writes: 'message' | 'note';
				/** What stands in the typing box to begin with. */
				start: string;
				/** Acts that must be heard in it beside what the goals ask for. */
				acts: readonly Act[];
				/** One that passes. */
				solution: string;
				/** What happens if this act is heard in it. */
				reply: { to: Act; events: readonly Timed[] } | null;
		  } & Aimed)
		/** A whole session: which step is missing? */
		| { kind: 'spot' }
		/** Which address does the next librarian have? */
		| { kind: 'find-address' }
		/** A chat that is over: which code? */
		| { kind: 'code' }
	);

/** One page to learn from: what rules ask for, why it matters, and something to do. */
export interface Lesson {
	id: string;
	title: string;
	/** The rules that it is about, in the order in which they are told. */
	rules: readonly RuleId[];
	/** Why they matter: what was found, where, and what follows from it. */
	why: { figure: string; text: string; source: string };
	exercises: readonly Exercise[];
}
