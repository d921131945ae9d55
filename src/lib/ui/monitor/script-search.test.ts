import { describe, expect, it } from 'vitest';
import { matchingScripts, slashQueryAt, spaced, type OfferedScript } from './script-search.ts';

const at = (text: string) => slashQueryAt(text.replace('|', ''), text.indexOf('|'));

describe('a slash searches scripts', () => {
	it.each([
		['/|', 0, ''],
		['/good|', 0, 'good'],
		['Hello /good|', 6, 'good'],
		['Hello\n/good|', 6, 'good'],
		['Hello /local hist|ory', 6, 'local hist'],
		['Hello /go|od and more', 6, 'go']
	])('in %j', (text, start, query) => expect(at(text)).toEqual({ start, query }));

	it.each([
		'|',
		'|/good',
		'and/or|',
		'https://library.example|',
		'and / or|',
		'/good\nnext line|',
		'Hello /and then a sentence that goes on and on|'
	])('never in %j', (text) => expect(at(text)).toBeNull());
});

const script = (id: string, title: string, text: string, owner = 'My scripts'): OfferedScript => ({
	id,
	title,
	text,
	owner
});
const SCRIPTS = [
	script('hold', 'One moment', 'One moment please, goodbye is not what this says.'),
	script('bye', 'Goodbye', 'Thank you for asking us.', 'Riverbend'),
	script('hello', 'Hello', 'Welcome to the desk.', 'Riverbend')
];
const ids = (query: string) => matchingScripts(SCRIPTS, query).map(({ id }) => id);

describe('scripts are found', () => {
	it('all of them by an empty query, as they lie', () => expect(ids('')).toEqual(['hold', 'bye', 'hello']));
	it('by their title before their text, in any case', () => expect(ids('GOODBYE')).toEqual(['bye', 'hold']));
	it('by the library they belong to', () => expect(ids('riverbend hel')).toEqual(['hello']));
	it('only if they have every word', () => expect(ids('goodbye welcome')).toEqual([]));
});

it('a script that is put in stands apart from the words beside it', () => {
	expect(spaced('Bye.', '', '')).toBe('Bye.');
	expect(spaced('Bye.', 'Well', '')).toBe(' Bye.');
	expect(spaced('Bye.', 'Well ', 'Ann')).toBe('Bye. ');
	expect(spaced('Bye', 'Well\n', ', Ann')).toBe('Bye');
});
