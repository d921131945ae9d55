import { expect, it } from 'vitest';
import type { LoggedEvent, SessionEvent } from '#lib/domain/event.ts';
import { transcriptItems } from './transcript.ts';

const logged = (...events: SessionEvent[]): LoggedEvent[] =>
	events.map((event, index) => ({ ...event, seq: index + 1, at: index * 1000 }));
const NAMES = { patron: 'Ann', from: 'Kim' };
const lines = (log: readonly LoggedEvent[], isTakenOver = true) =>
	transcriptItems([{ who: 'librarian', text: 'One moment.' }], log, NAMES, isTakenOver).map((item) =>
		item.kind === 'message' ? `${item.who}: ${item.text}` : item.text
	);
const SAID = { type: 'patron.said', text: 'Hello?', gives: {}, does: [] } as const;

it('lines before the takeover are not the trainee’s', () => {
	expect(lines([], false)).toEqual(['Earlier, with Kim', 'Kim: One moment.']);
	expect(lines(logged(SAID))).toEqual([
		'Earlier, with Kim',
		'Kim: One moment.',
		'You took over from Kim',
		'Ann: Hello?'
	]);
});

it('what only the machine knows is not shown', () => {
	const log = logged(
		{ type: 'follow-up.fell-due' },
		{ type: 'patron.started-typing' },
		{ type: 'librarian.noted', text: 'For staff.' },
		{ type: 'librarian.opened-tab', tab: 'found' },
		{ type: 'clock.moved', byMs: 1700 }
	);
	expect(lines(log)).toHaveLength(3);
});

it('looking something up shows once, however often the tab is opened', () => {
	const info = { type: 'librarian.opened-tab', tab: 'info' } as const;
	const log = logged(info, { type: 'librarian.opened-tab', tab: 'policy' }, info);
	expect(lines(log).slice(3)).toEqual(['You opened the Info tab.', 'You opened the policy page.']);
});

it('tells a patron who left from a connection that broke off', () => {
	expect(lines(logged({ type: 'patron.left', how: 'said-goodbye' })).at(-1)).toBe('Ann has left the chat.');
	expect(lines(logged({ type: 'patron.left', how: 'system-line' })).at(-1)).toBe(
		'The patron is no longer connected.'
	);
});

it('every line has a key of its own', () => {
	const items = transcriptItems([{ who: 'patron', text: 'Hi' }], logged(SAID, SAID), NAMES, true);
	expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
});
