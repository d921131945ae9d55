import * as v from 'valibot';
import { ACTS } from '#lib/domain/act.ts';
import { ATTEMPT_FORMAT, MODES, PACES, type AttemptHeader } from '#lib/domain/attempt.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { DEEDS, type LoggedEvent } from '#lib/domain/event.ts';
import { TABS } from '#lib/domain/facts.ts';
import { unfitness } from './canonical.ts';
import { entrySchema } from './entry-schema.ts';
import { ourDeskSchema } from './our-desk-schema.ts';
import type { Contents, Draft, DrillResult, Setting } from './port.ts';
import { sequenceProblem } from './sequence.ts';
import { count, exactly, id, list, moment, text, timeMs } from './shape.ts';

/** A session of an hour has some hundred events; this many were not made by playing. */
const MOST_EVENTS = 100_000;
/** A setting is a choice, not a document. */
const LONGEST_SETTING = 10_000;

const givesSchema = v.strictObject({ email: v.exactOptional(text), deadline: v.exactOptional(text) });

const factsSchema = v.strictObject({
	library: v.strictObject({ name: text, goodbye: v.nullable(text) }),
	otherScripts: v.record(v.string(), text),
	patron: v.strictObject({ name: text, email: v.nullable(text), works: v.boolean() }),
	need: v.picklist(['open', 'met']),
	withinReach: v.boolean(),
	local: v.boolean(),
	policyAnswers: v.boolean(),
	fyi: v.nullable(v.strictObject({ reason: text, words: list(text) })),
	noteWords: list(text),
	findings: v.record(v.string(), v.strictObject({ text, meets: v.boolean() }))
});

const headerEntries = {
	format: v.literal(ATTEMPT_FORMAT),
	id,
	scenario: v.strictObject({ id: text, title: text, hash: text }),
	facts: factsSchema,
	takeover: list(
		v.strictObject({ who: v.picklist(['patron', 'librarian']), text, gives: v.exactOptional(givesSchema) })
	),
	seed: v.pipe(v.number(), v.safeInteger()),
	mode: v.picklist(MODES),
	pace: v.picklist(PACES),
	trainee: v.nullable(id),
	assignment: v.nullable(id),
	origin: v.nullable(v.strictObject({ attempt: id, seq: count })),
	pack: text,
	desk: v.exactOptional(ourDeskSchema),
	startedAt: moment
};
export const headerSchema = exactly<AttemptHeader>()(v.strictObject(headerEntries));

const heardSchema = v.strictObject({
	act: v.picklist(ACTS),
	start: count,
	end: count,
	confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	because: v.exactOptional(text)
});

/** Where an event stands in the log. */
const place = {
	seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_EVENTS)),
	at: timeMs
};

const eventSchema = exactly<LoggedEvent>()(
	v.variant('type', [
		v.strictObject({
			...place,
			type: v.literal('librarian.said'),
			text,
			heard: list(heardSchema),
			recogniser: text,
			script: v.exactOptional(text)
		}),
		v.strictObject({ ...place, type: v.literal('librarian.sent-finding'), finding: text, text }),
		v.strictObject({ ...place, type: v.literal('librarian.opened-tab'), tab: v.picklist(TABS) }),
		v.strictObject({ ...place, type: v.literal('librarian.noted'), text }),
		v.strictObject({ ...place, type: v.literal('librarian.ended') }),
		v.strictObject({
			...place,
			type: v.literal('librarian.coded'),
			code: v.picklist(RESOLUTION_CODES),
			descriptive: list(text)
		}),
		v.strictObject({
			...place,
			type: v.literal('patron.said'),
			text,
			gives: givesSchema,
			does: list(v.picklist(DEEDS))
		}),
		v.strictObject({
			...place,
			type: v.literal('patron.left'),
			how: v.picklist(['said-goodbye', 'system-line'])
		}),
		v.strictObject({ ...place, type: v.literal('patron.fell-silent') }),
		v.strictObject({ ...place, type: v.literal('patron.started-typing') }),
		v.strictObject({ ...place, type: v.literal('follow-up.fell-due') }),
		v.strictObject({ ...place, type: v.literal('clock.moved'), byMs: timeMs })
	])
);

export const eventsSchema = list(eventSchema);

export const attemptSchema = v.pipe(
	v.strictObject({ ...headerEntries, events: eventsSchema }),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const problem = sequenceProblem(dataset.value.events);
		if (problem !== null) addIssue({ message: problem });
	})
);

export const drillSchema = exactly<DrillResult>()(
	v.strictObject({
		id,
		caseId: id,
		code: v.picklist(RESOLUTION_CODES),
		at: moment,
		right: v.boolean(),
		rule: text
	})
);

/** An id that stands twice says two things about one record. */
const hasTwice = (records: readonly { id: string }[]): boolean =>
	new Set(records.map((record) => record.id)).size < records.length;

export const contentsEntries = {
	attempts: v.pipe(
		list(attemptSchema),
		v.check((attempts) => !hasTwice(attempts), 'Two attempts have the same id')
	),
	drill: v.pipe(
		list(drillSchema),
		v.check((results) => !hasTwice(results), 'Two drill results have the same id')
	),
	entries: v.pipe(
		list(entrySchema),
		v.check((entries) => !hasTwice(entries), 'Two entries have the same id')
	)
};
export const contentsSchema = exactly<Contents>()(v.strictObject(contentsEntries));

const draftEntries = { text, note: text, tab: v.picklist(TABS), elapsedMs: timeMs };
export const draftSchema = exactly<Draft>()(v.strictObject(draftEntries));
export const draftRowSchema = v.strictObject({ attempt: id, ...draftEntries });

export const settingSchema = exactly<Setting>()(
	v.strictObject({
		key: id,
		value: v.union([
			v.pipe(v.string(), v.maxLength(LONGEST_SETTING)),
			v.pipe(v.number(), v.finite()),
			v.boolean()
		])
	})
);

export const eventRowSchema = v.pipe(
	v.strictObject({ attempt: id, seq: v.number(), event: eventSchema }),
	v.check((row) => row.seq === row.event.seq, 'The event stands under a number that is not its own')
);

/** A log that came in whole, in one row under the number 1, with the types of its events for an index. */
export const wholeLogSchema = v.pipe(
	v.strictObject({
		attempt: id,
		seq: v.literal(1),
		types: list(text),
		events: v.pipe(eventsSchema, v.nonEmpty())
	}),
	v.rawCheck(({ dataset, addIssue }) => {
		const problem = dataset.typed ? sequenceProblem(dataset.value.events) : null;
		if (problem !== null) addIssue({ message: problem });
	})
);

/** Something of the shape asked for, or all that is wrong with it. */
export type Parsed<T> = { value: T } | { problems: string[] };

/** More lines than this help nobody. */
const MOST_PROBLEMS = 50;

export function parseWith<S extends v.GenericSchema<unknown, unknown>>(
	schema: S,
	value: unknown
): Parsed<v.InferOutput<S>> {
	const unfit = unfitness(value);
	if (unfit !== null) return { problems: [unfit] };
	const result = v.safeParse(schema, value);
	if (result.success) return { value: result.output };
	const problems = result.issues
		.slice(0, MOST_PROBLEMS)
		.map((issue) => `${v.getDotPath(issue) ?? 'the record'}: ${shorten(issue.message)}`);
	const unsaid = result.issues.length - problems.length;
	return { problems: unsaid > 0 ? [...problems, `and ${unsaid} more`] : problems };
}

/** A message quotes what it received, which may be a whole book. */
const LONGEST_MESSAGE = 200;
const shorten = (message: string): string =>
	message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
