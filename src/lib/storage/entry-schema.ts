import * as v from 'valibot';
import { LONGEST_WRITING, type Entry, type EntryBodies, type EntryKind } from '#lib/domain/entry.ts';
import { exactly, id, moment } from './shape.ts';

/** Longer names were not typed into a field for names. */
const LONGEST_NAME = 200;
const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
const written = (what: keyof typeof LONGEST_WRITING) =>
	v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_WRITING[what]));

/** What each kind of entry holds. A new kind needs a row here, in the domain, and in docs/archive-format.md. */
const BODIES = {
	trainee: v.strictObject({ name, library: name }),
	'exercise-done': v.strictObject({ lesson: id }),
	'reader-tip': v.strictObject({ title: written('title'), text: written('text') }),
	'tip-comment': v.strictObject({ text: written('text') })
} satisfies { [K in EntryKind]: v.GenericSchema<unknown, EntryBodies[K]> };

const entryOf = <K extends EntryKind>(kind: K) =>
	v.strictObject({
		id,
		kind: v.literal(kind),
		about: id,
		by: v.nullable(id),
		at: moment,
		body: BODIES[kind]
	});

export const entrySchema = exactly<Entry>()(
	v.variant('kind', [
		entryOf('trainee'),
		entryOf('exercise-done'),
		entryOf('reader-tip'),
		entryOf('tip-comment')
	])
);
