import type { Attempt } from '#lib/domain/attempt.ts';
import type { Consequence } from '#lib/domain/consequence.ts';
import type { DeskWords } from '#lib/domain/desk-words.ts';
import { pointsOf, type Points } from '#lib/domain/judge.ts';
import type { Row } from '#lib/domain/manuscript-row.ts';
import { marksOf, withMarks, type Marks } from '#lib/domain/marks.ts';
import { peopleIn, playerOf, type Person } from '#lib/domain/people.ts';
import { STORAGE_FAILURES } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { debriefOf, type Debrief } from './debrief.ts';
import { manuscript } from './manuscript.ts';
import { packFor, readPackChoice } from './pack-choice.ts';
import { handedOverBy, scenarioAt } from './scenario-at.ts';

/** One attempt as a trainer reads it. */
export interface Review {
	attempt: Attempt;
	debrief: Debrief;
	consequence: Consequence | null;
	rows: readonly Row[];
	marks: Marks;
	/** By the verdicts that hold. */
	points: Points;
	/** Who played it, as it is shown. */
	player: string;
	people: ReadonlyMap<string, Person>;
	packName: string;
}

/** The manuscript speaks to who played; whoever else reads it is told who did. */
const named = (rows: readonly Row[], player: string): Row[] =>
	rows.map((row) => {
		if (row.kind === 'message') return row.who === 'You' ? { ...row, who: player } : row;
		return row.kind === 'desk' ? { ...row, text: row.text.replace(/^You /, `${player} `) } : row;
	});

/** Reads one attempt with all that was written about it; or says why not. */
export async function openReview(
	store: AttemptStore,
	id: string,
	words: DeskWords
): Promise<Review | { text: string }> {
	const [read, about, names, choice] = await Promise.all([
		store.read(id),
		store.listEntries({ about: id }),
		store.listEntries({ kinds: ['trainee', 'undone'] }),
		readPackChoice(store)
	]);
	for (const outcome of [read, about, names]) {
		if (outcome.ok) continue;
		const { sentence, remedy } = STORAGE_FAILURES[outcome.failure.code];
		return { text: `${sentence} ${remedy}` };
	}
	if (!read.ok || !about.ok || !names.ok || read.value === null)
		return { text: 'This browser keeps no chat of this address.' };
	const { attempt } = read.value;
	const pack = packFor(attempt, choice);
	const scenario = await scenarioAt(attempt.scenario.id, attempt.desk);
	const debrief = debriefOf(attempt, pack, scenario);
	const marks = marksOf(debrief.rulings, about.value.items);
	const people = peopleIn(names.value.items);
	const trainee = playerOf(attempt, about.value.items);
	const person = trainee === null ? undefined : people.get(trainee);
	return {
		attempt,
		debrief,
		consequence: debrief.consequence,
		rows: named(manuscript(attempt, debrief, handedOverBy(scenario), words), person?.name ?? 'The trainee'),
		marks,
		points: pointsOf(withMarks(debrief.rulings, marks), pack),
		player: person?.shown ?? 'The trainee',
		people,
		packName: pack.name
	};
}
