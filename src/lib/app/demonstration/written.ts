import type { Attempt } from '#lib/domain/attempt.ts';
import type { Entry, EntryBodies, EntryKind, Override } from '#lib/domain/entry.ts';
import type { Rulings } from '#lib/domain/judge.ts';
import type { RedLineId, RuleId, StepId } from '#lib/domain/step.ts';
import { REMARKS, type Remark } from './remarks.ts';
import type { Person } from './habit.ts';

/** A trainee reads the debrief the next day, the trainer in the week after. */
const OBJECTS_AFTER_MS = 86_400_000;
const REVIEWED_AFTER_MS = 6 * 86_400_000;

/** An attempt of the demonstration, who played it and what the machine says of it. */
export interface Judged {
	attempt: Attempt;
	person: Person;
	rulings: Rulings;
}

const verdictOf = ({ steps, redLines }: Rulings, rule: RuleId): string =>
	rule in steps ? steps[rule as StepId].verdict : redLines[rule as RedLineId].verdict;

const isOf = ({ person }: Judged, { name, library }: Remark): boolean =>
	person.name === name && (library === undefined || person.library === library);

/** The number of the event in which the chat ends: the place of a word about the whole of it. */
const endOf = ({ events }: Attempt): number =>
	events.find(({ type }) => type === 'librarian.ended')?.seq ?? events.length;

/** What was written about the attempts. A remark on a verdict that the machine does not give is left out. */
export function writtenAbout(judged: readonly Judged[], trainer: string): Entry[] {
	return REMARKS.flatMap((remark, number) => {
		const fits = judged.filter(
			(one) => isOf(one, remark) && verdictOf(one.rulings, remark.rule) === remark.when
		);
		const found = fits[remark.nth];
		return found === undefined
			? []
			: entriesOf(remark, found.attempt, `${found.attempt.id}-${number}`, trainer);
	});
}

function entriesOf(remark: Remark, attempt: Attempt, prefix: string, trainer: string): Entry[] {
	const { rule, dispute, settled, override, stands, comment, overall, label } = remark;
	const started = Date.parse(attempt.startedAt);
	const entries: Entry[] = [];
	const write = <K extends EntryKind>(kind: K, body: EntryBodies[K], isTrainee = false) => {
		const after = isTrainee ? OBJECTS_AFTER_MS : REVIEWED_AFTER_MS + entries.length * 60_000;
		entries.push({
			id: `${prefix}-${kind}`,
			kind,
			about: attempt.id,
			by: isTrainee ? attempt.trainee : trainer,
			at: new Date(started + after).toISOString(),
			body
		} as Entry);
	};
	if (dispute !== undefined) write('dispute', { against: { verdict: rule }, reason: dispute }, true);
	if (settled !== undefined) write('upheld', { dispute: `${prefix}-dispute`, ...settled });
	if (override !== undefined) write('override', { rule, ...override } as Override);
	if (stands !== undefined) write('ruling', { rule: rule as RedLineId, stands });
	if (comment !== undefined) write('comment', { event: endOf(attempt), span: null, text: comment });
	if (overall !== undefined) write('overall', { text: overall });
	if (label !== undefined) write('label', { labels: [label] });
	// What is still open has not been looked through to the end.
	if (dispute === undefined || settled !== undefined) write('reviewed', {});
	return entries;
}
