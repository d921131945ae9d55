import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
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
type Row = [mistake: string, kind: Kind, right: string, wrong: string, message: string];

const ROWS: Row[] = [
	['a missing field', 'scenario', 'minutes: 5\n', '', ''],
	['a missing field that may be null', 'library', 'goodbye: Thank you for asking Millpond. Come back any time. Goodbye!\n', '', ''],
	['a misspelt field', 'scenario', '  firstQuestion:', '  firstquestion:', ''],
	['a misspelt field that could be left out', 'scenario', '  gives: gladly', '  gives: gladly\n  leavesfirst: true', ''],
	['two unknown fields', 'scenario', '  gives: gladly', '  gives: gladly\n  mood: bad\n  age: 9', ''],
	['an empty field', 'scenario', 'title: The old weir', 'title:', ''],
	['a number where text is expected', 'scenario', 'title: The old weir', 'title: 1894', ''],
	['a colon inside a text', 'scenario', '  still-open: Not yet.', '  still-open:\n    - Well: no.', ''],
	['a colon inside a text 2', 'scenario', '  still-open: Not yet.', '  still-open: Well: no.', ''],
	['a text begins with a brace', 'scenario', '  repeats-email: "Still {email}"', '  repeats-email: {email}', ''],
	['a text begins with a brace 2', 'scenario', '  repeats-email: "Still {email}"', '  repeats-email: {email} still', ''],
	['a text begins with quotes', 'scenario', '  still-open: Not yet.', '  still-open: "Not yet", she said.', ''],
	['quote unclosed', 'scenario', '  still-open: Not yet.', '  still-open: "Not yet.', ''],
	['a tab', 'scenario', '  still-open: Not yet.', '\tstill-open: Not yet.', ''],
	['indent', 'scenario', '  still-open: Not yet.', '   still-open: Not yet.', ''],
	['indent2', 'scenario', '  still-open: Not yet.', ' still-open: Not yet.', ''],
	['no colon', 'scenario', '  still-open: Not yet.', '  still-open Not yet.', ''],
	['no space', 'scenario', '  still-open: Not yet.', '  still-open:Not yet.', ''],
	['at', 'scenario', '  still-open: Not yet.', '  still-open: @ines no', ''],
	['star', 'scenario', '  still-open: Not yet.', '  still-open: *sigh* no', ''],
	['percent', 'scenario', '  still-open: Not yet.', '  still-open: %no', ''],
	['backtick', 'scenario', '  still-open: Not yet.', '  still-open: `no`', ''],
	['bang', 'scenario', '  still-open: Not yet.', '  still-open: !no way', ''],
	['a field twice', 'scenario', 'minutes: 5', 'minutes: 5\nminutes: 6', ''],
	['yes', 'scenario', '  works: false', '  works: no', ''],
	['an unknown act', 'scenario', 'acts: [ask-email]', 'acts: [ask-mail]', ''],
	['an unknown step', 'scenario', 'drills: [email, next-steps]', 'drills: [email, nextsteps]', ''],
	['unknown step in expect', 'scenario', 'steps: { info-tab: met }', 'steps: { info: met }', ''],
	['unknown verdict', 'scenario', 'steps: { info-tab: met }', 'steps: { info-tab: yes }', ''],
	['address without a dot', 'scenario', 'own: { email: ines@example.org,', 'own: { email: ines@example,', ''],
	['due unknown finding', 'scenario', 'due: { finding: map }', 'due: { finding: chart }', ''],
	['due meets', 'scenario', '    meets: false', '    meets: true', ''],
	['due unknown word', 'scenario', 'due: { finding: map }', 'due: later', ''],
	['due mistyped', 'scenario', 'due: { finding: map }', 'due: { findings: map }', ''],
	['line missing', 'scenario', '  waits: Fine.\n', '', ''],
	['line for a wary', 'scenario', 'gives: gladly', 'gives: when-told-why', ''],
	['placeholder', 'scenario', 'gives-email: "It\'s {email}"', 'gives-email: It is ines@example.org', ''],
	['unknown occasion', 'scenario', '  here: Here.', '  here: Here.\n  say-goodbye: Bye.', ''],
	['unknown library', 'scenario', 'library: millpond', 'library: mill-pond', ''],
	['bad id', 'scenario', 'id: the-old-weir', 'id: The old weir', ''],
	['works without an address', 'scenario', '  works: false', '  works: true', ''],
	['points', 'scenario', 'points: 6 of 8', 'points: 6/8', ''],
	['negative wait', 'scenario', '{ wait: 60 }', '{ wait: -60 }', ''],
	['wait in words', 'scenario', '{ wait: 60 }', '{ wait: 5 min }', ''],
	['end false', 'scenario', '{ end: true }', '{ end: yes }', ''],
	['two actions', 'scenario', '{ open: info }', '{ open: info, note: looked }', ''],
	['unknown action', 'scenario', '{ open: info }', '{ opens: info }', ''],
	['unknown action2', 'scenario', '{ open: info }', '{ look: info }', ''],
	['action a text', 'scenario', '- { open: info }', '- open info', ''],
	['unknown tab', 'scenario', '{ open: info }', '{ open: information }', ''],
	['unknown code', 'scenario', '{ code: follow-up-by-patrons-library }', '{ code: follow-up }', ''],
	['empty list', 'scenario', 'drills: [email, next-steps]', 'drills: []', ''],
	['one for a list', 'scenario', 'drills: [email, next-steps]', 'drills: email', ''],
	['empty variants', 'scenario', '  here: Here.', '  here: []', ''],
	['takeover wrong', 'scenario', '- librarian: I hand', '- libarian: I hand', ''],
	['takeover as map', 'scenario', '- patron: Who built the old weir?\n  - librarian: I hand you to a colleague.', 'patron: Who built the old weir?', ''],
	['minutes', 'scenario', 'minutes: 5', 'minutes: five', ''],
	['minutes2', 'scenario', 'minutes: 5', 'minutes: 50', ''],
	['whole file a list', 'scenario', SCENARIO, '- hello', ''],
	['whole file empty', 'scenario', SCENARIO, '', ''],
	['lib policy', 'library', '  - heading: Maps\n    text: Maps', '  - heading: Maps\n    txt: Maps', ''],
	['pack code', 'pack', 'need-met: [answered]', 'need-met: [answerd]', ''],
	['pack code2', 'pack', 'need-met: [answered]', 'need-met: [{ code: answered, only: sundays }]', ''],
	['pack code3', 'pack', 'need-met: [answered]', 'need-met: answered', ''],
	['pack row', 'pack', 'need-met: [answered]', 'needs-met: [answered]', ''],
	['pack wait', 'pack', 'silence: 5 min', 'silence: 300', ''],
	['pack wait2', 'pack', 'silence: 5 min', 'silence: 5 minutes', ''],
	['pack mark', 'pack', 'passMark: 0.8', 'passMark: 80', ''],
	['pack points', 'pack', 'points: { resolution-code: 2 }', 'points: { code: 2 }', ''],
	['time', 'session', '{ at: 40, sent: map }', '{ at: 20, sent: map }', ''],
	['before', 'session', '{ at: 5, said', '{ at: -5, said', ''],
	['coded early', 'session', '  - { at: 60, ended: true }\n', '', ''],
	['unknown finding', 'session', '{ at: 40, sent: map }', '{ at: 40, sent: chart }', ''],
	['due entry', 'session', 'due: takeover', 'due: 9', ''],
	['due word', 'session', 'due: takeover', 'due: soon', ''],
	['deed', 'session', 'gives: { email: ines@example.org } }', 'gives: { email: ines@example.org }, does: [agrees] }', ''],
	['gives', 'session', 'gives: { email: ines@example.org } }', 'gives: { mail: ines@example.org } }', ''],
	['no at', 'session', '{ at: 40, sent: map }', '{ sent: map }', ''],
	['misspelt takeover', 'session', '\ntakeover:\n', '\ntakover:\n', ''],
	['session code', 'session', 'coded: follow-up-by-patrons-library', 'coded: lost', ''],
	['session nothing', 'session', '{ at: 40, sent: map }', '{ at: 40 }', ''],
	['actions empty', 'actions', ACTIONS, '[]', ''],
	['actions map', 'actions', ACTIONS, 'open: info', ''],
	['actions', 'actions', '{ wait: 60 }', '{ wait: -1 }', ''],
];

describe('probe', () => {
	test.for(['scenario', 'library', 'pack', 'session', 'actions'] as const)('%s', (kind) => {
		expect(told(kind, FILES[kind])).toEqual([]);
	});
	test('all', () => {
		for (const [name, kind, right, wrong] of ROWS) {
			const text = FILES[kind];
			expect(text, name).toContain(right);
			console.log(`## ${name}\n${told(kind, text.replace(right, () => wrong)).map((l) => '   ' + l).join('\n')}`);
		}
		expect(1).toBe(1);
	});
});
