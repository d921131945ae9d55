import type { Entry, EntryOf } from '#lib/domain/entry.ts';
import type { Dispute, MarkedVerdict } from '#lib/domain/marks.ts';
import type { Person } from '#lib/domain/people.ts';
import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import { RED_LINES, type RuleId } from '#lib/domain/step.ts';
import { VERDICT_WORDS } from '#lib/domain/verdict-words.ts';
import type { Review } from './review.ts';

type People = ReadonlyMap<string, Person>;

/** What the words are made of. */
type Read = Pick<Review, 'attempt' | 'debrief' | 'marks' | 'people'>;

/** Who wrote something, as it is shown. */
const writerOf = ({ by }: Pick<Entry, 'by'>, people: People): string =>
	by === null ? 'Nobody named' : (people.get(by)?.shown ?? 'Somebody not known here');

const isRedLine = (rule: RuleId): boolean => (RED_LINES as readonly RuleId[]).includes(rule);

/** The verdicts that a trainer may give instead, with their words. */
const choicesFor = (rule: RuleId) =>
	(isRedLine(rule)
		? (['kept', 'broken', 'not-applicable'] as const)
		: (['met', 'missed', 'not-applicable'] as const)
	).map((says) => ({ says, word: VERDICT_WORDS[says] }));

/** A dispute in words. */
const disputeView = ({ entry, settled }: Dispute, people: People) => ({
	id: entry.id,
	by: writerOf(entry, people),
	at: entry.at,
	reason: entry.body.reason,
	settled: settled && {
		id: settled.id,
		isUpheld: settled.body.upheld,
		by: writerOf(settled, people),
		reason: settled.body.reason
	}
});

function said(entry: EntryOf<'override' | 'ruling' | 'undone'>): string {
	if (entry.kind === 'undone') return 'took it back';
	if (entry.kind === 'ruling') return entry.body.stands ? 'confirmed it: crossed' : 'dismissed it: kept';
	const { says, reason } = entry.body;
	return `said ${VERDICT_WORDS[says]}${reason === '' ? '' : `: ${reason}`}`;
}

function verdictView(marked: MarkedVerdict, review: Read) {
	const { rule, machine, holds, decidedBy, history, disputes } = marked;
	const report = review.debrief.reports.find((one) => one.rule === rule)!;
	return {
		rule,
		name: RULE_WORDS[rule].name,
		because: report.becauseText,
		machine,
		machineWord: VERDICT_WORDS[machine],
		holds,
		holdsWord: VERDICT_WORDS[holds],
		/** The entry that decides instead of the machine, to be taken back; null where the machine does. */
		decidedBy: decidedBy === null ? null : decidedBy.id,
		isUndecided: holds === 'unsure',
		choices: choicesFor(rule),
		disputes: disputes.map((dispute) => disputeView(dispute, review.people)),
		/** Why a trainer decided otherwise, with who it was; null where nobody did. */
		decision:
			decidedBy === null
				? null
				: {
						by: writerOf(decidedBy, review.people),
						reason: decidedBy.kind === 'override' ? decidedBy.body.reason : ''
					},
		history: history.map((entry) => ({
			id: entry.id,
			at: entry.at,
			text: `${writerOf(entry, review.people)} ${said(entry)}`
		}))
	};
}

/** What trainer and trainee have written on an attempt, in words. */
export function reviewView(review: Read) {
	const { marks, people } = review;
	const verdicts = marks.verdicts.map((marked) => verdictView(marked, review));
	return {
		verdicts,
		/** Comments by the number of the event that they are on. */
		comments: marks.comments.map((entry) => ({
			id: entry.id,
			event: entry.body.event,
			words: wordsAt(review, entry.body.event, entry.body.span),
			text: entry.body.text,
			by: writerOf(entry, people),
			at: entry.at
		})),
		hearings: marks.hearings.map((dispute) => ({
			...disputeView(dispute, people),
			event: 'hearing' in dispute.entry.body.against ? dispute.entry.body.against.hearing : 0
		}))
	};
}
export type ReviewView = ReturnType<typeof reviewView>;

/** The words of a message that a comment is on; null where it is on all of it, or where there are no such words. */
function wordsAt(
	{ attempt }: Read,
	event: number,
	span: { start: number; end: number } | null
): string | null {
	const found = attempt.events[event - 1];
	if (span === null || found === undefined || !('text' in found)) return null;
	return found.text.slice(span.start, span.end) || null;
}
