import * as v from 'valibot';
import { ACTS } from '#lib/domain/act.ts';
import { isAddressShaped } from '#lib/domain/address.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { TABS } from '#lib/domain/facts.ts';
import { LINE_NAMES, MOMENTS, WARINESS } from '#lib/domain/persona.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { RED_LINE_VERDICTS, STEP_VERDICTS } from '#lib/domain/verdict.ts';
import {
	always,
	fields,
	kinds,
	listOf,
	oneOf,
	oneOrList,
	someOf,
	text,
	wordOrFields,
	yesNo
} from './field.ts';

const id = v.pipe(
	v.string('expected a short name'),
	v.regex(
		/^[a-z0-9]+(?:-[a-z0-9]+)*$/,
		'expected small letters, digits and single hyphens, such as “obituary-of-1894”'
	)
);
const address = v.pipe(
	text,
	v.check(
		isAddressShaped,
		'expected an address with one @ and a dot in its domain, such as “dolores@example.org”'
	)
);
const variants = oneOrList(
	v.pipe(
		text,
		v.transform((one) => [one])
	),
	someOf(text, 'line'),
	'expected a line, or a list of lines of which one is picked'
);

export const libraryFile = fields({
	id,
	name: text,
	goodbye: v.nullable(text),
	scripts: v.optional(listOf(fields({ id, title: text, text }), 'expected a list of scripts'), []),
	policy: listOf(fields({ heading: text, text }), 'expected a list of headings with their texts'),
	followUpLibrarian: text
});

const temper = v.optional(
	fields({
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
	fields({ what: someOf(oneOf(['email', 'deadline']), 'of email and deadline'), on: oneOf(MOMENTS) })
);
const silent = v.nullable(fields({ on: oneOf(MOMENTS), back: oneOf(['when-asked', 'never']) }));

const behaviour = {
	gives: oneOf(WARINESS),
	temper,
	volunteers: v.optional(volunteers, null),
	declinesFollowUp: v.optional(yesNo, false),
	leavesFirst: v.optional(yesNo, false),
	vanishes: v.optional(v.nullable(oneOf(MOMENTS)), null),
	silent: v.optional(silent, null)
};

const patron = fields({
	name: text,
	email: v.nullable(text),
	works: yesNo,
	own: fields({ email: v.nullable(address), deadline: v.nullable(text) }),
	firstQuestion: text,
	cameFrom: text,
	...behaviour
});

const lines = v.record(
	oneOf(LINE_NAMES, 'expected the name of an occasion'),
	variants,
	'expected occasions, each with what the patron says'
);

/** One action of the librarian, as plays and `simulate` take it. */
export const librarianAction = kinds(
	{
		say: fields({ say: text, acts: v.optional(listOf(oneOf(ACTS), 'expected a list of acts')) }),
		script: fields({ script: text, edited: v.optional(text) }),
		send: fields({ send: text }),
		open: fields({ open: oneOf(TABS) }),
		note: fields({ note: text }),
		wait: fields({
			wait: v.pipe(
				v.number('expected a number of seconds, such as 300'),
				v.minValue(0, 'expected seconds, 0 or more; time does not run backwards')
			)
		}),
		end: fields({ end: always(true) }),
		code: fields({ code: oneOf(RESOLUTION_CODES) })
	},
	'expected one action of the librarian: say (with acts), script, send, open, note, wait, end or code'
);

const points = v.pipe(
	v.string('expected points such as “6 of 8”'),
	v.regex(/^\d+ of \d+$/, 'expected points such as “6 of 8”')
);
const steps = v.record(
	oneOf(STEPS, 'expected the name of a step'),
	oneOf(STEP_VERDICTS),
	'expected steps, each with its verdict'
);
const redLines = v.record(
	oneOf(RED_LINES, 'expected the name of a red line'),
	oneOf(RED_LINE_VERDICTS),
	'expected red lines, each with its verdict'
);

const play = fields({
	title: text,
	librarian: someOf(librarianAction, 'action'),
	expect: fields({ steps, redLines: v.optional(redLines, {}), points, passed: yesNo }),
	noteOnly: v.optional(
		fields({
			steps: v.optional(steps),
			redLines: v.optional(redLines),
			points: v.optional(points),
			passed: v.optional(yesNo)
		})
	)
});

const twist = fields({
	id,
	label: text,
	patron: v.optional(
		fields({
			email: v.optional(v.nullable(text)),
			works: v.optional(yesNo),
			own: v.optional(fields({ email: v.nullable(address), deadline: v.nullable(text) })),
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

const DUE = 'expected takeover, never, second-need, or “{ finding: … }” with the id of a finding';
const due = wordOrFields(
	v.picklist(['takeover', 'never', 'second-need'] as const, DUE),
	fields({ finding: text }),
	DUE
);

const TOLD = 'expected lists of phrases; a message tells the finding if it holds one of each list';

export const scenarioFile = fields({
	id,
	title: text,
	teaser: text,
	minutes: v.pipe(
		v.number('expected minutes, from 1 to 30'),
		v.minValue(1, 'expected minutes, from 1 to 30'),
		v.maxValue(30, 'expected minutes, from 1 to 30')
	),
	drills: someOf(oneOf(STEPS, 'expected the name of a step'), 'step'),
	library: id,
	handover: fields({ from: text, text }),
	patron,
	takeover: listOf(
		kinds(
			{ patron: fields({ patron: text }), librarian: fields({ librarian: text }) },
			'expected “patron: …” or “librarian: …”'
		),
		'expected a list of what was said: “- patron: …” or “- librarian: …”'
	),
	need: oneOf(['open', 'met']),
	due,
	secondNeed: v.optional(yesNo, false),
	withinReach: v.optional(yesNo, false),
	local: v.optional(yesNo, false),
	policyAnswers: v.optional(yesNo, false),
	fyi: v.optional(v.nullable(fields({ reason: text, words: someOf(text, 'word') })), null),
	noteWords: v.optional(listOf(text, 'expected a list of words'), []),
	findings: v.optional(
		v.record(
			id,
			fields({
				text,
				meets: yesNo,
				reply: variants,
				told: v.optional(listOf(someOf(text, 'phrase'), TOLD), [])
			}),
			'expected findings, each with text, meets and reply'
		),
		{}
	),
	lines,
	threeDaysLater: fields({ found: text }),
	twists: v.optional(listOf(twist, 'expected a list of twists'), []),
	plays: v.optional(listOf(play, 'expected a list of plays'), [])
});

export type ScenarioFile = v.InferOutput<typeof scenarioFile>;
export type TwistFile = ScenarioFile['twists'][number];
