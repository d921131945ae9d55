import type * as v from 'valibot';

/** One thing wrong with a file of content, told so that its writer can act on it. */
export interface Problem {
	file: string;
	/** Where in the file: `patron.email`, `log[4].acts`. */
	path: string;
	/** What is wrong and what was expected there. */
	message: string;
}

type PathItem = { key?: unknown };

/** `patron.email`, `log[4].acts`; the empty string for the file as a whole. */
export function pathText(path: readonly PathItem[] | undefined): string {
	return (path ?? [])
		.map(({ key }, index) =>
			typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`
		)
		.join('');
}

const received = (value: unknown): string =>
	value === undefined
		? 'nothing'
		: typeof value === 'string'
			? `“${value.slice(0, 60)}”`
			: (JSON.stringify(value)?.slice(0, 60) ?? typeof value);

const plainSentence = (issue: v.BaseIssue<unknown>): string => {
	if (issue.type === 'strict_object' && issue.expected === 'never')
		return 'is not a field of this file; check the spelling, or take it out';
	if (issue.type === 'object' || issue.type === 'strict_object') {
		if (issue.received === 'undefined') return 'is missing';
	}
	return issue.message;
};

/** The issues of a failed parse as problems of a file, all at once. */
export function problemsOf(file: string, issues: readonly v.BaseIssue<unknown>[]): Problem[] {
	return issues.map((issue) => ({
		file,
		path: pathText(issue.path as PathItem[] | undefined),
		message: `${plainSentence(issue)} (found ${received(issue.input)})`
	}));
}

export const problemText = ({ file, path, message }: Problem): string =>
	`${file}${path === '' ? '' : `: ${path}`}: ${message}`;
