import type { Attempt } from '#lib/domain/attempt.ts';
import type { Consequence } from '#lib/domain/consequence.ts';
import type { DeskWords } from '#lib/domain/desk-words.ts';
import { pointsOf, type Points } from '#lib/domain/judge.ts';
import type { Row } from '#lib/domain/manuscript-row.ts';
import { marksOf, withMarks, type Marks } from '#lib/domain/marks.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { peopleIn, playerOf, type Person } from '#lib/domain/people.ts';
import { STORAGE_FAILURES } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { debriefOf, type Debrief } from './debrief.ts';
import { manuscript } from './manuscript.ts';
import { packFor, readPackChoice } from './pack-choice.ts';
import { handedOverBy, scenarioAt } from './scenario-at.ts';

/** One attempt as the machine reads it: some hundred logs are scored to find what would have mended it. */
export interface ReadManuscript {
	attempt: Attempt;
	pack: Pack;
	debrief: Debrief;
	/** As they speak to whoever played. */
	rows: readonly Row[];
}

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

/** Reads one attempt with its debrief; or says why not. */
export async function readManuscript(
	store: AttemptStore,
	id: string,
	words: DeskWords
): Promise<ReadManuscript | { text: string }> {
	const [read, choice] = await Promise.all([store.read(id), readPackChoice(store)]);
	if (!read.ok) {
		const { sentence, remedy } = STORAGE_FAILURES[read.failure.code];
		return { text: `${sentence} ${remedy}` };
	}
	if (read.value === null) return { text: 'This browser keeps no chat of this address.' };
	const { attempt } = read.value;
	const pack = packFor(attempt, choice);
	const scenario = await scenarioAt(attempt.scenario.id, attempt.desk);
	const debrief = debriefOf(attempt, pack, scenario);
	const rows = manuscript(attempt, debrief, handedOverBy(scenario), words);
	return { attempt, pack, debrief, rows };
}

/** The attempt with all that was written about it until now; or why that can't be read. */
export async function withWords(
	store: AttemptStore,
	{ attempt, pack, debrief, rows }: ReadManuscript
): Promise<Review | { text: string }> {
	const [about, names] = await Promise.all([
		store.listEntries({ about: attempt.id }),
		store.listEntries({ kinds: ['trainee', 'undone'] })
	]);
	for (const outcome of [about, names]) {
		if (outcome.ok) continue;
		const { sentence, remedy } = STORAGE_FAILURES[outcome.failure.code];
		return { text: `${sentence} ${remedy}` };
	}
	const written = about.ok ? about.value.items : [];
	const marks = marksOf(debrief.rulings, written);
	const people = peopleIn(names.ok ? names.value.items : []);
	const trainee = playerOf(attempt, written);
	const person = trainee === null ? undefined : people.get(trainee);
	return {
		attempt,
		debrief,
		consequence: debrief.consequence,
		rows: named(rows, person?.name ?? 'The trainee'),
		marks,
		points: pointsOf(withMarks(debrief.rulings, marks), pack),
		player: person?.shown ?? 'The trainee',
		people,
		packName: pack.name
	};
}
