import type { Act } from '#lib/domain/act.ts';
import type { ResolutionCode } from '#lib/domain/code.ts';
import type { Facts, Tab, TakeoverLine } from '#lib/domain/facts.ts';
import type { LineName, Persona } from '#lib/domain/persona.ts';
import type { Telling } from '#lib/domain/told-finding.ts';
import type { RedLineId, StepId } from '#lib/domain/step.ts';
import type { RedLineVerdict, StepVerdict } from '#lib/domain/verdict.ts';

/** A canned message of the Scripts tab. */
export interface Script {
	id: string;
	title: string;
	text: string;
}

/** One library of the cooperative, as a librarian elsewhere sees it. */
export interface Library {
	id: string;
	name: string;
	/** The Goodbye script, or null where the library provides none. */
	goodbye: string | null;
	scripts: readonly Script[];
	/** The policy page: staff only, never pushed to a patron. */
	policy: readonly { heading: string; text: string }[];
	/** Who opens the New list there. */
	followUpLibrarian: string;
}

/** From when on follow-up is due: the takeover, a finding that falls short, the second need, or never. */
export type DueMoment = 'takeover' | 'never' | 'second-need' | { finding: string };

/** One action of the librarian, as plays and the simulator take it. */
export type LibrarianAction =
	| { say: string; acts?: readonly Act[] }
	| { script: string; edited?: string }
	| { send: string }
	| { open: Tab }
	| { note: string }
	| { wait: number }
	| { end: true }
	| { code: ResolutionCode };

/** What the librarian does, in words a trainer can read, and the verdicts that must follow. */
export interface Play {
	title: string;
	librarian: readonly LibrarianAction[];
	expect: {
		steps: Partial<Record<StepId, StepVerdict>>;
		redLines: Partial<Record<RedLineId, RedLineVerdict>>;
		points: string;
		passed: boolean;
	};
	/** What differs under the other pack. */
	noteOnly?: Partial<Play['expect']>;
}

/** A chat to take over, complete: the facts, the patron's behaviour and words, and what becomes of it. */
export interface Scenario {
	id: string;
	title: string;
	teaser: string;
	minutes: number;
	drills: readonly StepId[];
	/** Hash of all that follows, so that a log tells which words it was played with. */
	hash: string;
	handover: { from: string; text: string };
	library: Library;
	info: { firstQuestion: string; cameFrom: string };
	facts: Facts;
	takeover: readonly TakeoverLine[];
	due: DueMoment;
	persona: Persona;
	own: { email: string | null; deadline: string | null };
	lines: Readonly<Partial<Record<LineName, readonly string[]>>>;
	/** What the patron says to each finding. */
	replies: Readonly<Record<string, readonly string[]>>;
	/** How a typed message is recognised that tells a finding in words of its own. */
	told: Readonly<Record<string, Telling>>;
	/** What the follow-up librarian has found by then. */
	threeDaysLater: { found: string };
	/** The same patron with one fact turned. */
	twists: readonly { id: string; label: string }[];
	plays: readonly Play[];
	/** The shortest perfect closing that serves the patron best, in words, as the proof found it. */
	model: readonly string[];
}

/** What a list of scenarios shows, without loading them. */
export type ScenarioSummary = Pick<Scenario, 'id' | 'title' | 'teaser' | 'minutes' | 'drills' | 'twists'> & {
	patron: string;
	libraryName: string;
	/** Only its own library can answer, so it is played at no other desk. */
	isLocal: boolean;
};
