import * as v from 'valibot';
import { LABELS, type Entry, type EntryBodies, type EntryKind, type Override } from '#lib/domain/entry.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { STEP_VERDICTS } from '#lib/domain/verdict.ts';
import { assignmentSchema } from './assignment-schema.ts';
import { ourDeskSchema } from './our-desk-schema.ts';
import { count, exactly, id, list, moment } from './shape.ts';

/** Longer names were not typed into a field for names. */
const LONGEST_NAME = 200;
const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
/** Some pages: a note that is longer was not written for one chat. */
const LONGEST_WORDS = 20_000;
const words = v.pipe(v.string(), v.maxLength(LONGEST_WORDS));
/** A cooperative has some thousand librarians. */
const MOST_MEMBERS = 10_000;

const stepId = v.picklist(STEPS);
const redLineId = v.picklist(RED_LINES);

const span = v.pipe(
	v.strictObject({ start: count, end: count }),
	v.check(({ start, end }) => start < end, 'Expected an end after the start')
);

const overrideSchema = exactly<Override>()(
	v.union([
		v.strictObject({ rule: stepId, says: v.picklist(STEP_VERDICTS), reason: words }),
		v.strictObject({
			rule: redLineId,
			says: v.picklist(['kept', 'broken', 'not-applicable']),
			reason: words
		})
	])
);

/** What each kind of entry holds. A new kind needs a row here, in the domain, and in docs/archive-format.md. */
const BODIES = {
	trainee: v.strictObject({ name, library: name }),
	group: v.strictObject({ name, members: v.pipe(list(id), v.maxLength(MOST_MEMBERS)) }),
	comment: v.strictObject({ event: count, span: v.nullable(span), text: words }),
	override: overrideSchema,
	ruling: v.strictObject({ rule: redLineId, stands: v.boolean() }),
	label: v.strictObject({ labels: v.pipe(list(v.picklist(LABELS)), v.maxLength(LABELS.length)) }),
	overall: v.strictObject({ text: words }),
	reviewed: v.strictObject({}),
	dispute: v.strictObject({
		against: v.union([
			v.strictObject({ verdict: v.picklist([...STEPS, ...RED_LINES]) }),
			v.strictObject({ hearing: count })
		]),
		reason: words
	}),
	upheld: v.strictObject({ dispute: id, upheld: v.boolean(), reason: words }),
	'pack-choice': v.strictObject({ pack: id }),
	'our-desk': ourDeskSchema,
	assignment: assignmentSchema,
	undone: v.strictObject({ entry: id })
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
		entryOf('group'),
		entryOf('comment'),
		entryOf('override'),
		entryOf('ruling'),
		entryOf('label'),
		entryOf('overall'),
		entryOf('reviewed'),
		entryOf('dispute'),
		entryOf('upheld'),
		entryOf('pack-choice'),
		entryOf('our-desk'),
		entryOf('assignment'),
		entryOf('undone')
	])
);
