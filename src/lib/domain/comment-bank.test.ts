import { expect, test } from 'vitest';
import { commentBank } from './comment-bank.ts';
import type { Entry } from './entry.ts';

const comment = (id: string, text: string): Entry => ({
	id,
	kind: 'comment',
	about: 'a',
	by: null,
	at: '2026-02-01T09:00:00.000Z',
	body: { event: 1, span: null, text }
});

test('what was commented most often comes first, each text once, and what was taken back is left out', () => {
	const undone: Entry = { ...comment('u', ''), kind: 'undone', body: { entry: 'e' } };
	const bank = commentBank([
		comment('a', 'Say why you ask.'),
		comment('b', 'Open the Info tab first.'),
		comment('c', ' Open the Info tab first. '),
		comment('d', '  '),
		comment('e', 'Never mind.'),
		undone
	]);
	expect(bank).toEqual(['Open the Info tab first.', 'Say why you ask.']);
});
