import { isField } from '#lib/ui/is-field.ts';
import type { DeskWords } from '#lib/domain/desk-words.ts';
import { TABS, type Tab } from '#lib/domain/facts.ts';

/** What a key can ask of the desk from anywhere. */
export type Command = { do: 'help' | 'let-time-pass' | 'end' } | { do: 'open-tab'; tab: Tab };

/** The keys and what they do, in the words of the trainee's desk. */
export const shortcutsAt = ({
	tabs,
	endSession
}: Pick<DeskWords, 'tabs' | 'endSession'>): { keys: readonly string[]; does: string }[] => [
	{ keys: ['/'], does: 'search scripts, at the start of a line or after a space' },
	{ keys: ['Enter'], does: 'send the message, or insert the chosen script' },
	{ keys: ['Shift', 'Enter'], does: 'begin a new line' },
	...TABS.map((tab, index) => ({ keys: ['Alt', String(index + 1)], does: `open ${tabs[tab]}` })),
	{ keys: ['Alt', 'T'], does: 'let time pass' },
	{ keys: ['Alt', 'E'], does: `${endSession}; you are asked first` },
	{ keys: ['Esc'], does: 'close what lies on top; from a side tab, back to the typing box' },
	{ keys: ['?'], does: 'show this list, outside a text field' }
];

const COMMANDS: Readonly<Record<string, Command>> = {
	t: { do: 'let-time-pass' },
	e: { do: 'end' },
	...Object.fromEntries(TABS.map((tab, index) => [String(index + 1), { do: 'open-tab', tab } as const]))
};

/** The letter or figure on the key: what it writes where that is a plain letter, else where it lies on the keyboard. */
function keyName({ key, code }: KeyboardEvent): string {
	if (/^[a-z]$/i.test(key)) return key.toLowerCase();
	return code.replace(/^(Key|Digit)/, '').toLowerCase();
}

interface Keyboard {
	/** It writes characters with Alt ("†", "ę"), as Apple's do; there a text field keeps its keys. */
	altWrites: boolean;
	/** Whether a sign alone is a shortcut. */
	hasSingleKeys: boolean;
}

/** The command that a key press asks for, if any. */
export function commandOf(event: KeyboardEvent, { altWrites, hasSingleKeys }: Keyboard): Command | null {
	if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return null;
	if (event.getModifierState('AltGraph')) return null;
	const inField = isField(event.target);
	if (!event.altKey) return hasSingleKeys && event.key === '?' && !inField ? { do: 'help' } : null;
	return inField && altWrites ? null : (COMMANDS[keyName(event)] ?? null);
}
