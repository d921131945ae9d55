import * as v from 'valibot';
import { ACTS } from '#lib/domain/act.ts';
import { isAddressShaped } from '#lib/domain/address.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { TABS } from '#lib/domain/facts.ts';
import { LINE_NAMES, MOMENTS, WARINESS } from '#lib/domain/persona.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { RED_LINE_VERDICTS, STEP_VERDICTS } from '#lib/domain/verdict.ts';

const id = v.pipe(
	v.string('expected a short name'),
	v.regex(
		/^[a-z0-9]+(?:-[a-z0-9]+)*$/,
		'expected small letters, digits and single hyphens, such as “obituary-of-1894”'
	)
);
const text = v.pipe(
	v.string('expected text'),
	v.trim(),
	v.minLength(1, 'expected some text, not an empty line')
);
const yesNo = v.boolean('expected true or false');
const oneOf = <const T extends readonly string[]>(list: T) =>
	v.picklist(list, `expected one of: ${list.join(', ')}`);
const address = v.pipe(
	text,
	v.check(
		isAddressShaped,
		'expected an address with one @ and a dot in its domain, such as “dolores@example.org”'
	)
);
const variants = v.union(
	[
		v.pipe(
			text,
			v.transform((one) => [one])
		),
		v.pipe(v.array(text), v.minLength(1, 'expected at least one line'))
	],
	'expected a line, or a list of lines of which one is picked'
);

export const libraryFile = v.strictObject({
	id,
	name: text,
	goodbye: v.nullable(text),
	scripts: v.optional(v.array(v.strictObject({ id, title: text, text })), []),
	policy: v.array(v.strictObject({ heading: text, text })),
	followUpLibrarian: text
});

const temper = v.optional(
	v.strictObject({
		patience: v.optional(
			v.pipe(
				v.number('expected 1, 2 or 3'),
				v.integer('expected 1, 2 or 3'),
				v.minValue(1, 'expected 1, 2 or 3'),
				v.maxValue(3, 'expected 1, 2 or 3')
			),
			2
		),
		hurried: v.optional(yesNo, false)
	}),
	{}
);

const volunteers = v.nullable(
	v.strictObject({ what: v.array(oneOf(['email', 'deadline'])), on: oneOf(MOMENTS) })
);
const silent = v.nullable(v.strictObject({ on: oneOf(MOMENTS), back: oneOf(['when-asked', 'never']) }));

const behaviour = {
	gives: oneOf(WARINESS),
	temper,
	volunteers: v.optional(volunteers, null),
	declinesFollowUp: v.optional(yesNo, false),
	leavesFirst: v.optional(yesNo, false),
	vanishes: v.optional(v.nullable(oneOf(MOMENTS)), null),
	silent: v.optional(silent, null)
};

const patron = v.strictObject({
	name: text,
	email: v.nullable(v.pipe(text)),
	works: yesNo,
	own: v.strictObject({ email: v.nullable(address), deadline: v.nullable(text) }),
	firstQuestion: text,
	cameFrom: text,
	...behaviour
});

const lines = v.record(
	v.picklist(LINE_NAMES, `expected the name of an occasion: ${LINE_NAMES.join(', ')}`),
	variants
);

/** One action of the librarian, as plays and `simulate` take it. */
export const librarianAction = v.union(
	[
		v.strictObject({ say: text, acts: v.optional(v.array(oneOf(ACTS))) }),
		v.strictObject({ script: text, edited: v.optional(text) }),
		v.strictObject({ send: text }),
		v.strictObject({ open: oneOf(TABS) }),
		v.strictObject({ note: text }),
		v.strictObject({ wait: v.pipe(v.number('expected seconds'), v.minValue(0, 'expected seconds')) }),
		v.strictObject({ end: v.literal(true) }),
		v.strictObject({ code: oneOf(RESOLUTION_CODES) })
	],
	'expected one of: say (with acts), script, send, open, note, wait, end, code'
);

const expectation = {
	steps: v.record(oneOf(STEPS), oneOf(STEP_VERDICTS)),
	redLines: v.record(oneOf(RED_LINES), oneOf(RED_LINE_VERDICTS)),
	points: v.pipe(
		v.string('expected points such as “6 of 8”'),
		v.regex(/^\d+ of \d+$/, 'expected points such as “6 of 8”')
	),
	passed: yesNo
};

const play = v.strictObject({
	title: text,
	librarian: v.pipe(v.array(librarianAction), v.minLength(1, 'expected at least one action')),
	expect: v.strictObject({ ...expectation, redLines: v.optional(expectation.redLines, {}) }),
	noteOnly: v.optional(v.partial(v.strictObject(expectation)))
});

const twist = v.strictObject({
	id,
	label: text,
	patron: v.optional(
		v.strictObject({
			email: v.optional(v.nullable(text)),
			works: v.optional(yesNo),
			own: v.optional(v.strictObject({ email: v.nullable(address), deadline: v.nullable(text) })),
			gives: v.optional(oneOf(WARINESS)),
			temper: v.optional(temper),
			volunteers: v.optional(volunteers),
			declinesFollowUp: v.optional(yesNo),
			leavesFirst: v.optional(yesNo),
			vanishes: v.optional(v.nullable(oneOf(MOMENTS))),
			silent: v.optional(silent)
		}),
		{}
	),
	lines: v.optional(lines, {})
});

export const scenarioFile = v.strictObject({
	id,
	title: text,
	teaser: text,
	minutes: v.pipe(v.number('expected minutes'), v.minValue(1), v.maxValue(30)),
	drills: v.pipe(v.array(oneOf(STEPS)), v.minLength(1, 'expected at least one step')),
	library: id,
	handover: v.strictObject({ from: text, text }),
	patron,
	takeover: v.array(
		v.union(
			[v.strictObject({ patron: text }), v.strictObject({ librarian: text })],
			'expected “patron: …” or “librarian: …”'
		)
	),
	need: oneOf(['open', 'met']),
	due: v.union(
		[v.picklist(['takeover', 'never', 'second-need'] as const), v.strictObject({ finding: text })],
		'expected takeover, never, second-need, or “{ finding: … }” with the id of a finding'
	),
	secondNeed: v.optional(yesNo, false),
	withinReach: v.optional(yesNo, false),
	local: v.optional(yesNo, false),
	policyAnswers: v.optional(yesNo, false),
	fyi: v.optional(
		v.nullable(
			v.strictObject({
				reason: text,
				words: v.pipe(v.array(text), v.minLength(1, 'expected at least one word'))
			})
		),
		null
	),
	noteWords: v.optional(v.array(text), []),
	findings: v.optional(v.record(id, v.strictObject({ text, meets: yesNo, reply: variants })), {}),
	lines,
	threeDaysLater: v.strictObject({ found: text }),
	twists: v.optional(v.array(twist), []),
	plays: v.optional(v.array(play), [])
});

export type ScenarioFile = v.InferOutput<typeof scenarioFile>;
export type TwistFile = ScenarioFile['twists'][number];
