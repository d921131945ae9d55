import { isField } from '#lib/ui/is-field.ts';

/** What a key asks of the page on which a trainer reviews a chat. */
export type ReviewCommand = 'next' | 'agree' | 'other' | 'override' | 'comment' | 'done' | 'undo';

const KEYS: Readonly<Record<string, ReviewCommand>> = {
	n: 'next',
	a: 'agree',
	x: 'other',
	o: 'override',
	c: 'comment',
	d: 'done',
	z: 'undo'
};

/** The command of a plain letter outside a field; null where the letter is written, or the browser's. */
export function reviewCommand(event: KeyboardEvent): ReviewCommand | null {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
		return null;
	if (isField(event.target) || !/^[a-z]$/i.test(event.key)) return null;
	return KEYS[event.key.toLowerCase()] ?? null;
}
