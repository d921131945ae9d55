import type { Region } from './standing.ts';
import type { RuleId } from './step.ts';

const REACH = ['due', 'need', 'refusal', 'presentAfterDue', 'presence', 'emailQuestion'] as const;
const CODE = [
	'need',
	'address',
	'refusal',
	'exchange',
	'presence',
	'policyPage',
	'fyiNote',
	'needNote',
	'promise',
	'emailQuestion',
	'presentAfterPromise',
	'ending'
] as const;

/** The regions that each rule looks at. A rule can be proved on these alone; a test holds the list to the rules. */
export const RULE_READS: Readonly<Record<RuleId, readonly Region[]>> = {
	'complete-check': ['check', 'presentAfterCheckable', 'presence'],
	'policy-page': ['policyPage'],
	'info-tab': ['infoTab', 'due', 'need', 'emailQuestion', 'ending'],
	email: [...REACH, 'address', 'reason'],
	deadline: [...REACH, 'deadline'],
	'next-steps': [...REACH, 'explained', 'timeframe'],
	'way-out': ['refusal', 'wayOut'],
	'no-brush-off': ['brushOff', 'due', 'need', 'explained'],
	note: CODE,
	goodbye: ['presence', 'farewell', 'goodbyeScript', 'thanks', 'invitation'],
	'in-order': ['order'],
	silence: ['presence', 'silenceNotice', 'silenceEnded'],
	'resolution-code': CODE,
	'no-email-no-follow-up': CODE,
	'no-empty-promise': CODE,
	privacy: ['private']
};
