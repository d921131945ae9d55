import type { Act } from '#lib/domain/act.ts';
import { RESOLUTION_CODES, type ResolutionCode } from '#lib/domain/code.ts';
import { TABS, type Tab } from '#lib/domain/facts.ts';
import { SINGLE_ACTS, USUAL_COMBINATIONS } from '#lib/machines/closing/alphabet.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';

/** What a librarian can do in the proof: finitely many deeds, each of which stands for all that do the same. */
export type Deed =
	| { do: 'say'; acts: readonly Act[]; isOffer: boolean }
	| { do: 'goodbye'; whose: 'own' | 'other' }
	| { do: 'send'; finding: string }
	| { do: 'open'; tab: Tab }
	| { do: 'note'; explains: boolean }
	| { do: 'wait' }
	/** Ends at once, while the patron is still typing the answer to what was said last. */
	| { do: 'end'; whileTyping: boolean }
	| { do: 'code'; code: ResolutionCode };

/** Every single act, the usual combinations, each finding, tab, a note or an empty one, waiting, ending, the five codes. */
export function deedsFor(scenario: Scenario): Deed[] {
	const { facts, persona } = scenario;
	const say = (acts: readonly Act[], isOffer = false): Deed => ({ do: 'say', acts, isOffer });
	const others = Object.keys(facts.otherScripts).length > 0;
	const canGoQuiet = persona.silent !== null || persona.vanishes !== null;
	return [
		...TABS.map((tab): Deed => ({ do: 'open', tab })),
		...Object.keys(facts.findings).map((finding): Deed => ({ do: 'send', finding })),
		...SINGLE_ACTS.map((act) => say([act])),
		...USUAL_COMBINATIONS.map((acts) => say(acts)),
		say(['explain-follow-up'], true),
		say(['explain-follow-up', 'ask-email'], true),
		say([]),
		...(facts.library.goodbye === null ? [] : [{ do: 'goodbye', whose: 'own' } as const]),
		...(others ? [{ do: 'goodbye', whose: 'other' } as const] : []),
		{ do: 'note', explains: true },
		{ do: 'note', explains: false },
		{ do: 'wait' },
		{ do: 'end', whileTyping: false },
		// Where no silence is possible, ending on a typing patron is a slip that nothing in the scenario is about.
		...(canGoQuiet ? [{ do: 'end', whileTyping: true } as const] : []),
		...RESOLUTION_CODES.map((code): Deed => ({ do: 'code', code }))
	];
}

/** Acts that belong to a closing that goes well; the others come in where this very patron calls for them. */
const CLOSING_ACTS: ReadonlySet<Act> = new Set<Act>([
	'check-answered',
	'offer-more',
	'ask-email',
	'verify-email',
	'ask-deadline',
	'explain-follow-up',
	'set-timeframe',
	'explain-need-email',
	'thank-for-using',
	'invite-return'
]);

/**
 * The deeds of which a model answer is made: what a careful colleague would do at this desk. Points can be had in odder
 * ways (announcing the end makes some patrons leave before a goodbye is owed); nobody should be shown these.
 */
export function modelDeedsFor(scenario: Scenario): Deed[] {
	const { facts, persona } = scenario;
	const declines = persona.wariness === 'never' || persona.declinesFollowUp;
	const isModelAct = (act: Act): boolean =>
		CLOSING_ACTS.has(act) ||
		(act === 'refer-away' && declines) ||
		((act === 'check-presence' || act === 'announce-end') && persona.silent !== null) ||
		(act === 'hold' && persona.vanishes === 'first-line');
	return deedsFor(scenario).filter((deed) => {
		switch (deed.do) {
			case 'say':
				return deed.acts.length > 0 && deed.acts.every(isModelAct);
			case 'goodbye':
				return deed.whose === 'own';
			case 'open':
				return deed.tab === 'info' || (deed.tab === 'policy' && facts.local);
			case 'note':
				return deed.explains;
			case 'end':
				return !deed.whileTyping;
			case 'code':
				return deed.code !== 'practice';
			default:
				return true;
		}
	});
}

const ACT_WORDS: Readonly<Record<Act, string>> = {
	'check-answered': 'ask whether that answers the question',
	'offer-more': 'ask whether more is needed',
	'ask-email': 'ask for an e-mail address',
	'verify-email': 'have the address confirmed',
	'ask-deadline': 'ask by when it is needed',
	'explain-follow-up': 'say that somebody will get back to the patron',
	'set-timeframe': 'say how long that may take',
	'explain-need-email': 'say what the address is for',
	'thank-for-using': 'thank the patron for using the service',
	'invite-return': 'invite the patron back',
	goodbye: 'say goodbye',
	hold: 'ask the patron to wait',
	'check-presence': 'ask whether the patron is still there',
	'announce-end': 'say that you will end the chat',
	'ask-private': 'ask for something private',
	'refer-away': 'say where else the patron can turn'
};

/** A deed in words, as a model answer or a witness tells it. */
export function deedWords(
	deed: Deed,
	scenario: Scenario,
	codeName: (code: ResolutionCode) => string
): string {
	switch (deed.do) {
		case 'say': {
			if (deed.acts.length === 0) return 'Say something that is none of the closing';
			const words = deed.acts.map((act) => ACT_WORDS[act]).join(', and ');
			const offered = deed.isOffer
				? words.replace('say that somebody will', 'offer that somebody will')
				: words;
			return offered.charAt(0).toUpperCase() + offered.slice(1);
		}
		case 'goodbye':
			return deed.whose === 'own'
				? `Send the Goodbye script of ${scenario.library.name}`
				: 'Send the Goodbye script of another library';
		case 'send':
			return `Send from Found: ${deed.finding.replaceAll('-', ' ')}`;
		case 'open':
			return `Open ${deed.tab.charAt(0).toUpperCase()}${deed.tab.slice(1)}`;
		case 'note':
			return deed.explains ? 'Leave a note that says why' : 'Leave a note that says nothing';
		case 'wait':
			return 'Wait as long as the desk asks for';
		case 'end':
			return deed.whileTyping ? 'End while the patron is typing' : 'End the session';
		case 'code':
			return `Code it ${codeName(deed.code)}`;
	}
}
