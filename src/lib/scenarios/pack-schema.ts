import * as v from 'valibot';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { SITUATIONS, type Pack } from '#lib/domain/pack.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { problemsOf, type Problem } from './problem.ts';

/** `5 min` or `90 s`, as milliseconds. */
const wait = v.pipe(
	v.string('expected a time such as “5 min” or “90 s”'),
	v.regex(/^\d+(?:\.\d+)?\s*(?:min|s)$/, 'expected a time such as “5 min” or “90 s”'),
	v.transform((text) => Number.parseFloat(text) * (text.endsWith('min') ? 60_000 : 1_000))
);

const acceptedCode = v.union(
	[
		v.pipe(
			v.picklist(RESOLUTION_CODES),
			v.transform((code) => ({ code }))
		),
		v.strictObject({
			code: v.picklist(RESOLUTION_CODES),
			only: v.picklist(['within-reach', 'with-fyi-note'] as const)
		})
	],
	`expected one of ${RESOLUTION_CODES.join(', ')}, or one of them as “{ code: …, only: within-reach }”`
);

const packFile = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'expected small letters, digits and hyphens')),
	name: v.string('expected a name'),
	version: v.pipe(v.number('expected a number'), v.integer()),
	points: v.record(v.picklist([...STEPS, ...RED_LINES]), v.pipe(v.number(), v.minValue(0))),
	passMark: v.pipe(
		v.number(),
		v.minValue(0, 'expected a share from 0 to 1'),
		v.maxValue(1, 'expected a share from 0 to 1')
	),
	waits: v.strictObject({ completeCheck: wait, silence: wait, present: wait }),
	noteExcusesMissingEmail: v.boolean('expected true or false'),
	codes: v.object(
		Object.fromEntries(SITUATIONS.map((situation) => [situation, v.array(acceptedCode)])) as Record<
			(typeof SITUATIONS)[number],
			v.ArraySchema<typeof acceptedCode, undefined>
		>
	)
});

/** Reads a policy pack; all problems at once where it is not one. */
export function readPack(file: string, content: unknown): Pack | Problem[] {
	const parsed = v.safeParse(packFile, content);
	return parsed.success ? parsed.output : problemsOf(file, parsed.issues);
}
