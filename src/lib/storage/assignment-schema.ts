import * as v from 'valibot';
import type { Assignment } from '#lib/domain/assignment.ts';
import { MODES, PACES } from '#lib/domain/attempt.ts';
import { ourDeskSchema } from './our-desk-schema.ts';
import { exactly, id, list } from './shape.ts';

const LONGEST_TITLE = 200;
const LONGEST_NOTE = 5_000;
/** An afternoon has some ten chats. */
const MOST_TASKS = 100;
const MOST_ATTEMPTS = 100;

const day = v.pipe(
	v.string(),
	v.check(
		(value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
		'Expected a day such as 2026-01-31'
	)
);

export const assignmentSchema = exactly<Assignment>()(
	v.pipe(
		v.strictObject({
			title: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_TITLE)),
			note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
			tasks: v.pipe(
				list(v.strictObject({ scenario: id, seed: v.pipe(v.number(), v.safeInteger()) })),
				v.minLength(1),
				v.maxLength(MOST_TASKS),
				v.check(
					(tasks) => new Set(tasks.map(({ scenario }) => scenario)).size === tasks.length,
					'A chat is asked for twice'
				)
			),
			mode: v.picklist(MODES),
			pace: v.picklist(PACES),
			pack: id,
			desk: v.nullable(ourDeskSchema),
			attempts: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ATTEMPTS))),
			due: v.nullable(day)
		}),
		v.check(({ desk, pack }) => desk === null || desk.pack.id === pack, 'The rules are not those of the desk')
	)
);
