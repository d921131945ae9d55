import * as v from 'valibot';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import type { OurDesk } from '#lib/domain/our-desk.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { exactly, id, list, timeMs } from './shape.ts';

/** What a form takes is shorter; these keep a file from growing the heads of attempts without bound. */
const LONGEST_NAME = 200;
const LONGEST_TEXT = 10_000;
const MOST_HEADINGS = 100;
/** More points than this would drown every other step; sums stay exact. */
const MOST_POINTS = 1_000;
/** Two rows of the same code with another condition are the most there can be. */
const MOST_CODES = RESOLUTION_CODES.length * 3;

const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_NAME));
const words = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_TEXT));
const points = v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_POINTS));

const accepted = v.pipe(
	list(
		v.strictObject({
			code: v.picklist(RESOLUTION_CODES),
			only: v.exactOptional(v.picklist(['within-reach', 'with-fyi-note']))
		})
	),
	v.maxLength(MOST_CODES)
);

const packSchema = exactly<Pack>()(
	v.strictObject({
		id,
		name,
		version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
		points: v.strictObject(
			Object.fromEntries([...STEPS, ...RED_LINES].map((rule) => [rule, v.exactOptional(points)])) as Record<
				(typeof STEPS)[number] | (typeof RED_LINES)[number],
				v.ExactOptionalSchema<typeof points, undefined>
			>
		),
		passMark: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
		waits: v.strictObject({ completeCheck: timeMs, silence: timeMs, present: timeMs }),
		noteExcusesMissingEmail: v.boolean(),
		codes: v.strictObject({
			'need-met': accepted,
			'open-with-address': accepted,
			'open-declined': accepted,
			'open-without-address': accepted,
			'gone-unexchanged-with-address': accepted,
			'gone-unexchanged-without-address': accepted,
			'policy-page-unread': accepted,
			fyi: accepted
		})
	})
);

/** The shape of a desk as it is stored and exchanged. A person who writes one gets the words of scenarios/desk-file.ts. */
export const ourDeskSchema = exactly<OurDesk>()(
	v.strictObject({
		name,
		shortName: name,
		goodbye: v.nullable(words),
		policy: v.pipe(
			list(v.strictObject({ heading: name, text: words })),
			v.maxLength(MOST_HEADINGS),
			v.check(
				(policy) => new Set(policy.map(({ heading }) => heading)).size === policy.length,
				'Two headings are the same'
			)
		),
		pack: packSchema
	})
);
