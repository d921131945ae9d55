import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { groupsIn, peopleIn } from './people.ts';

const trainee = (id: string, about: string, name: string, library: string, minute = 0): Entry => ({
	id,
	kind: 'trainee',
	about,
	by: null,
	at: `2026-02-01T09:0${minute}:00.000Z`,
	body: { name, library }
});

test('one of a kind is shown by name alone', () => {
	const people = peopleIn([trainee('e', 't1', 'Ines Okafor', 'Lake County')]);
	expect(people.get('t1')?.shown).toBe('Ines Okafor');
});

test('namesakes of two libraries are shown with their libraries, however the name is typed', () => {
	const people = peopleIn([
		trainee('e', 't1', 'Ines Okafor', 'Lake County'),
		trainee('f', 't2', 'ines okafor ', 'Riverbend')
	]);
	expect([...people.values()].map(({ shown }) => shown)).toEqual([
		'Ines Okafor, Lake County',
		'ines okafor , Riverbend'
	]);
});

test('namesakes of one library are shown with the end of their ids', () => {
	const people = peopleIn([
		trainee('e', 'id-0001', 'Ines', 'Lake County'),
		trainee('f', 'id-0002', 'Ines', 'Lake County')
	]);
	expect(new Set([...people.values()].map(({ shown }) => shown)).size).toBe(2);
});

test('who was renamed is one person, under the latest name', () => {
	const entries = [
		trainee('f', 't1', 'Ines Brandt', 'Lake County', 2),
		trainee('e', 't1', 'Ines Okafor', 'Lake County', 1)
	];
	const people = peopleIn(entries);
	expect(people.size).toBe(1);
	expect(people.get('t1')?.name).toBe('Ines Brandt');
});

test('a name that is spelt like a part of every object is a name', () => {
	const people = peopleIn([trainee('e', '__proto__', 'constructor', '__proto__')]);
	expect(people.get('__proto__')?.shown).toBe('constructor');
});

test('a group without members is gone, and the latest word on a group holds', () => {
	const group = (id: string, about: string, members: string[], minute: number): Entry => ({
		id,
		kind: 'group',
		about,
		by: null,
		at: `2026-02-01T09:0${minute}:00.000Z`,
		body: { name: `Group ${about}`, members }
	});
	const groups = groupsIn([
		group('a', 'g1', ['t1'], 1),
		group('b', 'g1', ['t1', 't2'], 2),
		group('c', 'g2', ['t1'], 1),
		group('d', 'g2', [], 2)
	]);
	expect(groups).toEqual([{ id: 'g1', name: 'Group g1', members: ['t1', 't2'] }]);
});
