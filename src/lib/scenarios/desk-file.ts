import * as v from 'valibot';
import type { OurDesk } from '#lib/domain/our-desk.ts';
import { SITUATIONS } from '#lib/domain/pack.ts';
import { fields, listOf } from './field.ts';
import { packFile } from './pack-schema.ts';
import { problemsOf, type Problem } from './problem.ts';
import { libraryFile } from './scenario-schema.ts';

/** A name that heads a tab and stands in sentences. */
const LONGEST_NAME = 100;
/** A Goodbye script is one message; a typing box shows no longer one at once. */
const LONGEST_GOODBYE = 1_000;
/** What is read while a patron waits. */
const LONGEST_POLICY = 2_000;
const MOST_HEADINGS = 30;
/** Nobody sits in front of a silent patron for longer. */
const LONGEST_WAIT_MS = 30 * 60_000;

const noLonger = (most: number) =>
	v.maxLength<string, number, string>(most, `expected at most ${most} characters; it is longer`);

const { name, goodbye, policy } = libraryFile.entries;
const noteEntries = policy.item.entries;
const shortText = v.pipe(name, noLonger(LONGEST_NAME));
const wait = v.pipe(
	packFile.entries.waits.entries.silence,
	v.maxValue(LONGEST_WAIT_MS, 'expected at most 30 min; nobody waits longer in front of a screen')
);
const { codes } = packFile.entries;
const someCode = <S extends typeof codes.entries.fyi>(accepted: S) =>
	v.pipe(
		accepted,
		v.minLength(1, 'expected at least one code; with none, nothing that a librarian chooses could be right')
	);

/** What a trainer enters of the own library: the fields of a library's file and of a policy pack's. */
const deskFile = fields({
	name: shortText,
	shortName: shortText,
	goodbye: v.nullable(v.pipe(goodbye.wrapped, noLonger(LONGEST_GOODBYE))),
	policy: v.pipe(
		listOf(
			fields({
				heading: v.pipe(noteEntries.heading, noLonger(LONGEST_NAME)),
				text: v.pipe(noteEntries.text, noLonger(LONGEST_POLICY))
			}),
			'expected a list of headings with their texts'
		),
		v.maxLength(MOST_HEADINGS, `expected at most ${MOST_HEADINGS} headings`),
		v.checkItems(
			({ heading }, index, all) => all.findIndex((one) => one.heading === heading) === index,
			'is a heading that stands there already; write both texts under one'
		)
	),
	pack: fields({
		...packFile.entries,
		waits: fields({ completeCheck: wait, silence: wait, present: wait }),
		codes: fields({
			...codes.entries,
			...Object.fromEntries(
				SITUATIONS.filter((situation) => situation !== 'policy-page-unread').map((situation) => [
					situation,
					someCode(codes.entries[situation])
				])
			)
		} as typeof codes.entries)
	})
});

/** Reads a desk as it was entered; all problems at once where it is not one. */
export function readDesk(content: unknown): OurDesk | Problem[] {
	const parsed = v.safeParse(deskFile, content);
	return parsed.success ? parsed.output : problemsOf('desk', parsed.issues);
}
