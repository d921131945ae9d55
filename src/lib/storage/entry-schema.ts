import * as v from 'valibot';
import type { Entry, EntryBodies, EntryKind } from '#lib/domain/entry.ts';
import { STEPS } from '#lib/domain/step.ts';
import { STEP_VERDICTS } from '#lib/domain/verdict.ts';
import { exactly, id, list, moment } from './shape.ts';

/** Longer names were not typed into a field for names. */
const LONGEST_NAME = 200;
const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));

/** A reply is a letter, not a book. */
const LONGEST_LETTER = 20_000;
const letter = v.pipe(v.string(), v.maxLength(LONGEST_LETTER));
/** Nobody plans further than a year ahead at this desk. */
const MOST_DAYS = 366;

const deed = <const D extends string>(name: D) => ({ deed: v.literal(name) });

/** What each kind of entry holds. A new kind needs a row here, in the domain, and in docs/archive-format.md. */
const BODIES = {
	trainee: v.strictObject({ name, library: name }),
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
	})
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
	v.variant('kind', [entryOf('trainee'), entryOf('follow-up'), entryOf('prediction')])
);
