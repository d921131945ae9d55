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
