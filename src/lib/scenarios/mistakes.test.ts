import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { ACTS } from '#lib/domain/act.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { DEEDS } from '#lib/domain/event.ts';
import { LINE_NAMES } from '#lib/domain/persona.ts';
import { STEPS } from '#lib/domain/step.ts';
import { readActions } from './actions-file.ts';
import { compileBank, type ContentFile } from './compile.ts';
import { readPack } from './pack-schema.ts';
import { problemText, yamlProblems, type Problem } from './problem.ts';
import { readSession } from './session-file.ts';

const LIBRARY = `
id: millpond
name: Millpond Library
followUpLibrarian: Ada
goodbye: Thank you for asking Millpond. Come back any time. Goodbye!
policy:
  - heading: Maps
    text: Maps are copied on request.
`;

const SCENARIO = `
id: the-old-weir
title: The old weir
teaser: Who built it?
minutes: 5
drills: [email, next-steps]
library: millpond
handover:
  from: Kim
  text: Nothing is online. You close.
patron:
  name: Ines
  email: null
  works: false
  own: { email: ines@example.org, deadline: Friday }
  firstQuestion: the old weir
  cameFrom: millpond.example/ask
  gives: gladly
takeover:
  - patron: Who built the old weir?
  - librarian: I hand you to a colleague.
need: open
due: { finding: map }
noteWords: [weir, map]
findings:
  map:
    text: There is a map of 1870 in the cellar.
    meets: false
    reply: I can't come for it.
lines:
  gives-email: "It's {email}"
  repeats-email: "Still {email}"
  confirms-email: Yes.
  names-deadline: "By {deadline}"
  repeats-deadline: "{deadline}, as I said"
  assents: Please do.
  accepts-plan: All right.
  sent-away: I did.
  still-open: Not yet.
  satisfied: That is all.
  doubts-private: Why?
  here: Here.
  waits: Fine.
  listens: Yes.
  puzzled: Pardon?
  nudges: Hello?
  thanks-back: Thank you too.
  says-goodbye: Goodbye.
  leaves-annoyed: Goodbye then.
threeDaysLater:
  found: A name on the map.
plays:
  - title: Closes it
    librarian:
      - { open: info }
      - { say: "What is your e-mail?", acts: [ask-email] }
      - { wait: 60 }
      - { end: true }
      - { code: follow-up-by-patrons-library }
    expect:
      steps: { info-tab: met }
      points: 6 of 8
      passed: false
`;

const PACK = `
id: weekdays
name: Weekdays only
version: 1
points: { resolution-code: 2 }
passMark: 0.8
waits: { completeCheck: 1 min, silence: 5 min, present: 1 min }
noteExcusesMissingEmail: true
codes:
  need-met: [answered]
  open-with-address: [follow-up-by-patrons-library]
  open-declined: [answered]
  open-without-address: [answered]
  gone-unexchanged-with-address: [follow-up-by-patrons-library]
  gone-unexchanged-without-address: [lost-call]
  policy-page-unread: []
  fyi: [answered]
`;

const SESSION = `
id: weir
facts:
  library: { name: Millpond Library, goodbye: null }
  patron: { name: Ines, email: null, works: false }
  need: open
  due: takeover
  withinReach: false
  local: false
  policyAnswers: false
  fyi: null
  findings: { map: { text: A map of 1870., meets: false } }
takeover:
  - patron: Who built the old weir?
log:
  - { at: 5, said: "What is your e-mail?", acts: [ask-email] }
  - { at: 30, patron: "It's ines@example.org", gives: { email: ines@example.org } }
  - { at: 40, sent: map }
  - { at: 60, ended: true }
  - { at: 70, coded: follow-up-by-patrons-library }
`;

const ACTIONS = `
- { open: info }
- { say: "What is your e-mail?", acts: [ask-email] }
- { send: map }
- { wait: 60 }
- { end: true }
- { code: follow-up-by-patrons-library }
`;

/** What the writer of a file reads about it, line by line. */
function told(kind: Kind, text: string): string[] {
	const path = `${kind}.yaml`;
	const document = parseDocument(text);
	if (document.errors.length > 0) return yamlProblems(path, document.errors).map(problemText);
	const content: unknown = document.toJS();
	const file: ContentFile = { path, content };
	const library: ContentFile = { path: 'library.yaml', content: parseDocument(LIBRARY).toJS() as unknown };
	const problems: unknown = {
		scenario: () => compileBank([library], [file], () => 'hash'),
		library: () => compileBank([file], [], () => 'hash'),
		pack: () => readPack(path, content),
		session: () => readSession(path, content),
		actions: () => {
			const read = readActions(path, content);
			return 'problems' in read ? read.problems : null;
		}
	}[kind]();
	return Array.isArray(problems) ? (problems as Problem[]).map(problemText) : [];
}

const FILES = { scenario: SCENARIO, library: LIBRARY, pack: PACK, session: SESSION, actions: ACTIONS };
type Kind = keyof typeof FILES;

const CODES = RESOLUTION_CODES.join(', ');
const ACTION = 'one action of the librarian: say (with acts), script, send, open, note, wait, end or code';

/** What is wrong, in which kind of file, what stood there, what stands there now, and every line that its writer reads. */
type Row = [mistake: string, kind: Kind, right: string, wrong: string, ...told: string[]];

// Read each message as somebody who has never programmed: does it say where to look, and what to write there?
const ROWS: Row[] = [
	['a missing field', 'scenario', 'minutes: 5\n', '', 'minutes: is missing; expected minutes, from 1 to 30'],
	[
		'a missing field that can be null',
		'library',
		'goodbye: Thank you for asking Millpond. Come back any time. Goodbye!\n',
		'',
		'goodbye: is missing; expected text, or null where there is none'
	],
	[
		'a missing group of fields',
		'scenario',
		'handover:\n  from: Kim\n  text: Nothing is online. You close.\n',
		'',
		'handover: is missing; expected the fields from, text'
	],
	[
		'a misspelt field',
		'scenario',
		'firstQuestion:',
		'first-question:',
		'patron.firstQuestion: is missing; expected text',
		'patron.first-question: is not a field here; did you mean “firstQuestion”?'
	],
	[
		'a misspelt field that can be left out',
		'scenario',
		'gives: gladly',
		'gives: gladly\n  leavesfirst: true',
		'patron.leavesfirst: is not a field here; did you mean “leavesFirst”?'
	],
	[
		'fields that there are not',
		'scenario',
		'{ finding: map }',
		'{ finding: map, mood: bad, hour: 9 }',
		'due.mood: is not a field here, nor is “hour”; the fields here are finding'
	],
	[
		'a field without its text',
		'scenario',
		'title: The old weir',
		'title:',
		'title: expected text (found nothing)'
	],
	[
		'a number that is meant as text',
		'scenario',
		'title: The old weir',
		'title: 1894',
		'title: expected text; put quotation marks around it (found 1894)'
	],
	[
		'a colon in a text of a list',
		'scenario',
		'still-open: Not yet.',
		'still-open:\n    - Not yet.\n    - Well: no.',
		'lines.still-open, entry 2: expected text; a text with a colon and a space in it needs quotation marks around it (found {"Well":"no."})'
	],
	[
		'a colon in a text',
		'scenario',
		'still-open: Not yet.',
		'still-open: Well: no.',
		'line 39: a text with a colon and a space in it needs quotation marks around it'
	],
	[
		'a text that begins with a placeholder',
		'scenario',
		'"Still {email}"',
		'{email}',
		'lines.repeats-email: expected text; a text that begins with { needs quotation marks around it (found {"email":null})'
	],
	[
		'a text that begins with a quotation mark and goes on behind the next',
		'scenario',
		'still-open: Not yet.',
		'still-open: "Not yet", she said.',
		'line 39: something stands behind the end of a text; a text that begins with a quotation mark, *, &, { or [ needs quotation marks around all of it'
	],
	[
		'a quotation mark that is not closed',
		'scenario',
		'"By {deadline}"',
		'"By {deadline}',
		'line 34: a quotation mark or a bracket is opened and not closed'
	],
	[
		'a tab at the beginning of a line',
		'scenario',
		'  still-open:',
		'\tstill-open:',
		'line 39: indent with spaces, not with tabs'
	],
	[
		'a line indented too little',
		'scenario',
		'  still-open:',
		' still-open:',
		'line 39: the fields of one entry must be indented alike'
	],
	[
		'no space after the colon',
		'scenario',
		'still-open: Not',
		'still-open:Not',
		'line 39: this line and the next run into one; write a colon and a space after each name, and indent both alike'
	],
	[
		'a field that stands there twice',
		'scenario',
		'minutes: 5',
		'minutes: 5\nminutes: 6',
		'line 6: the same field stands there twice'
	],
	[
		'no in place of false',
		'scenario',
		'works: false',
		'works: no',
		'patron.works: expected true or false (found “no”)'
	],
	[
		'hyphens in front of the fields',
		'actions',
		'- { open: info }',
		'- - open: info',
		`entry 1: expected ${ACTION} (found [{"open":"info"}])`
	],
	[
		'a name with capitals and spaces',
		'scenario',
		'id: the-old-weir',
		'id: The old weir',
		'id: expected small letters, digits and single hyphens, such as “obituary-of-1894” (found “The old weir”)'
	],
	[
		'a library that there is not',
		'scenario',
		'library: millpond',
		'library: mill-pond',
		'library: names “mill-pond”, which is none of the libraries (millpond)'
	],
	[
		'an address without a dot',
		'scenario',
		'email: ines@example.org,',
		'email: ines@example,',
		'patron.own.email: expected an address with one @ and a dot in its domain, such as “dolores@example.org” (found “ines@example”)'
	],
	[
		'mail that arrives at no address',
		'scenario',
		'works: false',
		'works: true',
		'patron.works: is true, but there is no usable address in patron.email for mail to arrive at; set it to false'
	],
	[
		'an address that is given and not written down',
		'scenario',
		'email: ines@example.org,',
		'email: null,',
		'patron.own.email: is empty, but the patron gives an address (gladly); write the address, or set patron.gives to never'
	],
	[
		'follow-up that falls due with a finding that there is not',
		'scenario',
		'due: { finding: map }',
		'due: { finding: chart }',
		'due.finding: names “chart”, which is none of the findings (map)'
	],
	[
		'follow-up that falls due with a finding that meets the need',
		'scenario',
		'meets: false',
		'meets: true',
		'due.finding: names “map”, which meets the need; follow-up falls due with a finding that falls short'
	],
	[
		'a moment that there is not',
		'scenario',
		'due: { finding: map }',
		'due: later',
		'due: expected takeover, never, second-need, or “{ finding: … }” with the id of a finding (found “later”)'
	],
	[
		'lines missing that this patron needs',
		'scenario',
		'gives: gladly',
		'gives: when-told-why',
		'lines.asks-why: is missing; this patron can come to say it',
		'lines.refuses-email: is missing; this patron can come to say it',
		'lines.refuses-again: is missing; this patron can come to say it',
		'lines.accepts-way-out: is missing; this patron can come to say it'
	],
	[
		'a line without its placeholder',
		'scenario',
		'"It\'s {email}"',
		'[It is ines@example.org]',
		'lines.gives-email, entry 1: must hold {email}, which is replaced by what the patron gives'
	],
	[
		'an occasion that there is not',
		'scenario',
		'says-goodbye: Goodbye.',
		'say-goodbye: Goodbye.',
		`lines.say-goodbye: did you mean “says-goodbye”? Expected the name of an occasion: ${LINE_NAMES.join(', ')} (found “say-goodbye”)`
	],
	[
		'no words for an occasion',
		'scenario',
		'here: Here.',
		'here: []',
		'lines.here: expected at least one line (found [])'
	],
	[
		'somebody who says something before the takeover and is nobody',
		'scenario',
		'- librarian: I hand',
		'- libarian: I hand',
		'takeover, entry 2: did you mean “librarian”? Expected “patron: …” or “librarian: …” (found {"libarian":"I hand you to a colleague."})'
	],
	[
		'a step that there is not',
		'scenario',
		'[email, next-steps]',
		'[e-mail, nextsteps]',
		`drills, entry 1: did you mean “email”? Expected the name of a step: ${STEPS.join(', ')} (found “e-mail”)`,
		`drills, entry 2: did you mean “next-steps”? Expected the name of a step: ${STEPS.join(', ')} (found “nextsteps”)`
	],
	['an empty list', 'scenario', '[email, next-steps]', '[]', 'drills: expected at least one step (found [])'],
	[
		'an act that there is not',
		'scenario',
		'acts: [ask-email]',
		'acts: [ask-mail]',
		`plays, entry 1, librarian, entry 2, acts, entry 1: did you mean “ask-email”? Expected one of: ${ACTS.join(', ')} (found “ask-mail”)`
	],
	[
		'an action that there is not',
		'scenario',
		'{ open: info }',
		'{ opens: info }',
		`plays, entry 1, librarian, entry 1: did you mean “open”? Expected ${ACTION} (found {"opens":"info"})`
	],
	[
		'an act by half its name',
		'scenario',
		'acts: [ask-email]',
		'acts: [deadline]',
		`plays, entry 1, librarian, entry 2, acts, entry 1: did you mean “ask-deadline”? Expected one of: ${ACTS.join(', ')} (found “deadline”)`
	],
	[
		'two actions in one',
		'scenario',
		'{ open: info }',
		'{ open: info, note: looked }',
		'plays, entry 1, librarian, entry 1: is open and note at once; write an entry of its own for each (found {"open":"info","note":"looked"})'
	],
	[
		'a tab that there is not',
		'scenario',
		'{ open: info }',
		'{ open: information }',
		'plays, entry 1, librarian, entry 1, open: expected one of: scripts, info, policy, found, notes (found “information”)'
	],
	[
		'time that runs backwards in a play',
		'scenario',
		'{ wait: 60 }',
		'{ wait: -60 }',
		'plays, entry 1, librarian, entry 3, wait: expected seconds, 0 or more; time does not run backwards (found -60)'
	],
	[
		'minutes in place of seconds',
		'scenario',
		'{ wait: 60 }',
		'{ wait: 1 min }',
		'plays, entry 1, librarian, entry 3, wait: expected a number of seconds, such as 300 (found “1 min”)'
	],
	[
		'a code that there is not',
		'scenario',
		'{ code: follow-up-by-patrons-library }',
		'{ code: follow-up }',
		`plays, entry 1, librarian, entry 5, code: expected one of: ${CODES} (found “follow-up”)`
	],
	[
		'a verdict on a step that there is not',
		'scenario',
		'{ info-tab: met }',
		'{ infotab: met }',
		`plays, entry 1, expect.steps.infotab: did you mean “info-tab”? Expected the name of a step: ${STEPS.join(', ')} (found “infotab”)`
	],
	[
		'a verdict that there is not',
		'scenario',
		'{ info-tab: met }',
		'{ info-tab: done }',
		'plays, entry 1, expect.steps.info-tab: expected one of: met, missed, not-applicable (found “done”)'
	],
	[
		'points in other words',
		'scenario',
		'points: 6 of 8',
		'points: 6/8',
		'plays, entry 1, expect.points: expected points such as “6 of 8” (found “6/8”)'
	],
	[
		'a field of a list that is misspelt',
		'library',
		'    text: Maps',
		'    txt: Maps',
		'policy, entry 1, text: is missing; expected text',
		'policy, entry 1, txt: is not a field here; did you mean “text”?'
	],
	[
		'a code that the pack can’t accept',
		'pack',
		'need-met: [answered]',
		'need-met: [answerd]',
		`codes.need-met, entry 1: did you mean “answered”? Expected one of: ${CODES} (found “answerd”)`
	],
	[
		'a condition that there is not',
		'pack',
		'fyi: [answered]',
		'fyi: [{ code: answered, only: sundays }]',
		'codes.fyi, entry 1, only: expected one of: within-reach, with-fyi-note (found “sundays”)'
	],
	[
		'a row of the code table left out',
		'pack',
		'  policy-page-unread: []\n',
		'',
		'codes.policy-page-unread: is missing; expected a list of codes; [] where none is right'
	],
	[
		'a wait without its unit',
		'pack',
		'silence: 5 min',
		'silence: 300',
		'waits.silence: expected a time such as “5 min” or “90 s” (found 300)'
	],
	[
		'a pass mark in percent',
		'pack',
		'passMark: 0.8',
		'passMark: 80',
		'passMark: expected a share from 0 to 1, such as 0.8 (found 80)'
	],
	[
		'time that runs backwards in a session',
		'session',
		'{ at: 40, sent: map }',
		'{ at: 20, sent: map }',
		'log, entry 3, at: is 20, earlier than the entry before it (30); entries stand in order of time'
	],
	[
		'a code before the end',
		'session',
		'  - { at: 60, ended: true }\n',
		'',
		'log, entry 4, coded: comes before the session was ended'
	],
	[
		'a finding sent that there is not',
		'session',
		'sent: map',
		'sent: chart',
		'log, entry 3, sent: names “chart”, which is none of the findings: map'
	],
	[
		'an entry without its time',
		'session',
		'{ at: 40, sent: map }',
		'{ sent: map }',
		'log, entry 3, at: is missing; expected seconds since the takeover'
	],
	[
		'a deed that there is not',
		'session',
		'gives: { email: ines@example.org } }',
		'does: [confirm] }',
		`log, entry 2, does, entry 1: did you mean “confirms”? Expected one of: ${DEEDS.join(', ')} (found “confirm”)`
	],
	[
		'follow-up that falls due after the end of the log',
		'session',
		'due: takeover',
		'due: 9',
		'facts.due: names entry 9 of the log, which has 5'
	],
	[
		'a part of a session that is misspelt',
		'session',
		'\ntakeover:',
		'\ntakover:',
		'takover: is not a field here; did you mean “takeover”?'
	],
	['no actions', 'actions', ACTIONS, '[]', 'expected at least one action (found [])'],
	[
		'an action that needs no list',
		'actions',
		ACTIONS,
		'open: info',
		'expected a list of the librarian’s actions (found {"open":"info"})'
	]
];

describe('a file of content', () => {
	test.for(Object.keys(FILES) as Kind[])('without mistakes has no problem: %s', (kind) => {
		expect(told(kind, FILES[kind])).toEqual([]);
	});

	test.for(ROWS)('with a mistake says where it is and what was expected: %s', (row) => {
		const [, kind, right, wrong, ...messages] = row;
		expect(FILES[kind].split(right)).toHaveLength(2);
		expect(
			told(
				kind,
				FILES[kind].replace(right, () => wrong)
			)
		).toEqual(messages.map((message) => `${kind}.yaml: ${message}`));
	});

	test('tells all its mistakes at once', () => {
		const text = SCENARIO.replace('minutes: 5', 'minutes: 99').replace('need: open', 'need: closed');
		expect(told('scenario', text)).toEqual([
			'scenario.yaml: minutes: expected minutes, from 1 to 30 (found 99)',
			'scenario.yaml: need: expected one of: open, met (found “closed”)'
		]);
	});

	test('that is empty says what belongs into it', () => {
		expect(told('library', '')).toEqual([
			'library.yaml: expected the fields id, name, goodbye, scripts, policy, followUpLibrarian (found nothing)'
		]);
	});

	test('whose name is taken by another says so', () => {
		const content: unknown = parseDocument(LIBRARY).toJS();
		const problems = compileBank(
			[
				{ path: 'one.yaml', content },
				{ path: 'two.yaml', content }
			],
			[],
			() => 'hash'
		);
		expect((problems as Problem[]).map(problemText)).toEqual([
			'two.yaml: id: “millpond” is taken by another library'
		]);
	});
});
