import type { DeskWords } from '#lib/domain/desk-words.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';

/** So much of a message tells which one it is. */
const ENOUGH_CHARACTERS = 60;
const shortened = (text: string): string =>
	text.length > ENOUGH_CHARACTERS ? `${text.slice(0, ENOUGH_CHARACTERS).trimEnd()} …` : text;

/** What happened, in words that follow a time: "2:14, you noted …". */
export function deedOf(event: LoggedEvent, patron: string, words: DeskWords): string {
	switch (event.type) {
		case 'librarian.said':
			return `you said “${shortened(event.text)}”`;
		case 'librarian.sent-finding':
			return `you sent “${shortened(event.text)}”`;
		case 'librarian.opened-tab':
			return `you opened ${words.tabs[event.tab]}`;
		case 'librarian.noted':
			return `you noted “${shortened(event.text)}”`;
		case 'librarian.ended':
			return 'you ended the session';
		case 'librarian.coded':
			return `you chose ${words.codes[event.code]}`;
		case 'patron.said':
			return `${patron} said “${shortened(event.text)}”`;
		case 'patron.left':
			return event.how === 'said-goodbye' ? `${patron} left` : 'the connection broke off';
		case 'patron.fell-silent':
			return `${patron} went quiet`;
		case 'patron.started-typing':
			return `${patron} began to type`;
		case 'follow-up.fell-due':
			return 'follow-up fell due';
		case 'clock.moved':
			return 'you let time pass';
	}
}
