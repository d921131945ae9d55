import { expect, test } from 'vitest';
import { latestOf, ofKind, type Entry } from './entry.ts';

const named = (id: string, about: string, at: string, name: string): Entry => ({
	id,
	kind: 'trainee',
	about,
	by: null,
	at,
	body: { name, library: 'Alder County Library' }
});

const first = named('b', 't1', '2026-01-31T09:00:00Z', 'Wen');
const renamed = named('a', 't1', '2026-01-31T09:00:00.500Z', 'Wen Holloway');
const namesake = named('c', 't2', '2026-01-30T09:00:00Z', 'Wen');

test('the last word on each thing holds, whatever the order in which entries came', () => {
	for (const entries of [
		[first, renamed, namesake],
		[renamed, namesake, first]
	]) {
		const latest = latestOf(entries, 'trainee');
		expect(latest.get('t1')?.body.name).toBe('Wen Holloway');
		expect(latest.get('t2')?.body.name).toBe('Wen');
	}
});

test('entries of one moment stand in the order of their ids', () => {
	const twin = { ...first, id: 'a' };
	expect(ofKind([first, twin], 'trainee').map(({ id }) => id)).toEqual(['a', 'b']);
});
