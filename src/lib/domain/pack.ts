import type { ResolutionCode } from './code.ts';
import type { RuleId } from './step.ts';

/** Rows of the code table: situations at the end of a session. Several may hold at once. */
export const SITUATIONS = [
	'need-met',
	'open-with-address',
	'open-declined',
	'open-without-address',
	'gone-unexchanged-with-address',
	'gone-unexchanged-without-address',
	'policy-page-unread',
	'fyi'
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** What makes a code right in one situation beyond the situation itself. */
export type CodeCondition = 'within-reach' | 'with-fyi-note';

export interface AcceptedCode {
	code: ResolutionCode;
	only?: CodeCondition;
}

/** The waits of a cooperative, in milliseconds; exactly the wait is enough. */
export interface Waits {
	/** From a completeness check that nobody answers to the moment one may go on. */
	completeCheck: number;
	/** From the notice that the chat will end to its end. */
	silence: number;
	/** A patron who is gone within this time of writing was not there any more. */
	present: number;
}

/** A cooperative's rules as data. */
export interface Pack {
	id: string;
	name: string;
	version: number;
	/** Points per step; 1 where nothing is said. */
	points: Partial<Record<RuleId, number>>;
	/** Share of the points needed to pass, 0 to 1. */
	passMark: number;
	waits: Waits;
	/** Whether an explaining note lets a follow-up code stand without an address. */
	noteExcusesMissingEmail: boolean;
	/** Codes accepted in each situation; an empty list outweighs every other row. */
	codes: Readonly<Record<Situation, readonly AcceptedCode[]>>;
}
