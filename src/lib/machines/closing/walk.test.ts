import { describe, expect, test } from 'vitest';
import type { Act } from '#lib/domain/act.ts';
import type { LoggedEvent, SessionEvent } from '#lib/domain/event.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { walkLog } from './walk.ts';

const WAITS = { completeCheck: 60_000, silence: 300_000, present: 60_000 };
const FACTS: Facts = {
	library: { name: 'Fenwick', goodbye: null },
	otherScripts: {},
	patron: { name: 'Bastian', email: null, works: false },
	need: 'open',
	withinReach: false,
	local: false,
	policyAnswers: false,
	fyi: null,
	noteWords: [],
	findings: {}
};
const said = (...acts: Act[]): SessionEvent => ({
	type: 'librarian.said',
	text: '…',
	heard: acts.map((act) => ({ act, start: 0, end: 0, confidence: 1 })),
	recogniser: 'by-hand'
});
/** Where the closing stands after events, each with its second. */
const after = (...events: readonly [seconds: number, event: SessionEvent][]) => {
	const log = events.map(([seconds, event], index): LoggedEvent => ({
		...event,
		seq: index + 1,
		at: seconds * 1000
	}));
	return walkLog(FACTS, [], log, WAITS).standing;
};
const ended: SessionEvent = { type: 'librarian.ended' };
const coded: SessionEvent = { type: 'librarian.coded', code: 'answered', descriptive: [] };

describe('a wait', () => {
	const notice: [number, SessionEvent][] = [
		[0, { type: 'patron.fell-silent' }],
		[10, said('check-presence', 'announce-end')]
	];

	test('of exactly its length has passed when the session ends', () => {
		expect(after(...notice, [310, ended], [311, coded]).silenceNotice).toBe('waited');
	});

	test('that was cut short by the end is not waited for between the end and the code', () => {
		expect(after(...notice, [309, ended], [900, coded]).silenceNotice).toBe('end-announced');
		expect(after([0, said('check-answered')], [59, ended], [900, coded]).check).toBe('asked');
	});
});
