import * as v from 'valibot';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { SITUATIONS, type Pack } from '#lib/domain/pack.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { fields, listOf, oneOf, wordOrFields, yesNo } from './field.ts';
import { problemsOf, type Problem } from './problem.ts';

/** `5 min` or `90 s`, as milliseconds. */
const wait = v.pipe(
	v.string('expected a time such as “5 min” or “90 s”'),
	v.regex(/^\d+(?:\.\d+)?\s*(?:min|s)$/, 'expected a time such as “5 min” or “90 s”'),
	v.transform((text) => Number.parseFloat(text) * (text.endsWith('min') ? 60_000 : 1_000))
);

const code = oneOf(RESOLUTION_CODES);
const acceptedCode = wordOrFields(
	v.pipe(
		code,
		v.transform((accepted) => ({ code: accepted }))
	),
	fields({ code, only: oneOf(['within-reach', 'with-fyi-note']) }),
	`expected one of ${RESOLUTION_CODES.join(', ')}, or one of them as “{ code: …, only: within-reach }”`
);
const accepted = listOf(acceptedCode, 'expected a list of codes; [] where none is right');

const share = 'expected a share from 0 to 1, such as 0.8';

export const packFile = fields({
	id: v.pipe(
		v.string('expected a short name'),
		v.regex(/^[a-z0-9-]+$/, 'expected small letters, digits and hyphens, such as “24-7”')
	),
	name: v.string('expected a name'),
	version: v.pipe(v.number('expected a whole number'), v.integer('expected a whole number')),
	points: v.record(
		oneOf([...STEPS, ...RED_LINES], 'expected the name of a step'),
		v.pipe(v.number('expected points, 0 or more'), v.minValue(0, 'expected points, 0 or more')),
		'expected steps, each with its points'
	),
	passMark: v.pipe(v.number(share), v.minValue(0, share), v.maxValue(1, share)),
	waits: fields({ completeCheck: wait, silence: wait, present: wait }),
	noteExcusesMissingEmail: yesNo,
	codes: fields(
		Object.fromEntries(SITUATIONS.map((situation) => [situation, accepted])) as Record<
			(typeof SITUATIONS)[number],
			typeof accepted
		>
	)
});

/** Reads a policy pack; all problems at once where it is not one. */
export function readPack(file: string, content: unknown): Pack | Problem[] {
	const parsed = v.safeParse(packFile, content);
	return parsed.success ? parsed.output : problemsOf(file, parsed.issues);
}
