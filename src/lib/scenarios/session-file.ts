import * as v from 'valibot';
import { ACTS } from '#lib/domain/act.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { DEEDS, type LoggedEvent, type SessionEvent } from '#lib/domain/event.ts';
import { TABS, type Facts, type TakeoverLine } from '#lib/domain/facts.ts';
import { always, fields, kinds, listOf, oneOf, rawText, yesNo } from './field.ts';
import { nearName } from './near-name.ts';
import { problemsOf, type Problem } from './problem.ts';

const text = rawText();
const wordList = listOf(text, 'expected a list of words');

const gives = v.optional(fields({ email: v.optional(text), deadline: v.optional(text) }), {});

const line = kinds(
	{ patron: fields({ patron: text, gives }), librarian: fields({ librarian: text }) },
	'expected “patron: …” or “librarian: …”'
);

const at = v.pipe(
	v.number('expected seconds since the takeover'),
	v.minValue(0, 'expected seconds since the takeover, not before it')
);

const entry = kinds(
	{
		said: fields({
			at,
			said: text,
			acts: v.optional(listOf(oneOf(ACTS), 'expected a list of acts')),
			script: v.optional(text)
		}),
		sent: fields({ at, sent: text }),
		opened: fields({ at, opened: oneOf(TABS) }),
		noted: fields({ at, noted: text }),
		patron: fields({ at, patron: text, gives, does: v.optional(listOf(oneOf(DEEDS)), []) }),
		patronGone: fields({ at, patronGone: oneOf(['said-goodbye', 'system-line']) }),
		patronSilent: fields({ at, patronSilent: always(true) }),
		patronTyping: fields({ at, patronTyping: always(true) }),
		ended: fields({ at, ended: always(true) }),
		coded: fields({ at, coded: oneOf(RESOLUTION_CODES) })
	},
	'expected one entry of a session: at, and one of said, sent, opened, noted, patron, patronGone, patronSilent, patronTyping, ended, coded'
);

const DUE =
	'expected takeover, never, or the number of the entry of the log with which follow-up falls due, counted from 1';

const sessionFields = {
	id: text,
	title: v.optional(text, ''),
	facts: fields({
		library: fields({ name: text, goodbye: v.nullable(text) }),
		otherScripts: v.optional(v.record(text, text), {}),
		patron: fields({ name: text, email: v.nullable(text), works: yesNo }),
		need: oneOf(['open', 'met']),
		due: v.union(
			[v.literal('takeover'), v.literal('never'), v.pipe(v.number(), v.integer(DUE), v.minValue(1, DUE))],
			DUE
		),
		withinReach: yesNo,
		local: yesNo,
		policyAnswers: yesNo,
		fyi: v.nullable(fields({ reason: text, words: wordList })),
		noteWords: v.optional(wordList, []),
		findings: v.optional(v.record(text, fields({ text, meets: yesNo })), {})
	}),
	takeover: v.optional(listOf(line, 'expected a list of what was said before the takeover'), []),
	log: listOf(entry, 'expected a list of what happened')
};

/** A finished session written down by hand: its facts, what was said before the takeover, its log. */
const sessionFile = v.looseObject(sessionFields);

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
const BY_HAND = 'by-hand';

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

/** A session may hold more than is read of it (why it was written, what is expected of it), but no misspelt field. */
function misspelt(file: string, content: object): Problem[] {
	const names = Object.keys(sessionFields);
	const missing = names.filter((name) => !Object.hasOwn(content, name));
	return Object.keys(content).flatMap((path) => {
		const near = names.includes(path) ? undefined : nearName(path, missing);
		return near === undefined
			? []
			: [{ file, path, message: `is not a field here; did you mean “${near}”?` }];
	});
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
	const unread = typeof content === 'object' && content !== null ? misspelt(file, content) : [];
	if (!parsed.success) return [...problemsOf(file, parsed.issues), ...unread];
	const session = parsed.output;
	const problems = [...unread, ...inconsistencies(file, session)];
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
