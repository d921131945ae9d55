import type * as v from 'valibot';

/** One thing wrong with a file of content, told so that its writer can act on it. */
export interface Problem {
	file: string;
	/** Where in the file, counted from 0 as programs do: `patron.email`, `log[4].acts`. */
	path: string;
	/** What is wrong and what was expected there. */
	message: string;
}

type PathItem = { key?: unknown };

/** `patron.email`, `log[4].acts`; the empty string for the file as a whole. */
function pathText(path: readonly PathItem[] | undefined): string {
	return (path ?? [])
		.map(({ key }, index) =>
			typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`
		)
		.join('');
}

/** Enough of what was found to find it. */
const LONGEST_QUOTE = 60;

function received(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (typeof value === 'string') return value === '' ? 'an empty text' : `“${value.slice(0, LONGEST_QUOTE)}”`;
	return JSON.stringify(value)?.slice(0, LONGEST_QUOTE) ?? typeof value;
}

const isAboutField = ({ type, path }: v.BaseIssue<unknown>): boolean =>
	(type === 'strict_object' || type === 'object') && path?.at(-1)?.origin === 'key';

/** What a schema that says nothing of its own expects. */
const PLAIN_WORDS: Readonly<Record<string, string>> = {
	string: 'expected text',
	number: 'expected a number',
	integer: 'expected a whole number',
	boolean: 'expected true or false',
	array: 'expected a list',
	object: 'expected fields with names',
	strict_object: 'expected fields with names',
	record: 'expected names, each with what belongs to it'
};

function sentence(issue: v.BaseIssue<unknown>): string {
	if (!issue.message.startsWith('Invalid ')) return issue.message;
	if (isAboutField(issue))
		return issue.expected === 'never'
			? 'is not a field of this file; check the spelling, or take it out'
			: 'is missing';
	return PLAIN_WORDS[issue.type] ?? `expected ${issue.expected ?? 'something else'}`;
}

/** The issues of a failed parse as problems of a file, all at once. */
export function problemsOf(file: string, issues: readonly v.BaseIssue<unknown>[]): Problem[] {
	return issues.map((issue) => ({
		file,
		path: pathText(issue.path as PathItem[] | undefined),
		message: isAboutField(issue) ? sentence(issue) : `${sentence(issue)} (found ${received(issue.input)})`
	}));
}

/** Where, as people count: `plays, entry 1, librarian, entry 4, code`. */
const placeInWords = (path: string): string =>
	path
		.replace(/\[(\d+)\]\.?/g, (_, index: string) => `, entry ${Number(index) + 1}, `)
		.replaceAll(', , ', ', ')
		.replace(/^, |, $/g, '');

export const problemText = ({ file, path, message }: Problem): string =>
	`${file}${path === '' ? '' : `: ${placeInWords(path)}`}: ${message}`;

/** What a YAML parser found wrong. */
interface YamlFault {
	code: string;
	message: string;
	linePos?: readonly [{ line: number; col: number }, ...unknown[]] | undefined;
}

/** The usual slips of YAML, in words that say what to do. */
const YAML_WORDS: Readonly<Record<string, string>> = {
	BLOCK_AS_IMPLICIT_KEY: 'a text with a colon and a space in it needs quotation marks around it',
	MULTILINE_IMPLICIT_KEY:
		'this line and the next run into one; write a colon and a space after each name, and indent both alike',
	DUPLICATE_KEY: 'the same field stands there twice',
	TAB_AS_INDENT: 'indent with spaces, not with tabs',
	BAD_INDENT: 'the fields of one entry must be indented alike',
	BAD_SCALAR_START: 'a text that begins with @, % or ` needs quotation marks around it',
	BAD_DQ_ESCAPE: 'inside quotation marks a backslash must be written twice',
	MISSING_CHAR: 'a quotation mark or a bracket is opened and not closed',
	UNEXPECTED_TOKEN:
		'something stands behind the end of a text; a text that begins with a quotation mark, *, &, { or [ needs quotation marks around all of it'
};

const isTwice = ({ code }: YamlFault): boolean => code === 'DUPLICATE_KEY';

/** Where one line can't be read, a parser takes all that follow for wrong too: only the first is worth telling. */
function worthTelling(faults: readonly YamlFault[]): readonly YamlFault[] {
	const [first, second] = faults.filter((fault) => !isTwice(fault));
	if (first === undefined) return faults;
	const isRunningOn =
		first.code === 'BLOCK_AS_IMPLICIT_KEY' &&
		second?.code === 'MULTILINE_IMPLICIT_KEY' &&
		second.linePos?.[0].line === first.linePos?.[0].line;
	return [isRunningOn ? second : first];
}

/** What is wrong with a file that is not even YAML, with the line. */
export function yamlProblems(file: string, faults: readonly YamlFault[]): Problem[] {
	return worthTelling(faults).map(({ code, message, linePos }) => ({
		file,
		path: linePos === undefined ? '' : `line ${linePos[0].line}`,
		message: YAML_WORDS[code] ?? `is no valid YAML: ${message.split('\n')[0]}`
	}));
}
