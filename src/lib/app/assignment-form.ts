import type { Assignment } from '#lib/domain/assignment.ts';
import type { Mode, Pace } from '#lib/domain/attempt.ts';
import type { OurDesk } from '#lib/domain/our-desk.ts';
import { DEFAULT_PACK, PACKS, SCENARIOS } from '#lib/scenarios/bank.ts';
import { assignmentSchema } from '#lib/storage/assignment-schema.ts';
import { parseWith } from '#lib/storage/schema.ts';
import type { World } from './world.ts';

/** An assignment as it stands in a form: every field as it was typed. */
export interface AssignmentDraft {
	title: string;
	note: string;
	scenarios: string[];
	mode: Mode;
	pace: Pace;
	/** Id of a pack of the bank, or of a desk. */
	rules: string;
	/** A number; empty where every attempt counts. */
	attempts: string;
	/** `2026-01-31`; empty where there is no last day. */
	due: string;
}

export const emptyAssignment = (): AssignmentDraft => ({
	title: '',
	note: '',
	scenarios: [],
	mode: 'practice',
	pace: 'real',
	rules: DEFAULT_PACK,
	attempts: '',
	due: ''
});

/** The chats that can be asked for. */
export const TASKS: readonly { id: string; title: string; teaser: string; minutes: number }[] = SCENARIOS;

/** Rules under which an assignment can be played. */
export const rulesOffered = (desks: readonly OurDesk[]): readonly { id: string; name: string }[] => [
	...PACKS.map(({ id, name }) => ({ id, name: `Each chat at its own library, rules: ${name}` })),
	...desks.map(({ name, pack }) => ({ id: pack.id, name: `At the desk of ${name}` }))
];

/** What to do about a field, by the field of the form. */
export type AssignmentProblems = Readonly<Partial<Record<keyof AssignmentDraft, string>>>;

const WORDS: AssignmentProblems = {
	title: 'Give it a title of at most 200 characters, such as “Silent patrons, week 6”.',
	note: 'Write at most 5,000 characters.',
	scenarios: 'Choose at least one chat.',
	rules: 'Choose the rules by which it is played.',
	attempts: 'Write a whole number from 1 to 100, or nothing.',
	due: 'Write a day such as 2026-01-31, or nothing.'
};
const FIELDS: Readonly<Record<string, keyof AssignmentDraft>> = { tasks: 'scenarios', pack: 'rules' };

/** Reads a form. Seeds are drawn here, once: whoever plays the assignment meets the same variation. */
export function readAssignment(
	draft: AssignmentDraft,
	desks: readonly OurDesk[],
	world: Pick<World, 'newSeed'>
): { assignment: Assignment } | { problems: AssignmentProblems } {
	const desk = desks.find(({ pack }) => pack.id === draft.rules) ?? null;
	const isKnown = desk !== null || PACKS.some(({ id }) => id === draft.rules);
	const attempts = draft.attempts.trim();
	const parsed = parseWith(assignmentSchema, {
		title: draft.title.trim(),
		note: draft.note.trim(),
		// In the order of the bank, whatever the order in which they were ticked.
		tasks: TASKS.filter(({ id }) => draft.scenarios.includes(id)).map(({ id }) => ({
			scenario: id,
			seed: world.newSeed()
		})),
		mode: draft.mode,
		pace: draft.pace,
		pack: isKnown ? draft.rules : '',
		desk,
		attempts: attempts === '' ? null : Number(attempts),
		due: draft.due === '' ? null : draft.due
	});
	if ('value' in parsed) return { assignment: parsed.value };
	const places = parsed.problems.map((problem) => problem.split(/[.:]/)[0]!);
	const fields = places.map((place) => FIELDS[place] ?? (place as keyof AssignmentDraft));
	return { problems: Object.fromEntries(fields.map((field) => [field, WORDS[field] ?? 'Not right yet.'])) };
}
