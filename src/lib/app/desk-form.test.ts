import { describe, expect, test } from 'vitest';
import type { DeskDraft } from '#lib/domain/our-desk.ts';
import { ourDeskSchema } from '#lib/storage/our-desk-schema.ts';
import { parseWith } from '#lib/storage/schema.ts';
import { draftOf, emptyDraft, HOUSE_PACKS, readDraft, rulesDraft } from './desk-form.ts';

const fresh = { id: 'house-1', earlier: null };
const filled = (over: Partial<DeskDraft> = {}): DeskDraft => ({
	...emptyDraft(),
	name: 'Alder County Library',
	shortName: 'Alder County',
	goodbye: 'Thank you for asking Alder County. Come back soon.',
	policy: [{ heading: 'Cards', text: 'Everybody may have one.' }],
	...over
});
const deskOf = (draft: DeskDraft, target: Parameters<typeof readDraft>[1] = fresh) => {
	const read = readDraft(draft, target);
	if ('problems' in read) throw new Error(JSON.stringify(read.problems));
	return read.desk;
};
const problemsOf = (draft: DeskDraft) => {
	const read = readDraft(draft, fresh);
	return 'problems' in read ? read.problems : {};
};

test('what is entered is a desk that can be stored, and comes back into the form as it was', () => {
	for (const pack of HOUSE_PACKS) {
		const draft = filled(rulesDraft(pack));
		const desk = deskOf(draft);
		expect(parseWith(ourDeskSchema, desk)).toEqual({ value: desk });
		expect(draftOf(desk)).toEqual(draft);
		expect({ ...desk.pack, id: pack.id, name: pack.name }).toEqual(pack);
	}
});

test('a change keeps the id and the points, and raises the version', () => {
	const first = deskOf(filled());
	const earlier = { ...first, pack: { ...first.pack, points: { note: 3 } } };
	const second = deskOf(filled({ goodbye: 'Bye, and come again.' }), { id: 'house-1', earlier });
	expect(second.pack).toMatchObject({ id: 'house-1', version: 2, points: { note: 3 } });
});

test('without a script there is none, and a note in which nothing stands is no note', () => {
	const desk = deskOf(filled({ goodbye: '  \n', policy: [{ heading: ' ', text: '' }] }));
	expect(desk.goodbye).toBeNull();
	expect(desk.policy).toEqual([]);
});

describe('what is not right yet is told at its place, in words', () => {
	test.for([
		['no name', { name: '  ' }, 'name', 'expected some text'],
		['a name like a book', { name: 'x'.repeat(101) }, 'name', 'at most 100 characters'],
		['a script like a book', { goodbye: 'x'.repeat(1001) }, 'goodbye', 'at most 1000 characters'],
		[
			'a heading without a text, behind an empty note',
			{
				policy: [
					{ heading: '', text: '' },
					{ heading: 'Fees', text: ' ' }
				]
			},
			'policy[0].text',
			'expected some text'
		],
		[
			'a heading that stands twice',
			{
				policy: [
					{ heading: 'Fees', text: 'None.' },
					{ heading: 'Fees', text: 'Some.' }
				]
			},
			'policy[1]',
			'stands there already'
		],
		[
			'a wait in other words',
			{ waits: { completeCheck: '1 min', silence: 'five', present: '1 min' } },
			'pack.waits.silence',
			'such as “5 min” or “90 s”'
		],
		[
			'a wait that nobody waits',
			{ waits: { completeCheck: '1 min', silence: '31 min', present: '1 min' } },
			'pack.waits.silence',
			'at most 30 min'
		],
		[
			'a situation in which nothing is right',
			{ codes: { ...emptyDraft().codes, fyi: [] } },
			'pack.codes.fyi',
			'at least one code'
		]
	] as const)('%s', ([, over, place, words]) => {
		const problems = problemsOf(filled(over as Partial<DeskDraft>));
		expect(Object.keys(problems)).toEqual([place]);
		expect(problems[place]).toContain(words);
	});
});
