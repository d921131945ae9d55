import type { Person } from '#lib/domain/people.ts';
import { redLinesOf } from '#lib/domain/queue.ts';
import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import type { ScoreRow } from '#lib/domain/score-row.ts';
import { LABEL_WORDS } from '#lib/domain/verdict-words.ts';

/** Who played a chat, as it is shown. */
const playerOf = ({ trainee }: ScoreRow, people: ReadonlyMap<string, Person>): string =>
	trainee === null ? 'Nobody named' : (people.get(trainee)?.shown ?? `Unknown (${trainee.slice(-4)})`);

/** A row of the queue in words. */
export function queueLine(row: ScoreRow, people: ReadonlyMap<string, Person>) {
	const { crossed, unsure } = redLinesOf(row);
	return {
		id: row.attempt,
		trainee: playerOf(row, people),
		title: row.title,
		startedAt: row.startedAt,
		points: `${row.earned} of ${row.possible}`,
		isPassed: row.isPassed,
		crossed: crossed.map((rule) => RULE_WORDS[rule].name),
		unsure: unsure.map((rule) => RULE_WORDS[rule].name),
		disputes: row.openDisputes,
		isReviewed: row.isReviewed,
		labels: row.labels.map((label) => LABEL_WORDS[label])
	};
}
