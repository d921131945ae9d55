import type { RuleId } from './step.ts';

/** How a mark is felt. What is kept or does not apply leaves none. */
export type Tone = 'met' | 'missed' | 'broken' | 'unsure' | 'remark';

/** A stretch of a message, and the rules that were decided by its words. */
export interface Segment {
	text: string;
	tone: Tone | null;
	rules: readonly RuleId[];
}

/** A note in the margin. */
export interface MarginNote {
	/** Null for a remark, which goes by no rule. */
	rule: RuleId | null;
	name: string;
	tone: Tone;
	text: string;
	ruleText: string;
	/** The words that came nearest, and what they lacked. */
	nearest: { quote: string; lacked: string } | null;
}

/** One row of a session read back as a marked manuscript. */
export type Row =
	| {
			kind: 'message';
			key: string;
			side: 'patron' | 'librarian';
			who: string;
			segments: readonly Segment[];
			isFinding: boolean;
			notes: readonly MarginNote[];
	  }
	| { kind: 'desk'; key: string; text: string; isBreak: boolean; notes: readonly MarginNote[] }
	/** Here something would have helped. */
	| {
			kind: 'repair';
			key: string;
			deed: string;
			line: string | null;
			reply: string | null;
			mends: readonly string[];
			notes: readonly MarginNote[];
	  };
