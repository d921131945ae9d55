import type { ResolutionCode } from './code.ts';
import type { List } from './consequence.ts';
import type { Tab } from './facts.ts';
import { CODE_WORDS } from './rule-words.ts';

/** The desks whose words can be shown. The rules stay the same; what is called what is equated by us. */
export const DESKS = ['questionpoint', 'libanswers', 'libraryh3lp'] as const;
export type Desk = (typeof DESKS)[number];

export interface DeskWords {
	name: string;
	tabs: Readonly<Record<Tab, string>>;
	codes: Readonly<Record<ResolutionCode, string>>;
	lists: Readonly<Record<List, string>>;
	endSession: string;
	note: string;
	/** Where coded sessions are followed up. */
	askModule: string;
}

const codeNames = Object.fromEntries(
	Object.entries(CODE_WORDS).map(([code, { name }]) => [code, name])
) as Record<ResolutionCode, string>;

/** QuestionPoint's words are the product's own: its source is a tip for that desk. */
export const DESK_WORDS: Readonly<Record<Desk, DeskWords>> = {
	questionpoint: {
		name: 'QuestionPoint',
		tabs: { scripts: 'Scripts', info: 'Info', policy: 'Policy', found: 'Found', notes: 'Notes' },
		codes: codeNames,
		lists: { New: 'New', Active: 'Active', Pending: 'Pending', Answered: 'Answered', Closed: 'Closed' },
		endSession: 'End session',
		note: 'Librarian note',
		askModule: 'Ask module'
	},
	libanswers: {
		name: 'LibAnswers',
		tabs: {
			scripts: 'Canned messages',
			info: 'Patron information',
			policy: 'Staffing FAQ',
			found: 'Found',
			notes: 'Internal notes'
		},
		codes: {
			...codeNames,
			'follow-up-by-patrons-library': 'Create Ticket, for the patron’s library',
			'follow-up-by-me': 'Create Ticket, assigned to me',
			'lost-call': 'Missed'
		},
		lists: { New: 'New', Active: 'Open', Pending: 'Pending', Answered: 'Answered', Closed: 'Closed' },
		endSession: 'End Chat',
		note: 'Internal note',
		askModule: 'ticket dashboard'
	},
	libraryh3lp: {
		name: 'LibraryH3lp',
		tabs: {
			scripts: 'Canned messages',
			info: 'Guest',
			policy: 'Queue profile',
			found: 'Found',
			notes: 'Notes'
		},
		codes: {
			...codeNames,
			answered: 'Tag: answered',
			'follow-up-by-patrons-library': 'Tag: follow-up, patron’s library',
			'follow-up-by-me': 'Tag: follow-up, me',
			'lost-call': 'Tag: lost',
			practice: 'Tag: practice'
		},
		lists: { New: 'New', Active: 'Active', Pending: 'Pending', Answered: 'Answered', Closed: 'Closed' },
		endSession: 'Tag and close',
		note: 'Note',
		askModule: 'admin history'
	}
};

export const isDesk = (text: unknown): text is Desk => DESKS.some((desk) => desk === text);

/** A code inside a sentence: where a desk's name for it is no plain noun, only quotation marks show where it ends. */
const codeIn =
	(code: ResolutionCode) =>
	({ codes }: DeskWords): string =>
		codes[code] === codeNames[code] ? codes[code] : `“${codes[code]}”`;

/** The product's own names for what every desk has under another one. */
const OWN_NAMES: readonly [RegExp, (words: DeskWords) => string][] = [
	// In a sentence it stays a tab; by itself it heads a column.
	[/(?<=\b[Tt]he )Info tab\b/g, ({ tabs }) => `${tabs.info} tab`],
	[/\bInfo tab\b/g, ({ tabs }) => tabs.info],
	[/\bScripts tab\b/g, ({ tabs }) => `${tabs.scripts} tab`],
	[/\b[Pp]olicy page\b/g, ({ tabs }) => tabs.policy],
	[/\bLibrarian Notes\b/g, ({ tabs }) => tabs.notes],
	[/\bEnd session\b/g, ({ endSession }) => endSession],
	[/\bFollow-up by patron['’]s library\b/g, codeIn('follow-up-by-patrons-library')],
	[/\bFollow-up by me\b/g, codeIn('follow-up-by-me')],
	[/\bLost Call\b/g, codeIn('lost-call')],
	[/\bAnswered\b(?! list)/g, codeIn('answered')]
];

/** A sentence of the product in the words of a desk; in those of QuestionPoint it stands as it is. */
export const inWordsOf = (words: DeskWords, text: string): string =>
	words === DESK_WORDS.questionpoint
		? text
		: OWN_NAMES.reduce((sentence, [own, theirs]) => sentence.replace(own, theirs(words)), text);
