import * as v from 'valibot';

/** Ids become keys and stand in lists and file names; longer ones were not made by us. */
const LONGEST_ID = 200;
/** Thirty years in milliseconds: keeps sums of times exact. */
const LONGEST_TIME_MS = 1e12;

/** A compile error at a use of this says that a schema and the type of the domain have parted, in either direction. */
export const exactly =
	<T>() =>
	<S extends v.GenericSchema<unknown, T>>(schema: [T] extends [v.InferOutput<S>] ? S : never): S =>
		schema;

export const list = <S extends v.GenericSchema<unknown, unknown>>(of: S) => v.pipe(v.array(of), v.readonly());
export const text = v.string();
export const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_ID));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const timeMs = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LONGEST_TIME_MS));

const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
export const moment = v.pipe(
	v.string(),
	v.check(
		(value) => ISO_UTC.test(value) && !Number.isNaN(Date.parse(value)),
		'Expected a moment in ISO 8601, UTC, such as 2026-01-31T09:30:00.000Z'
	)
);
