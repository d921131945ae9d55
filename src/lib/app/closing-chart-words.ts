import { ACTS, DOES, type Act } from '#lib/domain/act.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import type { Cued, LibrarianCue, PatronCue } from '#lib/domain/cue.ts';
import { CODE_WORDS } from '#lib/domain/rule-words.ts';
import type { Region } from '#lib/domain/standing.ts';
import type { Condition } from '#lib/machines/closing/condition.ts';

/** What each region of the closing keeps an eye on. */
export const REGION_WORDS: Readonly<Record<Region, string>> = {
	presence: 'Is the patron there?',
	need: 'Is the need met?',
	due: 'Has follow-up fallen due?',
	finding: 'Was anything found and sent?',
	exchange: 'Was anything exchanged?',
	check: 'Was it asked whether this is complete?',
	presentAfterCheckable: 'Was the patron there once there was something to check?',
	presentAfterDue: 'Was the patron there once follow-up had fallen due?',
	presentAfterPromise: 'Was the patron there after the promise?',
	order: 'Which came first, check or goodbye?',
	address: 'Is there an address?',
	refusal: 'Has the patron declined anything?',
	reason: 'Did the patron hear what an address is for?',
	emailQuestion: 'Was the address asked for?',
	deadline: 'Is it known by when?',
	explained: 'Was it said who gets back?',
	timeframe: 'Was it said how long that may take?',
	promise: 'Does a promise stand?',
	wayOut: 'Was another way named?',
	brushOff: 'Was the patron sent away?',
	goodbyeScript: 'Was the Goodbye script sent?',
	thanks: 'Was the patron thanked?',
	invitation: 'Was the patron invited back?',
	farewell: 'Was a goodbye said?',
	infoTab: 'Was the Info tab opened in time?',
	policyPage: 'Was the policy page opened in time?',
	hush: 'How long has the patron been silent?',
	silenceNotice: 'What was said into the silence?',
	silenceEnded: 'How did the silence end?',
	fyiNote: 'Does a note tell what the library should know?',
	needNote: 'Does a note say why the question is open?',
	private: 'Was anything private asked for?',
	ending: 'How does the session end?'
};

/** A state as the machine names it, as words; a code by its name at the desk. */
export const stateWords = (state: string): string => {
	const code = RESOLUTION_CODES.find((one) => one === state);
	return code === undefined ? state.replaceAll('-', ' ') : CODE_WORDS[code].name;
};

const CUE_WORDS: Readonly<Record<Exclude<LibrarianCue, Act>, string>> = {
	promise: 'promises that somebody will get back to the patron',
	'promise-unsure': 'may promise that somebody will get back to the patron',
	offer: 'offers that somebody will get back to the patron',
	'offer-unsure': 'may offer that somebody will get back to the patron',
	'private-sure': 'asks for something private, without a doubt',
	'own-goodbye': 'is the Goodbye script of the patron’s library',
	farewell: 'is one that a patron takes for a goodbye',
	'own-thanks': 'thanks the patron, in no other library’s script',
	'own-invitation': 'invites the patron back, in no other library’s script',
	'unscripted-invitation': 'invites the patron back in words of your own',
	'writes-out-address': 'writes out an address'
};

const PATRON_WORDS: Readonly<Record<PatronCue, string>> = {
	'gives-address': 'gives an address',
	'takes-address-back': 'takes the address back',
	'names-deadline': 'says by when it is needed',
	confirms: 'confirms',
	assents: 'assents',
	refuses: 'declines',
	satisfied: 'says that this is all',
	'asks-more': 'asks for something more'
};

const isAct = (cue: LibrarianCue): cue is Act => ACTS.some((act) => act === cue);
const cueWords = (cue: LibrarianCue): string => (isAct(cue) ? DOES[cue] : CUE_WORDS[cue]);

const either = (words: readonly string[]): string => words.join(', or ');
const both = (words: readonly string[]): string => words.join(', and ');

function saidWords({ says, saysAll, saysNone }: Condition): string {
	const parts = [
		...(says === undefined ? [] : [either(says.map(cueWords))]),
		...(saysAll === undefined ? [] : [both(saysAll.map(cueWords))])
	];
	const what = parts.length === 0 ? 'you write' : `your message ${both(parts)}`;
	return saysNone === undefined ? what : `${what}, but not one that ${either(saysNone.map(cueWords))}`;
}

function patronSaidWords({ patron, patronNone }: Condition): string {
	const what = patron === undefined ? 'writes' : either(patron.map((cue) => PATRON_WORDS[cue]));
	return patronNone === undefined
		? `the patron ${what}`
		: `the patron ${what}, and not: ${either(patronNone.map((cue) => PATRON_WORDS[cue]))}`;
}

function happeningWords(type: Cued['type'], condition: Condition): string {
	switch (type) {
		case 'session.taken-over':
			return 'it was so when you took over';
		case 'librarian.said':
			return saidWords(condition);
		case 'librarian.sent-finding':
			if (condition.meets === undefined) return 'you send something that was found';
			return condition.meets ? 'you send what meets the need' : 'you send what meets only a part';
		case 'librarian.opened-tab':
			return condition.tab === undefined ? 'you open a tab' : `you open ${stateWords(condition.tab)}`;
		case 'librarian.noted':
			return 'your note explains it';
		case 'librarian.ended':
			return 'you end the session';
		case 'librarian.coded':
			return condition.code === undefined ? 'you code it' : `you code it ${stateWords(condition.code)}`;
		case 'patron.said':
			return patronSaidWords(condition);
		case 'patron.left':
			if (condition.how === undefined) return 'the patron goes';
			return condition.how === 'system-line'
				? 'a system line says that the patron is gone'
				: 'the patron takes leave';
		case 'patron.fell-silent':
			return 'the patron falls silent';
		case 'patron.started-typing':
			return 'the patron begins to type';
		case 'follow-up.fell-due':
			return 'follow-up falls due';
		case 'clock.struck':
			return 'the wait has passed';
	}
}

/** What takes a transition: the event, what its guard asks of it, and what must hold elsewhere. */
export function whenWords(type: string, condition: Condition): string {
	const happening = happeningWords(type as Cued['type'], condition);
	const elsewhere = Object.entries(condition.where ?? {}).map(
		([region, states]) =>
			`${REGION_WORDS[region as Region].replace(/\?$/, '')}: ${either(states.map(stateWords))}`
	);
	return elsewhere.length === 0 ? happening : `${happening} (${elsewhere.join('; ')})`;
}
