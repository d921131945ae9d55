import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_FILTER, SORTS, TRAITS, filterIn, queueOf, searchOf, type QueueFilter } from './queue.ts';
import { RULES, type ScoreRow } from './score-row.ts';

const KEPT = 'm'.repeat(RULES.length - 3) + 'kkk';
const row = (attempt: string, over: Partial<ScoreRow> = {}): ScoreRow => ({
	attempt,
	trainee: 't1',
	scenario: 's1',
	title: 'The heron',
	mode: 'practice',
	assignment: null,
	startedAt: '2026-02-01T09:00:00.000Z',
	isCoded: true,
	earned: 6,
	possible: 8,
	isPassed: true,
	machine: KEPT,
	holds: KEPT,
	playedPack: '24-7',
	pack: '24-7@1',
	rules: 1,
	standing: '',
	facts: '',
	waits: '',
	isReviewed: false,
	openDisputes: 0,
	labels: [],
	...over
});

const NAMES = new Map([
	['t1', 'Wen'],
	['t2', 'Ada']
]);
const GROUPS = new Map([['g', ['t2']]]);
const shown = (rows: readonly ScoreRow[], filter: Partial<QueueFilter> = {}) =>
	queueOf(rows, { ...FIRST_FILTER, ...filter }, NAMES, GROUPS).map(({ attempt }) => attempt);

describe('the queue', () => {
	test('who objects comes first, then harm done, doubt, and a chat not passed; each the oldest first', () => {
		const rows = [
			row('passed'),
			row('short', { isPassed: false }),
			row('unsure', { holds: KEPT.replace(/k$/, 'u') }),
			row('crossed-late', { holds: KEPT.replace(/k$/, 'b'), startedAt: '2026-02-02T09:00:00.000Z' }),
			row('crossed', { holds: KEPT.replace(/k$/, 'b') }),
			row('disputed', { openDisputes: 1 })
		];
		expect(shown(rows)).toEqual(['disputed', 'crossed', 'crossed-late', 'unsure', 'short', 'passed']);
	});

	test('what is reviewed is left out on arriving, and comes last where it is asked for', () => {
		const rows = [row('done', { isReviewed: true, openDisputes: 1 }), row('new')];
		expect(shown(rows)).toEqual(['new']);
		expect(shown(rows, { traits: [] })).toEqual(['new', 'done']);
	});

	test('a chat without a code is not there to be reviewed', () => {
		expect(shown([row('open', { isCoded: false })])).toEqual([]);
	});

	test('a red line is what counts after the trainer’s words, not what the machine said', () => {
		const forgiven = row('forgiven', { machine: KEPT.replace(/k$/, 'b') });
		expect(shown([forgiven], { traits: ['red-line'] })).toEqual([]);
	});

	test('trainee, group, scenario and days each narrow it, days with both ends', () => {
		const rows = [
			row('a'),
			row('b', { trainee: 't2', scenario: 's2', startedAt: '2026-02-03T23:59:59.000Z' }),
			row('c', { trainee: null })
		];
		expect(shown(rows, { trainee: 't1' })).toEqual(['a']);
		expect(shown(rows, { group: 'g' })).toEqual(['b']);
		expect(shown(rows, { group: 'none' })).toEqual([]);
		expect(shown(rows, { scenario: 's2' })).toEqual(['b']);
		expect(shown(rows, { from: '2026-02-02', to: '2026-02-03' })).toEqual(['b']);
	});

	test('it sorts by name, by points, by date, and the other way round', () => {
		const rows = [
			row('wen', { earned: 2 }),
			row('ada', { trainee: 't2', startedAt: '2026-02-05T09:00:00.000Z' })
		];
		expect(shown(rows, { sort: 'trainee' })).toEqual(['ada', 'wen']);
		expect(shown(rows, { sort: 'points' })).toEqual(['wen', 'ada']);
		expect(shown(rows, { sort: 'date' })).toEqual(['ada', 'wen']);
		expect(shown(rows, { sort: 'date', isReversed: true })).toEqual(['wen', 'ada']);
	});
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyFilter: fc.Arbitrary<QueueFilter> = fc.record({
	trainee: maybe(fc.string({ minLength: 1 })),
	group: maybe(fc.string({ minLength: 1 })),
	scenario: maybe(fc.string({ minLength: 1 })),
	from: fc.constantFrom(null, '2026-02-01'),
	to: fc.constantFrom(null, '2026-12-31'),
	traits: fc.subarray([...TRAITS]),
	sort: fc.constantFrom(...SORTS),
	isReversed: fc.boolean()
});

test('a filter comes back from its address as it was', () => {
	fc.assert(
		fc.property(anyFilter, (filter) => {
			const back = filterIn(new URLSearchParams(String(searchOf(filter))));
			expect({ ...back, traits: [...back.traits].sort() }).toEqual({
				...filter,
				traits: [...filter.traits].sort()
			});
		})
	);
});

test('an address that was tampered with asks for nothing that is not there', () => {
	expect(filterIn(new URLSearchParams('from=yesterday&sort=__proto__&only=constructor&trainee='))).toEqual({
		...FIRST_FILTER,
		traits: []
	});
});
