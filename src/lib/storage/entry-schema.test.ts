import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { entrySchema } from './entry-schema.ts';
import { entryOf } from './specimens.ts';

const parsed = (kind: string, body: unknown) =>
	v.safeParse(entrySchema, { ...entryOf('e'), kind, body }).success;

const GOOD: readonly (readonly [kind: string, body: unknown])[] = [
	['trainee', { name: 'Wen Holloway', library: 'Alder County Library' }],
	['group', { name: 'Autumn', members: ['t1', 't2'] }],
	['played-by', { trainee: 't1' }],
	['comment', { event: 0, span: null, text: 'Read the Info tab first.' }],
	['comment', { event: 4, span: { start: 2, end: 5 }, text: '' }],
	['override', { rule: 'deadline', says: 'met', reason: 'She said Friday.' }],
	['override', { rule: 'privacy', says: 'kept', reason: '' }],
	['ruling', { rule: 'no-empty-promise', stands: false }],
	['label', { labels: ['fyi', 'compliment'] }],
	['label', { labels: [] }],
	['overall', { text: 'Better than last week.' }],
	['reviewed', {}],
	['dispute', { against: { verdict: 'email' }, reason: 'It was on file.' }],
	['dispute', { against: { hearing: 7 }, reason: 'I did ask.' }],
	['upheld', { dispute: 'd', upheld: true, reason: '' }],
	['pack-choice', { pack: 'note-only' }],
	['undone', { entry: 'd' }]
];

const BAD: readonly (readonly [why: string, kind: string, body: unknown])[] = [
	['a red line’s verdict on a step', 'override', { rule: 'deadline', says: 'broken', reason: '' }],
	['a step’s verdict on a red line', 'override', { rule: 'privacy', says: 'met', reason: '' }],
	['an override into doubt', 'override', { rule: 'privacy', says: 'unsure', reason: '' }],
	['a rule that is none of ours', 'override', { rule: 'toString', says: 'met', reason: '' }],
	['a ruling on a step', 'ruling', { rule: 'deadline', stands: true }],
	['words that end where they start', 'comment', { event: 1, span: { start: 5, end: 5 }, text: '' }],
	['an objection to two things', 'dispute', { against: { verdict: 'email', hearing: 1 }, reason: '' }],
	['a label twice over', 'label', { labels: ['fyi', 'fyi', 'fyi', 'fyi'] }],
	['a review that says more', 'reviewed', { by: 'me' }],
	['a book as a reason', 'override', { rule: 'deadline', says: 'met', reason: 'x'.repeat(20_001) }],
	['a kind that is none of ours', 'verdict', {}]
];

describe('an entry', () => {
	test.each(GOOD)('%s is taken as it is described', (kind, body) => {
		expect(parsed(kind, body)).toBe(true);
	});
	test.each(BAD)('%s is refused', (_why, kind, body) => {
		expect(parsed(kind, body)).toBe(false);
	});
});
