import { expect, test } from 'vitest';
import type { Act } from '#lib/domain/act.ts';
import type { LoggedEvent, SessionEvent } from '#lib/domain/event.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { packById } from '#lib/scenarios/bank.ts';
import { coach } from './coach.ts';

const PACK = packById('24-7')!;
const FACTS: Facts = {
	library: { name: 'Dunmore Library', goodbye: null },
	otherScripts: {},
	patron: { name: 'Hesper', email: null, works: false },
	need: 'open',
	withinReach: false,
	local: true,
	policyAnswers: false,
	fyi: null,
	noteWords: [],
	findings: { photo: { text: 'Here it is.', meets: true } }
};
const BEFORE = [
	{ who: 'patron', text: 'Is there a photograph?' },
	{ who: 'librarian', text: 'I will look.' }
] as const;

const said = (...acts: Act[]): SessionEvent => ({
	type: 'librarian.said',
	text: 'words',
	heard: acts.map((act) => ({ act, start: 0, end: 5, confidence: 1 })),
	recogniser: 'by-hand'
});
const patronSaid = (...does: ('refuses' | 'satisfied')[]): SessionEvent => ({
	type: 'patron.said',
	text: 'words',
	gives: {},
	does
});
const DUE: SessionEvent = { type: 'follow-up.fell-due' };

function states(...events: SessionEvent[]): Record<string, string> {
	const log: LoggedEvent[] = events.map((event, index) => ({ ...event, seq: index + 1, at: index * 1_000 }));
	const { steps } = coach(FACTS, BEFORE, log, PACK, log.length * 1_000);
	return Object.fromEntries(steps.map(({ id, state }) => [id, state]));
}

test('a tab that was not opened in time is past, and the coach goes on to what can still be done', () => {
	expect(states(DUE)).toMatchObject({ 'policy-page': 'now', 'info-tab': 'open' });
	const promised = states(DUE, said('explain-follow-up', 'ask-email'));
	expect(promised).toMatchObject({ 'policy-page': 'past', 'info-tab': 'past', email: 'now' });
	const looked = states(DUE, { type: 'librarian.opened-tab', tab: 'policy' }, said('ask-email'));
	expect(looked).toMatchObject({ 'policy-page': 'done', 'info-tab': 'past', email: 'now' });
});

test('a note is asked for where one is owed, and nowhere else', () => {
	const declined = [DUE, said('ask-email', 'explain-need-email'), patronSaid('refuses')];
	expect(states(DUE)).not.toHaveProperty('note');
	expect(states(...declined)).toHaveProperty('note');
	const met: SessionEvent = { type: 'librarian.sent-finding', finding: 'photo', text: 'Here it is.' };
	const ended = states(met, said('check-answered'), patronSaid('satisfied'), { type: 'librarian.ended' });
	expect(ended).not.toHaveProperty('note');
	expect(ended).toMatchObject({ 'resolution-code': 'now' });
});
