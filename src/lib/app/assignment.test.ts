import { describe, expect, test } from 'vitest';
import type { Assignment } from '#lib/domain/assignment.ts';
import type { EntryOf } from '#lib/domain/entry.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import { codedEvent, headerOf } from '#lib/storage/specimens.ts';
import { emptyAssignment, readAssignment, type AssignmentDraft } from './assignment-form.ts';
import { assignmentEntry, findAssignment, isGenuine, listAssignments, standingOf } from './assignment.ts';
import { saveCopy, takeIn } from './backup.ts';
import { assignedTerms } from './begin-terms.ts';
import { realWorld } from './world.ts';

const world = { ...realWorld, newSeed: () => 42 };
const drafted = (over: Partial<AssignmentDraft> = {}): AssignmentDraft => ({
	...emptyAssignment(),
	title: 'Week 6',
	scenarios: ['sixty-four-pages', 'obituary-of-1894'],
	mode: 'assessment',
	attempts: '1',
	due: '2026-03-31',
	...over
});
function assigned(over: Partial<AssignmentDraft> = {}): Assignment {
	const read = readAssignment(drafted(over), [], world);
	if ('problems' in read) throw new Error(JSON.stringify(read.problems));
	return read.assignment;
}
const entryOf = async (assignment: Assignment) => (await assignmentEntry(assignment, world))!;

test('the form gives chats in the order of the bank, each with its seed', () => {
	expect(assigned()).toMatchObject({
		tasks: [
			{ scenario: 'obituary-of-1894', seed: 42 },
			{ scenario: 'sixty-four-pages', seed: 42 }
		],
		attempts: 1,
		due: '2026-03-31',
		desk: null,
		pack: '24-7'
	});
});

describe('what is not right in the form is told at its field', () => {
	test.for([
		['no title', { title: ' ' }, 'title'],
		['no chat', { scenarios: [] }, 'scenarios'],
		['half an attempt', { attempts: '1.5' }, 'attempts'],
		['no attempt', { attempts: '0' }, 'attempts'],
		['attempts in words', { attempts: 'two' }, 'attempts'],
		['a day that there is not', { due: '2026-13-45' }, 'due'],
		['rules that there are not', { rules: 'house-gone' }, 'rules']
	] as const)('%s', ([, over, field]) => {
		const read = readAssignment(drafted(over as Partial<AssignmentDraft>), [], world);
		expect('problems' in read && Object.keys(read.problems)).toEqual([field]);
	});
});

describe('an assignment that was changed', () => {
	const changes: [string, (entry: EntryOf<'assignment'>) => EntryOf<'assignment'>][] = [
		['more attempts', (entry) => ({ ...entry, body: { ...entry.body, attempts: 99 } })],
		['a later day', (entry) => ({ ...entry, body: { ...entry.body, due: null } })],
		['an easier mode', (entry) => ({ ...entry, body: { ...entry.body, mode: 'guided' } })]
	];
	test.for(changes)('is another one, and never stands for the first: %s', async ([, change]) => {
		const entry = await entryOf(assigned());
		const forged = { ...change(entry), id: 'forged', at: '2099-01-01T00:00:00.000Z' };
		expect(await isGenuine(entry)).toBe(true);
		expect(await isGenuine(forged)).toBe(false);
		const store = createMemoryStore();
		await store.addEntries([entry, forged]);
		expect(await findAssignment(store, entry.about)).toEqual(entry.body);
		expect(await listAssignments(store)).toEqual([entry]);
	});
});

describe('a chat is begun for an assignment', () => {
	test('with its mode, pace, seed and rules, whatever was asked for', async () => {
		const store = createMemoryStore();
		const entry = await entryOf(assigned());
		await store.addEntries([entry]);
		expect(await assignedTerms(store, 'obituary-of-1894', entry.about)).toMatchObject({
			mode: 'assessment',
			pack: { id: '24-7' },
			own: { pace: 'real', seed: 42, assignment: entry.about }
		});
		expect(await assignedTerms(store, 'soil-salinity', entry.about)).toEqual({
			why: 'The assignment does not ask for this chat.'
		});
		expect(await assignedTerms(store, 'obituary-of-1894', 'gone')).toMatchObject({
			why: expect.stringContaining('Open its link again')
		});
	});

	test('and how far one is counts what was begun, also what was left', async () => {
		const store = createMemoryStore();
		const { about, body } = await entryOf(assigned());
		const begin = (id: string, startedAt: string, over = {}) =>
			store.create(
				headerOf(id, {
					scenario: { id: 'obituary-of-1894', title: 'x', hash: 'h' },
					assignment: about,
					startedAt,
					...over
				})
			);
		await begin('left', '2026-03-01T09:00:00.000Z');
		await begin('done', '2026-04-02T09:00:00.000Z');
		await begin('of-another', '2026-03-01T08:00:00.000Z', { trainee: 'wen' });
		await begin('for-nothing', '2026-03-01T08:00:00.000Z', { assignment: null });
		await store.append('done', [codedEvent(1)]);
		const [dolores, pages] = await standingOf(store, about, body, null);
		expect(dolores).toMatchObject({ left: 0, title: 'The obituary of 1894' });
		expect(
			dolores!.places.map(({ attempt, isCounted, isLate, isFinished }) => [
				attempt.id,
				isCounted,
				isLate,
				isFinished
			])
		).toEqual([
			['left', true, false, false],
			['done', false, true, true]
		]);
		expect(pages).toMatchObject({ left: 1, places: [] });
	});
});

test('what was played for an assignment brings it along in its file', async () => {
	const [mine, trainers] = [createMemoryStore(), createMemoryStore()];
	const entry = await entryOf(assigned());
	await mine.addEntries([entry]);
	await mine.create(headerOf('a', { assignment: entry.about }));
	const copy = await saveCopy(mine, world, ['a']);
	if ('sentence' in copy) throw new Error(copy.sentence);
	await takeIn(trainers, copy.text);
	expect(await findAssignment(trainers, entry.about)).toEqual(entry.body);
});
