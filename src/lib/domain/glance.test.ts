import { describe, expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { crossings, heatOf, missedMost, partings, pointsOverTime, sortedHeat } from './glance.ts';
import { RULES, verdictText, type ScoreRow } from './score-row.ts';
import type { RuleId } from './step.ts';
import type { RedLineVerdict, StepVerdict } from './verdict.ts';

type Verdicts = Partial<Record<RuleId, StepVerdict | RedLineVerdict>>;
const textOf = (verdicts: Verdicts): string =>
	verdictText(RULES.map((rule) => ({ rule, verdict: verdicts[rule] ?? 'not-applicable' })));

let number = 0;
function rowOf(
	trainee: string | null,
	holds: Verdicts,
	over: Partial<ScoreRow> = {},
	machine = holds
): ScoreRow {
	number += 1;
	return {
		attempt: `a${number}`,
		trainee,
		scenario: 's',
		title: 'S',
		mode: 'practice',
		assignment: null,
		startedAt: '2026-02-04T10:00:00Z',
		isCoded: true,
		earned: 3,
		possible: 4,
		isPassed: false,
		machine: textOf(machine),
		holds: textOf(holds),
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
	};
}

describe('the heat map', () => {
	const rows = [
		rowOf('ann', { email: 'met', goodbye: 'missed' }),
		rowOf('ann', { email: 'missed' }),
		rowOf('bo', { email: 'met', 'no-empty-promise': 'broken' }),
		rowOf('bo', { email: 'missed' }, { isCoded: false }),
		rowOf(null, {})
	];

	test('counts what holds, in coded chats, where the step applied', () => {
		const [ann, bo, nobody] = heatOf(rows);
		expect(ann).toMatchObject({ trainee: 'ann', chats: 2, points: { earned: 6, possible: 8 }, crossed: 0 });
		expect(ann?.steps.email).toEqual({ met: 1, of: 2 });
		expect(ann?.steps.goodbye).toEqual({ met: 0, of: 1 });
		expect(bo).toMatchObject({ trainee: 'bo', chats: 1, crossed: 1 });
		expect(bo?.steps.email).toEqual({ met: 1, of: 1 });
		expect(nobody?.trainee).toBeNull();
	});

	const order = (...args: [Parameters<typeof sortedHeat>[1], boolean]) =>
		sortedHeat(heatOf(rows), ...args, (id) => id ?? 'zz').map(({ trainee }) => trainee);

	test('by a step has first who misses it most, and last whom it never met, whichever way', () => {
		expect(order('email', false)).toEqual(['ann', 'bo', null]);
		expect(order('email', true)).toEqual(['bo', 'ann', null]);
	});

	test('stands by name, by chats and by red lines', () => {
		expect(order('trainee', false)).toEqual(['ann', 'bo', null]);
		expect(order('trainee', true)).toEqual([null, 'bo', 'ann']);
		expect(order('chats', false)).toEqual(['ann', 'bo', null]);
		expect(order('crossed', false)).toEqual(['bo', 'ann', null]);
	});
});

test('the step missed most is the one missed in the largest share, not the most often', () => {
	const rows = [
		rowOf('ann', { email: 'missed', note: 'missed' }),
		rowOf('ann', { email: 'missed' }),
		rowOf('ann', { email: 'met' })
	];
	expect(missedMost(heatOf(rows))).toEqual([
		{ step: 'note', share: { met: 0, of: 1 } },
		{ step: 'email', share: { met: 1, of: 3 } }
	]);
});

test('a doubt is no crossing', () => {
	const rows = [
		rowOf('ann', { 'no-empty-promise': 'unsure' }),
		rowOf('ann', { 'no-empty-promise': 'broken' }),
		rowOf('ann', { 'no-empty-promise': 'kept' })
	];
	expect(crossings(rows)).toContainEqual({ line: 'no-empty-promise', broken: 1, unsure: 1, of: 3 });
	expect(crossings(rows)).toContainEqual({ line: 'privacy', broken: 0, unsure: 0, of: 0 });
});

describe('where machine and trainer part', () => {
	const entry = (id: string, kind: string, about: string, body: unknown): Entry =>
		({ id, kind, about, by: null, at: '2026-02-05T10:00:00Z', body }) as Entry;

	test('a verdict changed counts once, a doubt settled is none changed', () => {
		const rows = [
			rowOf('ann', { goodbye: 'met' }, {}, { goodbye: 'missed' }),
			rowOf('ann', { goodbye: 'met' }),
			rowOf('ann', { privacy: 'kept' }, {}, { privacy: 'unsure' }),
			rowOf('ann', { privacy: 'broken' }, {}, { privacy: 'unsure' }),
			rowOf('ann', { privacy: 'unsure' })
		];
		expect(partings(rows, [])).toEqual([
			{ rule: 'privacy', changed: 0, of: 0, confirmed: 1, dismissed: 1, disputed: 0, upheld: 0, refused: 0 },
			{ rule: 'goodbye', changed: 1, of: 2, confirmed: 0, dismissed: 0, disputed: 0, upheld: 0, refused: 0 }
		]);
	});

	test('disputes count by what became of them; taken back they never were, and others’ are not ours', () => {
		const rows = [rowOf('ann', { email: 'missed' }, { attempt: 'mine' })];
		const against = { against: { verdict: 'email' }, reason: '' };
		const entries = [
			entry('d1', 'dispute', 'mine', against),
			entry('d2', 'dispute', 'mine', against),
			entry('d3', 'dispute', 'mine', against),
			entry('d4', 'dispute', 'mine', against),
			entry('d5', 'dispute', 'elsewhere', against),
			entry('u1', 'upheld', 'mine', { dispute: 'd1', upheld: true, reason: '' }),
			entry('u2', 'upheld', 'mine', { dispute: 'd2', upheld: false, reason: '' }),
			entry('x4', 'undone', 'mine', { entry: 'd4' })
		];
		expect(partings(rows, entries)).toMatchObject([{ rule: 'email', disputed: 3, upheld: 1, refused: 1 }]);
	});
});

test('a week runs from Monday to Sunday, wherever the chats stand in the list', () => {
	const at = (startedAt: string) => rowOf('ann', {}, { startedAt });
	const rows = [at('2026-02-09T00:00:00Z'), at('2026-02-08T23:59:59.999Z'), at('2026-02-02T00:00:00Z')];
	expect(pointsOverTime(rows)).toEqual([
		{ from: '2026-02-02T00:00:00.000Z', earned: 6, possible: 8, chats: 2 },
		{ from: '2026-02-09T00:00:00.000Z', earned: 3, possible: 4, chats: 1 }
	]);
});
