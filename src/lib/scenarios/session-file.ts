import * as v from 'valibot';
import { ACTS } from '#lib/domain/act.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { DEEDS, type LoggedEvent, type SessionEvent } from '#lib/domain/event.ts';
import { TABS, type Facts, type TakeoverLine } from '#lib/domain/facts.ts';
import { problemsOf, type Problem } from './problem.ts';

const text = v.string('expected text');
const wordList = v.array(text, 'expected a list of words');

const gives = v.optional(
	v.strictObject({ email: v.optional(text), deadline: v.optional(text) }, 'expected email and/or deadline'),
	{}
);

const line = v.union(
	[v.strictObject({ patron: text, gives }), v.strictObject({ librarian: text })],
	'expected “patron: …” or “librarian: …”'
);

const at = v.pipe(
	v.number('expected seconds since the takeover'),
	v.minValue(0, 'expected seconds since the takeover, not before it')
);

const entry = v.union(
	[
		v.strictObject({ at, said: text, acts: v.optional(v.array(v.picklist(ACTS))), script: v.optional(text) }),
		v.strictObject({ at, sent: text }),
		v.strictObject({ at, opened: v.picklist(TABS) }),
		v.strictObject({ at, noted: text }),
		v.strictObject({ at, patron: text, gives, does: v.optional(v.array(v.picklist(DEEDS)), []) }),
		v.strictObject({ at, patronGone: v.picklist(['said-goodbye', 'system-line'] as const) }),
		v.strictObject({ at, patronSilent: v.literal(true) }),
		v.strictObject({ at, patronTyping: v.literal(true) }),
		v.strictObject({ at, ended: v.literal(true) }),
		v.strictObject({ at, coded: v.picklist(RESOLUTION_CODES) })
	],
	'expected one entry of a session: at, and one of said, sent, opened, noted, patron, patronGone, patronSilent, patronTyping, ended, coded, with the fields that docs/session-format.md lists for it'
);

/** A finished session written down by hand: its facts, what was said before the takeover, its log. */
const sessionFile = v.looseObject({
	id: text,
	title: v.optional(text, ''),
	facts: v.strictObject({
		library: v.strictObject({ name: text, goodbye: v.nullable(text) }),
		otherScripts: v.optional(v.record(text, text), {}),
		patron: v.strictObject({ name: text, email: v.nullable(text), works: v.boolean() }),
		need: v.picklist(['open', 'met'] as const),
		due: v.union([
			v.literal('takeover'),
			v.literal('never'),
			v.pipe(v.number('expected takeover, never or the number of a log entry'), v.integer(), v.minValue(1))
		]),
		withinReach: v.boolean(),
		local: v.boolean(),
		policyAnswers: v.boolean(),
		fyi: v.nullable(v.strictObject({ reason: text, words: wordList })),
		noteWords: v.optional(wordList, []),
		findings: v.optional(v.record(text, v.strictObject({ text, meets: v.boolean() })), {})
	}),
	takeover: v.optional(v.array(line), []),
	log: v.array(entry)
});

type SessionFile = v.InferOutput<typeof sessionFile>;
type Entry = SessionFile['log'][number];

export interface WrittenSession {
	id: string;
	title: string;
	facts: Facts;
	takeover: TakeoverLine[];
	events: LoggedEvent[];
	/** Messages whose acts the file does not list; somebody has to hear them. */
	unheard: number[];
}

/** Version that stands in the log for acts listed by a person. */
export const BY_HAND = 'by-hand';

function eventOf(one: Entry, findings: Facts['findings']): SessionEvent {
	if ('said' in one)
		return {
			type: 'librarian.said',
			text: one.said,
			heard: (one.acts ?? []).map((act) => ({ act, start: 0, end: 0, confidence: 1 })),
			recogniser: BY_HAND,
			...(one.script === undefined ? {} : { script: one.script })
		};
	if ('sent' in one)
		return { type: 'librarian.sent-finding', finding: one.sent, text: findings[one.sent]?.text ?? '' };
	if ('opened' in one) return { type: 'librarian.opened-tab', tab: one.opened };
	if ('noted' in one) return { type: 'librarian.noted', text: one.noted };
	if ('patron' in one) return { type: 'patron.said', text: one.patron, gives: one.gives, does: one.does };
	if ('patronGone' in one) return { type: 'patron.left', how: one.patronGone };
	if ('patronSilent' in one) return { type: 'patron.fell-silent' };
	if ('patronTyping' in one) return { type: 'patron.started-typing' };
	if ('ended' in one) return { type: 'librarian.ended' };
	return { type: 'librarian.coded', code: one.coded, descriptive: [] };
}

/** Mistakes that no field shows by itself. */
function inconsistencies(file: string, session: SessionFile): Problem[] {
	const problems: Problem[] = [];
	const add = (path: string, message: string) => problems.push({ file, path, message });
	const { due, findings } = session.facts;
	if (typeof due === 'number' && due > session.log.length)
		add('facts.due', `names entry ${due} of the log, which has ${session.log.length}`);
	session.log.forEach((one, index) => {
		const before = session.log[index - 1];
		if (before !== undefined && one.at < before.at)
			add(
				`log[${index}].at`,
				`is ${one.at}, earlier than the entry before it (${before.at}); entries stand in order of time`
			);
		if ('sent' in one && !Object.hasOwn(findings, one.sent))
			add(
				`log[${index}].sent`,
				`names “${one.sent}”, which is none of the findings: ${Object.keys(findings).join(', ') || 'there are none'}`
			);
	});
	const ended = session.log.findIndex((one) => 'ended' in one);
	const coded = session.log.findIndex((one) => 'coded' in one);
	if (coded >= 0 && (ended < 0 || coded < ended))
		add(`log[${coded}].coded`, 'comes before the session was ended');
	return problems;
}

/** Reads a session written by hand; all problems at once where it is not one. */
export function readSession(file: string, content: unknown): WrittenSession | Problem[] {
	const parsed = v.safeParse(sessionFile, content);
	if (!parsed.success) return problemsOf(file, parsed.issues);
	const session = parsed.output;
	const problems = inconsistencies(file, session);
	if (problems.length > 0) return problems;
	const { due, ...facts } = session.facts;
	const events: LoggedEvent[] = [];
	const unheard: number[] = [];
	const add = (event: SessionEvent, atMs: number) =>
		events.push({ ...event, seq: events.length + 1, at: atMs });
	if (due === 'takeover') add({ type: 'follow-up.fell-due' }, 0);
	session.log.forEach((one, index) => {
		const atMs = Math.round(one.at * 1000);
		add(eventOf(one, facts.findings), atMs);
		if ('said' in one && one.acts === undefined) unheard.push(events.length);
		if (due === index + 1) add({ type: 'follow-up.fell-due' }, atMs);
	});
	const takeover = session.takeover.map((one): TakeoverLine =>
		'patron' in one
			? {
					who: 'patron',
					text: one.patron,
					...(Object.keys(one.gives).length > 0 ? { gives: one.gives } : {})
				}
			: { who: 'librarian', text: one.librarian }
	);
	return { id: session.id, title: session.title, facts, takeover, events, unheard };
}
