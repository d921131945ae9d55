import type { Attempt, AttemptHeader } from '#lib/domain/attempt.ts';
import type { EntryOf } from '#lib/domain/entry.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Outcome } from './failure.ts';
import type { DrillResult } from './port.ts';

/** Records for the tests of this folder: each call gives a new, valid one. */
export const headerOf = (id: string, over: Partial<AttemptHeader> = {}): AttemptHeader => ({
	format: 2,
	id,
	scenario: { id: 'dolores', title: 'The obituary', hash: 'h1' },
	facts: {
		library: { name: 'Alder County Library', goodbye: 'Thank you. Come back soon.' },
		otherScripts: { 'birch-goodbye': 'Good day from Birch.' },
		patron: { name: 'Dolores', email: null, works: true },
		need: 'open',
		withinReach: false,
		local: true,
		policyAnswers: false,
		fyi: { reason: 'a broken link', words: ['link'] },
		noteWords: ['obituary'],
		findings: { guide: { text: 'The guide', meets: false } }
	},
	takeover: [{ who: 'patron', text: 'I look for an obituary.', gives: { deadline: 'Friday' } }],
	seed: 7,
	mode: 'guided',
	pace: 'real',
	trainee: null,
	assignment: null,
	origin: null,
	pack: '24-7',
	startedAt: '2026-01-31T09:30:00.000Z',
	...over
});

export const saidEvent = (seq: number, text = `Message ${seq}`, at = seq * 1000): LoggedEvent => ({
	type: 'librarian.said',
	text,
	heard: [{ act: 'goodbye', start: 0, end: 3, confidence: 0.97 }],
	recogniser: '1',
	seq,
	at
});

export const codedEvent = (seq: number, at = seq * 1000): LoggedEvent => ({
	type: 'librarian.coded',
	code: 'answered',
	descriptive: ['reference'],
	seq,
	at
});

export const logOf = (length: number): LoggedEvent[] =>
	Array.from({ length }, (_, index) => saidEvent(index + 1));

export const attemptOf = (id: string, events: readonly LoggedEvent[]): Attempt => ({
	...headerOf(id),
	events
});

export const drillOf = (id: string, over: Partial<DrillResult> = {}): DrillResult => ({
	id,
	caseId: 'lost-call-misused',
	code: 'lost-call',
	at: '2026-01-31T10:00:00.000Z',
	right: false,
	rule: 'lost-call-needs-silence',
	...over
});

export const entryOf = (id: string, over: Partial<EntryOf<'trainee'>> = {}): EntryOf<'trainee'> => ({
	id,
	kind: 'trainee',
	about: 'trainee-1',
	by: null,
	at: '2026-01-31T09:00:00.000Z',
	body: { name: 'Wen Holloway', library: 'Alder County Library' },
	...over
});

/** The value of an outcome that must be one. */
export async function valueOf<T, F>(outcome: Promise<Outcome<T, F>>): Promise<T> {
	const settled = await outcome;
	if (!settled.ok) throw new Error(`Failed: ${JSON.stringify(settled.failure)}`);
	return settled.value;
}

/** The code of an outcome that must be a failure. */
export async function codeOf<F extends { code: string }>(
	outcome: Promise<Outcome<unknown, F>>
): Promise<F['code']> {
	const settled = await outcome;
	if (settled.ok) throw new Error(`Succeeded: ${JSON.stringify(settled.value)}`);
	return settled.failure.code;
}
