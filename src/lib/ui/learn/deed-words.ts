import type { ResolutionCode } from '#lib/domain/code.ts';
import { inWordsOf, type DeskWords } from '#lib/domain/desk-words.ts';
import type { SessionEvent } from '#lib/domain/event.ts';
import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import type { StepId } from '#lib/domain/step.ts';

type Option =
	| { is: 'move'; events: readonly SessionEvent[] }
	| { is: 'step'; step: StepId }
	| { is: 'address'; address: string | null }
	| { is: 'code'; code: ResolutionCode };

/** What an option says; `isSaid`: these are words to the patron, and are set as such. */
export interface OptionWords {
	text: string;
	isSaid: boolean;
}

const MS_PER_MINUTE = 60_000;
const said = (text: string): OptionWords => ({ text, isSaid: true });
const deed = (text: string): OptionWords => ({ text, isSaid: false });

const minutes = (ms: number): string => {
	const count = Math.round(ms / MS_PER_MINUTE);
	return count === 1 ? 'a minute' : `${count} minutes`;
};

/** A move in words: what the librarian does in it. What the patron answers is not told beforehand. */
function moveWords(events: readonly SessionEvent[], words: DeskWords): OptionWords {
	const [first] = events;
	switch (first?.type) {
		case 'librarian.said':
		case 'librarian.sent-finding':
			return said(first.text);
		case 'librarian.opened-tab':
			return deed(`Open ${words.tabs[first.tab]}`);
		case 'librarian.ended':
			return deed(words.endSession);
		case 'librarian.coded':
			return deed(`Code it ${words.codes[first.code]}`);
		case 'librarian.noted':
			return deed(`Note: ${first.text}`);
		case 'clock.moved':
			return deed(`Let ${minutes(first.byMs)} pass`);
		default:
			return deed('Do nothing');
	}
}

/** What an option of an exercise says, in the words of the trainee's desk. */
export function optionWords(option: Option, words: DeskWords): OptionWords {
	switch (option.is) {
		case 'move':
			return moveWords(option.events, words);
		case 'step':
			return deed(inWordsOf(words, RULE_WORDS[option.step].name));
		case 'address':
			return deed(option.address ?? 'There is none');
		case 'code':
			return deed(words.codes[option.code]);
	}
}
