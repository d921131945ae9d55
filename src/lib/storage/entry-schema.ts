import * as v from 'valibot';
import {
	LABELS,
	LONGEST_WRITING,
	type Entry,
	type EntryBodies,
	type EntryKind,
	type Override
} from '#lib/domain/entry.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { STEP_VERDICTS } from '#lib/domain/verdict.ts';
import { assignmentSchema } from './assignment-schema.ts';
import { ourDeskSchema } from './our-desk-schema.ts';
import { count, exactly, id, list, moment } from './shape.ts';

/** Longer names were not typed into a field for names. */
const LONGEST_NAME = 200;
const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
const written = (what: keyof typeof LONGEST_WRITING) =>
	v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_WRITING[what]));

/** A reply is a letter, not a book. */
const LONGEST_LETTER = 20_000;
const letter = v.pipe(v.string(), v.maxLength(LONGEST_LETTER));
/** Nobody plans further than a year ahead at this desk. */
const MOST_DAYS = 366;

const deed = <const D extends string>(name: D) => ({ deed: v.literal(name) });

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
	'played-by': v.strictObject({ trainee: id }),
	'follow-up': v.variant('deed', [
		v.strictObject(deed('took-up')),
		v.strictObject({ ...deed('put-in-address'), address: letter }),
		v.strictObject({ ...deed('replied'), text: letter }),
		v.strictObject({ ...deed('rejected'), note: letter }),
		v.strictObject(deed('closed')),
		v.strictObject(deed('began')),
		v.strictObject({
			...deed('let-days-pass'),
			days: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_DAYS))
		})
	]),
	prediction: v.strictObject({
		steps: v.pipe(
			list(v.strictObject({ step: v.picklist(STEPS), verdict: v.picklist(STEP_VERDICTS) })),
			v.check(
				(steps) => new Set(steps.map(({ step }) => step)).size === steps.length,
				'A step is predicted twice'
			)
		)
	}),
	'exercise-done': v.strictObject({ lesson: id }),
	'reader-tip': v.strictObject({ title: written('title'), text: written('text') }),
	'tip-comment': v.strictObject({ text: written('text') }),
	group: v.strictObject({ name, members: v.pipe(list(id), v.maxLength(MOST_MEMBERS)) }),
	'played-by': v.strictObject({ trainee: id }),
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
		entryOf('follow-up'),
		entryOf('prediction'),
		entryOf('exercise-done'),
		entryOf('reader-tip'),
		entryOf('tip-comment'),
		entryOf('group'),
		entryOf('played-by'),
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
