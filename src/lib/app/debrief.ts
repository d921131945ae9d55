import type { Attempt } from '#lib/domain/attempt.ts';
import { BECAUSE_WORDS, type Because } from '#lib/domain/because.ts';
import type { Consequence } from '#lib/domain/consequence.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Points, Rulings } from '#lib/domain/judge.ts';
import type { Pack } from '#lib/domain/pack.ts';
import type { LineName } from '#lib/domain/persona.ts';
import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import { RED_LINES, STEPS, type RuleId } from '#lib/domain/step.ts';
import type { Evidence, RedLineVerdict, StepVerdict } from '#lib/domain/verdict.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { endingOf } from './ending.ts';
import { evidenceFor } from './evidence.ts';
import { nearestMiss, type NearestMiss } from './nearest-miss.ts';
import { messageOf } from './patron-voice.ts';
import type { PatronReply, PatronWords, RepairCase } from './repair-ideas.ts';
import { isFromDueOn, repairOf, type Repair } from './repair.ts';
import { score } from './score.ts';

/** A verdict with everything that a trainee needs to accept it. */
export interface Report {
	rule: RuleId;
	kind: 'step' | 'red-line';
	name: string;
	/** The rule in words. */
	ruleText: string;
	verdict: StepVerdict | RedLineVerdict;
	because: Because;
	becauseText: string;
	/** Where it was decided; `seq` 0 is what was there at the takeover. */
	evidence: readonly Evidence[];
	/** For what was missed: from which event to which it was looked for. */
	window: { from: number; to: number } | null;
	nearest: NearestMiss | null;
	/** A checked repair; null where the rule is not missed or broken, or nothing could be done any more. */
	repair: Repair | null;
}

/** Something worth a word beside a message, without a verdict. */
export interface Remark {
	seq: number;
	text: string;
}

export interface Debrief {
	reports: readonly Report[];
	rulings: Rulings;
	points: Points;
	remarks: readonly Remark[];
	/** Null while the session has no code. */
	consequence: Consequence | null;
}

const UNKNOWN_FOLLOW_UP_LIBRARIAN = 'The follow-up librarian';

/** A date or hour promised on somebody else's behalf. */
const FIRM_DATE =
	/\b(?:by|before|until|on|not later than)\s+(?:(?:next|this)\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|noon|\d{1,2}(?::\d{2})?\s*(?:am|pm|o.clock)|(?:the\s+)?\d{1,2}(?:st|nd|rd|th))\b/i;

function remarksOn(events: readonly LoggedEvent[]): Remark[] {
	return events.flatMap((event) => {
		if (event.type !== 'librarian.said') return [];
		const isAboutTime = event.heard.some(({ act }) => act === 'set-timeframe');
		if (!isAboutTime || !FIRM_DATE.test(event.text)) return [];
		return [
			{
				seq: event.seq,
				text: 'A firm date is somebody else’s to keep. “As soon as possible” is safer, and true.'
			}
		];
	});
}

/** What this patron says on the occasions that a repair brings about; nothing where the session has no scenario. */
function patronWords(scenario: Scenario | undefined, seed: number): PatronWords {
	if (scenario === undefined) return {};
	const said = (line: LineName): PatronReply | undefined => {
		if (scenario.lines[line] === undefined) return undefined;
		const message = messageOf([{ line }], scenario, seed, 0);
		return message === null ? undefined : { text: message.text, gives: message.gives, does: message.does };
	};
	const isWilling = scenario.persona.wariness !== 'never';
	return {
		givesEmail: isWilling ? said('gives-email') : undefined,
		confirmsEmail: said(scenario.persona.onFile === 'wrong' ? 'corrects-email' : 'confirms-email'),
		refusesEmail: isWilling ? undefined : said('refuses-email'),
		namesDeadline: said('names-deadline'),
		satisfied: said('satisfied'),
		acceptsPlan: said('accepts-plan')
	};
}

/** What repairs of a session are looked for with. */
export function repairCase(
	{ facts, takeover, events, seed }: Pick<Attempt, 'facts' | 'takeover' | 'events' | 'seed'>,
	pack: Pack,
	scenario?: Scenario
): RepairCase {
	const hasDone = (deed: 'refuses' | 'corrects'): boolean =>
		events.some((event) => event.type === 'patron.said' && event.does.includes(deed));
	return {
		facts,
		takeover,
		words: patronWords(scenario, seed),
		silenceMs: pack.waits.silence,
		dueSeq: events.find(({ type }) => type === 'follow-up.fell-due')?.seq ?? 0,
		hasRefused: hasDone('refuses'),
		hasCorrected: hasDone('corrects')
	};
}

/** Reads a session as a colleague would: every verdict with its evidence, its reason, and what would have helped. */
export function debriefOf(
	attempt: Pick<Attempt, 'facts' | 'takeover' | 'events' | 'seed'>,
	pack: Pack,
	scenario?: Scenario
): Debrief {
	const { facts, events } = attempt;
	const { trace, rulings, points } = score(attempt, pack);
	const followUpLibrarian = scenario?.library.followUpLibrarian ?? UNKNOWN_FOLLOW_UP_LIBRARIAN;
	const given = repairCase(attempt, pack, scenario);
	const report = (
		rule: RuleId,
		kind: Report['kind'],
		verdict: Report['verdict'],
		because: Because
	): Report => {
		const isWrong = verdict === 'missed' || verdict === 'broken';
		return {
			rule,
			kind,
			name: RULE_WORDS[rule].name,
			ruleText: RULE_WORDS[rule].rule,
			verdict,
			because,
			becauseText: BECAUSE_WORDS[because],
			evidence: verdict === 'not-applicable' ? [] : evidenceFor(rule, trace, events, facts),
			window:
				verdict === 'missed'
					? { from: Math.max(1, isFromDueOn(rule) ? given.dueSeq : 1), to: events.length }
					: null,
			nearest: verdict === 'missed' ? nearestMiss(rule as never, events, facts) : null,
			repair: isWrong ? repairOf(rule, attempt, pack, given) : null
		};
	};
	return {
		reports: [
			...STEPS.map((id) => report(id, 'step', rulings.steps[id].verdict, rulings.steps[id].because)),
			...RED_LINES.map((id) =>
				report(id, 'red-line', rulings.redLines[id].verdict, rulings.redLines[id].because)
			)
		],
		rulings,
		points,
		remarks: remarksOn(events),
		consequence: endingOf(attempt, trace.standing, followUpLibrarian)
	};
}
