import type { ResolutionCode } from './code.ts';
import type { RuleId } from './step.ts';

interface RuleWords {
	/** Short name, as it heads a column or a coach line. */
	name: string;
	/** The rule in one or two sentences. */
	rule: string;
}

/** The rules in plain words: the same in coach, debrief, drill and documentation. */
export const RULE_WORDS: Readonly<Record<RuleId, RuleWords>> = {
	'complete-check': {
		name: 'Complete?',
		rule: 'After the last thing you send, ask whether it answers the question or whether more is needed, and leave time for an answer.'
	},
	'policy-page': {
		name: 'Policy page',
		rule: 'For a question only the patron’s library can answer, open its policy page before you send the patron away, promise anything, or end.'
	},
	'info-tab': {
		name: 'Info tab',
		rule: 'Look at the Info tab before you ask for an address or rely on one, and before any follow-up code.'
	},
	email: {
		name: 'E-mail',
		rule: 'Where follow-up is due, have an address that the patron gave or confirmed in this chat; whoever declines has heard what it is for.'
	},
	deadline: { name: 'Deadline', rule: 'Where follow-up is due, ask by when the answer is needed.' },
	'next-steps': {
		name: 'What happens next',
		rule: 'Where follow-up is due, say who will get back to the patron and how long that may take.'
	},
	'way-out': {
		name: 'Another way',
		rule: 'A patron who declines an address or a follow-up is told what they can do instead.'
	},
	'no-brush-off': {
		name: 'No brush-off',
		rule: 'Nobody is sent elsewhere while follow-up is due, unless a follow-up is offered too.'
	},
	note: {
		name: 'Note',
		rule: 'Leave a note where the local library should know something, or where an open question goes nowhere: say why.'
	},
	goodbye: {
		name: 'Goodbye',
		rule: 'Send the Goodbye script of the patron’s library. If it has none, thank the patron and invite them back.'
	},
	'in-order': {
		name: 'In order',
		rule: 'First the check, then the patron’s turn, then the goodbye.'
	},
	silence: {
		name: 'Silence',
		rule: 'Ask a silent patron whether they are there, say that you will end, then wait. After a system line you may end at once.'
	},
	'resolution-code': {
		name: 'Code',
		rule: 'The code says what is true at the end: whether the need is met, and whether anybody can be written to.'
	},
	'no-email-no-follow-up': {
		name: 'No e-mail, no follow-up',
		rule: 'A follow-up code without an address, and without a note that says why, reaches nobody.'
	},
	'no-empty-promise': {
		name: 'No empty promise',
		rule: 'Whoever was told that somebody will get back to them is coded for follow-up.'
	},
	privacy: {
		name: 'Privacy',
		rule: 'A chat never asks for card numbers, PINs, passwords, birth dates or payment data.'
	}
};

/** The codes as the desk shows them. */
export const CODE_WORDS: Readonly<Record<ResolutionCode, { name: string; hint: string }>> = {
	answered: { name: 'Answered', hint: 'The need is met, or nobody can be reached.' },
	'follow-up-by-patrons-library': {
		name: 'Follow-up by patron’s library',
		hint: 'Goes into the New list of the patron’s library.'
	},
	'follow-up-by-me': { name: 'Follow-up by me', hint: 'Stays with you; pending at the patron’s library.' },
	'lost-call': { name: 'Lost Call', hint: 'Goes into the Closed list.' },
	practice: { name: 'Practice', hint: 'For staff tests. Treat this patron as real.' }
};

/** The reason of a verdict in a sentence; keys are the `because` of a ruling. */
export const BECAUSE_WORDS: Readonly<Record<string, string>> = {
	checked: 'You asked after the last thing you sent, and there was time for an answer.',
	'not-present-after-finding': 'The patron was not there any more when there was something to check.',
	'satisfied-unasked': 'The patron said unasked that this was all.',
	'check-unanswered': 'You asked, and the session ended before the patron could answer.',
	unchecked: 'Nobody asked whether this was complete.',
	'not-local': 'This was no question for the local library alone.',
	'policy-opened': 'You opened the policy page before you decided.',
	'policy-unopened': 'The policy page was not opened before you sent the patron on or ended.',
	'no-address-needed': 'Nothing in this session needed an address.',
	'info-opened': 'You looked before you decided.',
	'info-too-late': 'You asked for the address, or relied on it, before you had looked.',
	'info-unopened': 'The Info tab was not opened in time.',
	'not-due': 'Follow-up never fell due.',
	'confirmed-then-declined': 'The address was in hand before the follow-up was declined.',
	'follow-up-declined': 'The patron declined the follow-up itself.',
	'address-confirmed': 'The address is in hand, and the patron gave or confirmed it in this chat.',
	'declined-knowing-why': 'The patron declined, knowing what the address was for.',
	'not-present-after-due': 'The patron was not there any more after follow-up fell due.',
	'declined-not-knowing-why': 'The patron declined, and had not heard what the address was for.',
	'asked-and-gone': 'You asked, and the patron went without an answer.',
	'address-unconfirmed': 'There is an address on file, and nobody asked whether it is right.',
	'email-unasked': 'The patron was there, and nobody asked for an address.',
	'email-not-given': 'You asked, and ended before there was a usable address.',
	deadline: 'By when the answer is needed.',
	declined: 'The patron declined.',
	'gone-on-the-question': 'The patron went on the question for the address.',
	'next-steps': 'Who gets back to the patron, and how long that may take: both are owed.',
	'not-declined': 'The patron declined nothing.',
	'way-out': 'What the patron can do instead.',
	'not-sent-away': 'The patron was not sent away while follow-up was due.',
	'brush-off-repaired': 'You sent the patron elsewhere and offered a follow-up too.',
	'brushed-off': 'You sent the patron elsewhere and offered no follow-up.',
	'no-note-owed': 'No note was owed.',
	note: 'Your note says what the next librarian needs to know.',
	'charged-with-the-red-line': 'Charged once, with the red line.',
	'fyi-note': 'No note tells the local library what it should know.',
	'need-note': 'No note says why the question is still open.',
	'not-present-at-end': 'The patron was not there for a goodbye.',
	'goodbye-script': 'The Goodbye script of the patron’s library.',
	'goodbye-words': 'The library has no Goodbye script: thanks and an invitation to return make the goodbye.',
	'in-order': 'The check, the patron’s turn, then the goodbye.',
	'out-of-order': 'The goodbye came before the check had been asked and answered.',
	'not-both-said': 'A check and a goodbye were not both said.',
	'ended-while-typing': 'You ended while the patron was typing.',
	'system-line': 'You ended after a system line.',
	'silence-waited': 'You asked, gave notice, and waited.',
	'silence-unasked': 'The patron fell silent, and you ended without asking.',
	'silence-cut-short': 'Between your notice and the end there was not the wait that the desk allows.',
	'back-after-asking': 'You asked, and the patron came back.',
	'back-unasked': 'The patron was silent for longer than the wait, and nobody asked.',
	'no-silence': 'The patron did not fall silent.',
	uncoded: 'The session has no code yet.',
	'code-right': 'The code says what is true of the session.',
	'code-wrong': 'The code does not fit what was true at the end.',
	'no-follow-up-code': 'No follow-up code was chosen.',
	'address-in-hand': 'There is an address to write to.',
	'note-explains': 'There is no address, and your note says why the session is sent all the same.',
	'nobody-to-write-to': 'There is no address anywhere, and no note. Whoever opens this has nobody to write to.',
	'no-promise-stands': 'No promise stands at the end.',
	'promise-coded': 'The promise is coded for follow-up.',
	'promise-filed-away': 'Somebody was to get back to the patron, and the code brings the session to nobody.',
	'nothing-private': 'Nothing private was asked for.',
	'private-asked': 'You asked for something a chat must not ask for. Taking it back does not unsay it.'
};
