import * as v from 'valibot';
import { nearName } from './near-name.ts';

/**
 * The building stones of the schemas of content, each with a sentence for whoever wrote the file: what was expected
 * there, and what was most likely meant. What was found is added by `problemsOf`.
 */

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** What was expected; first of all what was most likely meant, where something is near. */
function expectedOf(expected: string, input: unknown, names: readonly string[]): string {
	const near = typeof input === 'string' ? nearName(input, names) : undefined;
	return near === undefined
		? expected
		: `did you mean “${near}”? ${expected.charAt(0).toUpperCase()}${expected.slice(1)}`;
}

/** YAML reads some texts as something else; then quotation marks help. */
function textExpected(expected: string, input: unknown): string {
	if (typeof input === 'number' || typeof input === 'boolean')
		return `${expected}; put quotation marks around it`;
	if (Array.isArray(input)) return `${expected}, not a list`;
	if (typeof input !== 'object' || input === null) return expected;
	const values = Object.values(input) as unknown[];
	if (values.length !== 1) return expected;
	return values[0] === null
		? `${expected}; a text that begins with { needs quotation marks around it`
		: `${expected}; a text with a colon and a space in it needs quotation marks around it`;
}

/** Text that YAML might have read as something else. */
export const rawText = (expected = 'expected text') => v.string(({ input }) => textExpected(expected, input));

/** Some text, without the spaces around it. */
export const text = v.pipe(rawText(), v.trim(), v.minLength(1, 'expected some text, not an empty line'));

export const yesNo = v.boolean('expected true or false');

export const oneOf = <const T extends readonly string[]>(list: T, expected = 'expected one of') =>
	v.picklist(list, ({ input }) => expectedOf(`${expected}: ${list.join(', ')}`, input, list));

/** The one thing that can stand there. */
export const always = <const T extends string | boolean>(value: T) => v.literal(value, `expected ${value}`);

export const listOf = <const S extends v.GenericSchema>(of: S, expected = 'expected a list') =>
	v.array(of, expected);

/** A list that is not empty; `of` names what stands in it: “step”. */
export const someOf = <const S extends v.GenericSchema>(of: S, name: string) =>
	v.pipe(
		v.array(of, `expected a list of at least one ${name}`),
		v.minLength(1, `expected at least one ${name}`)
	);

/** What belongs into a field that is missing; the empty text where nothing is refused. */
function wanted(schema: v.GenericSchema): string {
	const [issue] = v.safeParse(schema, undefined).issues ?? [];
	if (issue === undefined) return '';
	return `; ${issue.message}${schema.type === 'nullable' ? ', or null where there is none' : ''}`;
}

function fieldSentence(issue: v.StrictObjectIssue, entries: v.ObjectEntries): string {
	const names = Object.keys(entries);
	const [at] = issue.path ?? [];
	if (at === undefined) return `expected the field${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
	const key = String(at.key);
	if (issue.expected !== 'never') return `is missing${wanted(entries[key] as v.GenericSchema)}`;
	if (Array.isArray(at.input)) return 'is an entry of a list; fields have no hyphens in front of them';
	const others = Object.keys(at.input as object).filter((name) => name !== key && !names.includes(name));
	const unknown = `is not a field here${others.length === 0 ? '' : `, nor is ${quoted(others)}`}`;
	const near = nearName(
		key,
		names.filter((name) => !Object.hasOwn(at.input as object, name))
	);
	return near === undefined
		? `${unknown}; the fields here are ${names.join(', ')}`
		: `${unknown}; did you mean “${near}”?`;
}

/** The fields of an entry, and no others. */
export const fields = <const E extends v.ObjectEntries>(entries: E) =>
	v.strictObject(entries, (issue) => fieldSentence(issue, entries));

type Fields = v.StrictObjectSchema<v.ObjectEntries, v.ErrorMessage<v.StrictObjectIssue> | undefined>;

/**
 * An entry of one of several kinds, each known by a field that only it has: `{ say: … }`, `{ note: … }`. Where
 * something is wrong with it, that is told of the kind that was meant, and not of all of them.
 */
export function kinds<const K extends Readonly<Record<string, Fields>>>(of: K, expected: string) {
	const names = Object.keys(of);
	const namesIn = (input: unknown): string[] =>
		typeof input === 'object' && input !== null ? names.filter((name) => Object.hasOwn(input, name)) : [];
	const any = v.union(Object.values(of) as K[keyof K][], ({ input }) => {
		const there = namesIn(input);
		if (there.length > 1) return `is ${there.join(' and ')} at once; write an entry of its own for each`;
		const [written] = typeof input === 'object' && input !== null ? Object.keys(input) : [];
		return expectedOf(expected, written, names);
	});
	return v.lazy((input): typeof any => {
		const there = namesIn(input);
		return there.length === 1 ? (of[there[0]!] as unknown as typeof any) : any;
	});
}

/** One of two shapes; where something is wrong with it, that is told of the shape that was written. */
function byShape<const O extends v.GenericSchema, const P extends v.GenericSchema>(
	one: O,
	other: P,
	isOther: (input: unknown) => boolean,
	expected: string
) {
	const either = v.union([one, other], expected);
	return v.lazy((input): typeof either =>
		input === undefined ? either : ((isOther(input) ? other : one) as unknown as typeof either)
	);
}

export const oneOrList = <const O extends v.GenericSchema, const L extends v.GenericSchema>(
	one: O,
	list: L,
	expected: string
) => byShape(one, list, Array.isArray, expected);

export const wordOrFields = <const W extends v.GenericSchema, const F extends v.GenericSchema>(
	word: W,
	withFields: F,
	expected: string
) => byShape(word, withFields, (input) => typeof input === 'object' && input !== null, expected);
