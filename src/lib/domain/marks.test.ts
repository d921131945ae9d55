import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, EntryBodies, EntryKind } from './entry.ts';
import { pointsOf, type Rulings } from './judge.ts';
import { marksOf, openDisputes, withMarks } from './marks.ts';
import type { Pack } from './pack.ts';
import { RED_LINES, STEPS, type RuleId } from './step.ts';

/** All steps met but the deadline, one red line in doubt, the others kept. */
const RULINGS = {
	steps: Object.fromEntries(
		STEPS.map((step) => [step, { verdict: step === 'deadline' ? 'missed' : 'met', because: 'checked' }])
	),
	redLines: Object.fromEntries(
		RED_LINES.map((line) => [
			line,
			{ verdict: line === 'no-empty-promise' ? 'unsure' : 'kept', because: 'promise-coded' }
		])
	)
} as unknown as Rulings;
const PACK = { points: {}, passMark: 0.8 } as Pack;

const entry = <K extends EntryKind>(id: string, kind: K, body: EntryBodies[K], minute = 0): Entry =>
	({
		id,
		kind,
		about: 'attempt',
		by: 'trainer',
		at: `2026-02-01T09:${String(minute).padStart(2, '0')}:00.000Z`,
		body
	}) as Entry;

const override = (id: string, says: 'met' | 'missed' | 'not-applicable', minute = 0) =>
	entry(id, 'override', { rule: 'deadline', says, reason: 'She said by Friday.' }, minute);
const on = (rule: RuleId, entries: readonly Entry[]) =>
	marksOf(RULINGS, entries).verdicts.find((verdict) => verdict.rule === rule)!;

test('without a word of a trainer the machine’s verdicts hold', () => {
	const { verdicts } = marksOf(RULINGS, []);
	expect(verdicts.map(({ rule }) => rule)).toEqual([...STEPS, ...RED_LINES]);
	expect(verdicts.every(({ machine, holds, decidedBy }) => machine === holds && decidedBy === null)).toBe(
		true
	);
});

test('an override holds, and the machine’s verdict stays visible', () => {
	expect(on('deadline', [override('a', 'met')])).toMatchObject({ machine: 'missed', holds: 'met' });
});

test('of two overrides the later one holds, and both stand in the history', () => {
	const marked = on('deadline', [override('b', 'met', 2), override('a', 'not-applicable', 1)]);
	expect(marked.holds).toBe('met');
	expect(marked.history.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('an override that is taken back gives way to the one before it, then to the machine', () => {
	const both = [override('a', 'not-applicable', 1), override('b', 'met', 2)];
	const once = [...both, entry('u', 'undone', { entry: 'b' }, 3)];
	expect(on('deadline', once).holds).toBe('not-applicable');
	const twice = [...once, entry('v', 'undone', { entry: 'a' }, 4)];
	expect(on('deadline', twice)).toMatchObject({ holds: 'missed', decidedBy: null });
	expect(on('deadline', twice).history).toHaveLength(4);
});

test('taking back works where the clock was set back in between', () => {
	expect(on('deadline', [override('a', 'met', 5), entry('u', 'undone', { entry: 'a' }, 1)]).holds).toBe(
		'missed'
	);
});

test('an unsure line is crossed where a trainer confirms it, and kept where not', () => {
	const ruling = (stands: boolean) => entry('r', 'ruling', { rule: 'no-empty-promise', stands });
	expect(on('no-empty-promise', [ruling(true)]).holds).toBe('broken');
	expect(on('no-empty-promise', [ruling(false)]).holds).toBe('kept');
});

test('a ruling says nothing of a line of which the machine is sure', () => {
	const ruling = entry('r', 'ruling', { rule: 'privacy', stands: true });
	expect(on('privacy', [ruling])).toMatchObject({ holds: 'kept', decidedBy: null });
});

test('a dispute is open until it is settled, and open again where that is taken back', () => {
	const dispute = entry('d', 'dispute', { against: { verdict: 'deadline' }, reason: 'It was in her line.' });
	const settled = entry('s', 'upheld', { dispute: 'd', upheld: true, reason: '' }, 1);
	const undone = entry('u', 'undone', { entry: 's' }, 2);
	expect(openDisputes(marksOf(RULINGS, [dispute]))).toHaveLength(1);
	expect(openDisputes(marksOf(RULINGS, [settled, dispute]))).toHaveLength(0);
	expect(openDisputes(marksOf(RULINGS, [settled, undone, dispute]))).toHaveLength(1);
	expect(on('deadline', [dispute, settled]).disputes[0]?.settled?.body.upheld).toBe(true);
});

test('a message that was misheard is disputed apart from the verdicts', () => {
	const dispute = entry('d', 'dispute', { against: { hearing: 3 }, reason: 'I did ask.' });
	const marks = marksOf(RULINGS, [dispute]);
	expect(marks.hearings).toHaveLength(1);
	expect(marks.verdicts.flatMap(({ disputes }) => disputes)).toEqual([]);
	expect(openDisputes(marks)).toHaveLength(1);
});

test('points follow what holds', () => {
	const before = pointsOf(RULINGS, PACK);
	const after = pointsOf(withMarks(RULINGS, marksOf(RULINGS, [override('a', 'met')])), PACK);
	expect(after.earned).toBe(before.earned + 1);
	const crossed = entry('r', 'ruling', { rule: 'no-empty-promise', stands: true });
	expect(pointsOf(withMarks(RULINGS, marksOf(RULINGS, [crossed])), PACK).passed).toBe(false);
	expect(before.passed).toBe(true);
});

test('the last labels, the last overall note and the last review hold', () => {
	const marks = marksOf(RULINGS, [
		entry('b', 'label', { labels: ['compliment'] }, 2),
		entry('a', 'label', { labels: ['fyi', 'complaint'] }, 1),
		entry('c', 'overall', { text: 'Read this again with me.' }),
		entry('e', 'reviewed', {}, 4)
	]);
	expect(marks).toMatchObject({ labels: ['compliment'], overall: { id: 'c' }, reviewed: { id: 'e' } });
});

/** Any handful of words on one attempt, many of them naming one another. */
const anyEntries = fc.uniqueArray(
	fc
		.record({
			id: fc.constantFrom(...'abcdefghij'),
			minute: fc.nat(5),
			what: fc.constantFrom<(other: string) => readonly [EntryKind, unknown]>(
				() => ['override', { rule: 'deadline', says: 'met', reason: '' }],
				() => ['override', { rule: 'no-empty-promise', says: 'kept', reason: '' }],
				() => ['ruling', { rule: 'no-empty-promise', stands: true }],
				() => ['dispute', { against: { verdict: 'deadline' }, reason: '' }],
				() => ['dispute', { against: { hearing: 2 }, reason: '' }],
				(other) => ['upheld', { dispute: other, upheld: false, reason: '' }],
				(other) => ['undone', { entry: other }],
				() => ['comment', { event: 1, span: null, text: 'Well asked' }],
				() => ['label', { labels: ['fyi'] }],
				() => ['reviewed', {}]
			),
			other: fc.constantFrom(...'abcdefghij')
		})
		.map(({ id, minute, what, other }) => {
			const [kind, body] = what(other);
			return entry(id, kind, body as never, minute);
		}),
	{ selector: ({ id }) => id, maxLength: 10 }
);

test('marks do not depend on the order in which entries came', () => {
	fc.assert(
		fc.property(
			anyEntries.chain((entries) =>
				fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))
			),
			([entries, shuffled]) => {
				expect(marksOf(RULINGS, shuffled)).toEqual(marksOf(RULINGS, entries));
			}
		)
	);
});

test('taking everything back leaves the machine’s verdicts, and all of the history', () => {
	fc.assert(
		fc.property(anyEntries, (entries) => {
			const takenBack = entries
				.filter(({ kind }) => kind !== 'undone')
				.map(({ id }) => entry(`undo-${id}`, 'undone', { entry: id }, 9));
			const marks = marksOf(RULINGS, [...entries, ...takenBack]);
			expect(marks.verdicts.every(({ machine, holds }) => machine === holds)).toBe(true);
			expect(marks).toMatchObject({ comments: [], hearings: [], labels: [], overall: null, reviewed: null });
			const words = entries.filter(({ kind }) => kind === 'override' || kind === 'ruling');
			const kept = marks.verdicts.flatMap(({ history }) => history).filter(({ kind }) => kind !== 'undone');
			expect(kept).toHaveLength(words.length);
		})
	);
});
