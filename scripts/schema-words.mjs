/**
 * What an editor says of a field while a file of content is written: by its place, where `[]` stands for each entry of
 * a list and `*` for a name that the writer chooses. What stands in two places is told once; see SAME.
 */

/** @type {Readonly<Record<string, string>>} */
const SCENARIO = {
	id: 'Short name of the scenario, as the file is called: small letters, digits, single hyphens.',
	title: 'Title in the list of scenarios.',
	teaser: 'One or two sentences that make somebody want to take this chat over.',
	minutes: 'About how long it takes, in minutes: 1 to 30.',
	drills: 'The steps that this scenario is there to practise.',
	library: 'Id of the patron’s library: one of the files in the folder libraries.',
	handover: 'The card that says why the trainee arrives in the middle.',
	'handover.from': 'Name of the colleague who hands the chat over; the earlier lines are theirs.',
	'handover.text': 'What the colleague has done so far, and that the trainee is to close.',
	patron: 'Who asks, what is in the Info tab, and how they behave.',
	'patron.name': 'Name as it stands in the Info tab and above the chat.',
	'patron.email': 'The e-mail field of the Info tab; null where nothing was entered.',
	'patron.works':
		'Whether mail to that address arrives. It shapes what is found three days later, never a verdict.',
	'patron.own': 'What the patron gives when asked.',
	'patron.own.email': 'The patron’s real address; null where they give none.',
	'patron.own.deadline':
		'By when the answer is needed, as it fits into a sentence: “Friday”; null where it does not matter.',
	'patron.firstQuestion': 'What was typed into the form before the chat; stands in the Info tab.',
	'patron.cameFrom': 'The page from which the chat was opened; stands in the Info tab.',
	'patron.gives': 'Whether an address is given: gladly, when told why it is needed, or never.',
	'patron.temper': 'How the patron takes what happens to them.',
	'patron.temper.patience':
		'Sent elsewhere this many times, they leave (to be asked the same again counts too): 1, 2 or 3; 2 where nothing is said.',
	'patron.temper.hurried': 'Replies come in half the time.',
	'patron.volunteers': 'What the patron says unasked, and when.',
	'patron.volunteers.what': 'The address, the deadline, or both.',
	'patron.volunteers.on': 'The moment at which it is said.',
	'patron.declinesFollowUp': 'Does not want anybody to get back to them.',
	'patron.leavesFirst': 'Takes leave at once when the need is met.',
	'patron.vanishes': 'The moment at which the connection breaks off.',
	'patron.silent': 'Falls silent.',
	'patron.silent.on': 'The moment at which the patron falls silent.',
	'patron.silent.back': 'Whether the patron comes back when asked, or never.',
	takeover:
		'What was said before the trainee takes over. An address or a date that the patron types here counts as given.',
	'takeover[].patron': 'A message of the patron.',
	'takeover[].librarian': 'A message of the colleague.',
	need: 'Whether the need is open or met at the takeover.',
	due: 'From when on follow-up is due: takeover, never, second-need, or { finding: … } with a finding that falls short.',
	'due.finding': 'Follow-up falls due when this finding is sent.',
	secondNeed: 'The patron has one more question, and voices it when asked whether there is more.',
	withinReach: 'The trainee could give the answer later themselves: then Follow-up by me is right too.',
	local: 'Only the patron’s library can say.',
	policyAnswers: 'Its policy page says it.',
	fyi: 'Something that the local library should know, though nothing is owed to the patron.',
	'fyi.reason': 'What it should know.',
	'fyi.words': 'One of these words must stand in a note that tells it.',
	noteWords:
		'One of these words must stand in a note about an open need; with none named, five words are enough.',
	findings: 'What lies ready to be sent, by a short name.',
	'findings.*.text': 'What the patron reads.',
	'findings.*.meets': 'Whether it meets all that is open.',
	'findings.*.told':
		'Lists of phrases: a typed statement that holds one phrase of each tells the finding, as if it had been sent.',
	'findings.*.reply': 'What the patron says to it: a line, or several of which one is picked.',
	lines: 'What the patron says, by occasion: a line, or several of which one is picked.',
	'lines.gives-email': 'Asked for an address, gives it: {email}.',
	'lines.repeats-email': 'Asked for the address a second time: {email}.',
	'lines.confirms-email': 'Asked whether an address is right, and it is.',
	'lines.corrects-email': 'The address on file is wrong; says the right one: {email}.',
	'lines.asks-why': 'Asked for an address, wants to know what for.',
	'lines.refuses-email': 'Gives no address, or wants no follow-up.',
	'lines.refuses-again': 'Asked once more after declining.',
	'lines.names-deadline': 'Asked by when it is needed: {deadline}.',
	'lines.repeats-deadline': 'Asked for the deadline a second time: {deadline}.',
	'lines.volunteers': 'Says unasked what patron.volunteers names: {email}, {deadline}.',
	'lines.assents': 'Offered a follow-up, takes it.',
	'lines.accepts-plan': 'Told that somebody will get back to them, or how long that takes.',
	'lines.accepts-way-out': 'Has declined, and is told where else to turn.',
	'lines.sent-away': 'Told to look elsewhere, with the question still open.',
	'lines.still-open': 'Asked whether this is complete, or bidden goodbye, with nothing settled.',
	'lines.satisfied': 'Asked whether this is complete or more is needed: no, that was all.',
	'lines.asks-more': 'Asked whether more is needed, voices the second need.',
	'lines.doubts-private': 'Asked for a card number, a PIN or the like.',
	'lines.here': 'Asked whether they are still there, and they are.',
	'lines.comes-back': 'Asked after a silence, and comes back.',
	'lines.waits': 'Asked to wait.',
	'lines.listens': 'Told something that asks for no answer.',
	'lines.puzzled': 'Asked something that has nothing to do with the closing.',
	'lines.nudges': 'Has waited for two and a half minutes.',
	'lines.thanks-back': 'Thanked, or invited to come back.',
	'lines.says-goodbye': 'Bidden goodbye; leaves.',
	'lines.leaves-content': 'Has the answer; leaves at once.',
	'lines.leaves-annoyed': 'Sent away once too often; leaves.',
	threeDaysLater: 'What has come of it.',
	'threeDaysLater.found': 'What the follow-up librarian finds out, where there is somebody to write to.',
	twists: 'The same patron with one fact turned; each is a scenario of its own.',
	'twists[].id': 'Short name of the twist.',
	'twists[].label': 'What the debrief calls it.',
	'twists[].patron': 'The fields of the patron that are different.',
	'twists[].lines': 'Lines that are different, or that only this patron needs.',
	plays: 'What a librarian does, and the verdicts that must follow.',
	'plays[].title': 'The play in a sentence.',
	'plays[].librarian': 'The librarian’s actions in order. The patron has answered before the next one.',
	'plays[].librarian[].say': 'Types a message.',
	'plays[].librarian[].acts':
		'What the message does; [] where it does none of the acts. Left out, the recogniser listens.',
	'plays[].librarian[].script':
		'Sends a script of the Scripts tab, by its id; “goodbye” is that of the patron’s library.',
	'plays[].librarian[].edited': 'The script as it is sent, where it was changed.',
	'plays[].librarian[].send': 'Sends a finding, by its name.',
	'plays[].librarian[].open': 'Opens a tab.',
	'plays[].librarian[].note': 'Writes a note.',
	'plays[].librarian[].wait': 'Lets seconds pass, beside the twenty that pass after every action.',
	'plays[].librarian[].end': 'Ends the session.',
	'plays[].librarian[].code': 'Chooses the resolution code.',
	'plays[].expect': 'The verdicts under the 24-7 pack, scored by hand.',
	'plays[].expect.steps':
		'Verdicts on steps: met, missed or not-applicable. A step not named is not checked.',
	'plays[].expect.redLines': 'Verdicts on red lines: kept, broken, unsure or not-applicable.',
	'plays[].expect.points': 'Points earned and possible: “6 of 8”.',
	'plays[].expect.passed': 'Whether this closing passes.',
	'plays[].noteOnly': 'What is different under the note-only pack.'
};

/** @type {Readonly<Record<string, string>>} */
const LIBRARY = {
	id: 'Short name of the library, as the file is called.',
	name: 'Name of the library.',
	goodbye: 'Its Goodbye script; null where it has none.',
	scripts: 'Its other scripts in the Scripts tab.',
	'scripts[].id': 'Short name; begin it with the library’s, so that no two libraries share one.',
	'scripts[].title': 'Title in the Scripts tab.',
	'scripts[].text': 'What the patron reads.',
	policy: 'Its policy page, for staff only.',
	'policy[].heading': 'Heading of a rule.',
	'policy[].text': 'The rule.',
	followUpLibrarian: 'Who opens the New list there.'
};

/** @type {Readonly<Record<string, string>>} */
const PACK = {
	id: 'Short name of the pack, as the file is called.',
	name: 'Name of the cooperative’s rules.',
	version: 'Raise it when a rule changes.',
	points: 'Points of a step where it is not 1.',
	passMark: 'Share of the points needed to pass, 0 to 1.',
	waits: 'Exactly the wait is enough.',
	'waits.completeCheck': 'From a check that nobody answers to the moment one may go on.',
	'waits.silence': 'From the notice that the chat will end to its end.',
	'waits.present': 'A patron who is gone within this time of writing was not there any more.',
	noteExcusesMissingEmail: 'Whether an explaining note lets a follow-up code stand without an address.',
	codes: 'The codes that are accepted in each situation at the end; [] where none is right.',
	'codes.need-met': 'The need is met.',
	'codes.open-with-address': 'The need is open, an address is in hand, nothing was declined.',
	'codes.open-declined': 'The need is open, and the patron declined.',
	'codes.open-without-address':
		'The need is open, no address is in hand, and something was exchanged or the patron is there.',
	'codes.gone-unexchanged-with-address': 'Gone before anything was exchanged, with an address on file.',
	'codes.gone-unexchanged-without-address': 'Gone before anything was exchanged, with no address.',
	'codes.policy-page-unread':
		'The need is open, the policy page answers it, the patron is there, and nobody opened the page.',
	'codes.fyi': 'The local library should know something; beside any other situation.',
	'codes.*[].code': 'The code that is accepted.',
	'codes.*[].only': 'Accepted only where the answer is within reach, or only with a note that tells the FYI.'
};

/** Places whose fields mean what those of another place mean. @type {readonly (readonly [RegExp, string])[]} */
const SAME = [
	[/^twists\[\]\.patron\./, 'patron.'],
	[/^twists\[\]\.lines\./, 'lines.'],
	[/^plays\[\]\.noteOnly\./, 'plays[].expect.'],
	[/^codes\.[a-z-]+\[\]/, 'codes.*[]']
];

export const WORDS = { scenario: SCENARIO, library: LIBRARY, pack: PACK };

/** @param {string} place */
export const sameAs = (place) => SAME.reduce((at, [pattern, other]) => at.replace(pattern, other), place);
