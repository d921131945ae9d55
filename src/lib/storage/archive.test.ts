import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ARCHIVE_CODES, ARCHIVE_FAILURES } from './archive-failure.ts';
import { exportArchive, importArchive, readArchive, storeHash } from './archive.ts';
import { canonical } from './canonical.ts';
import { createMemoryStore } from './memory.ts';
import type { AttemptStore } from './port.ts';
import {
	attemptOf,
	codedEvent,
	codeOf,
	drillOf,
	entryOf,
	headerOf,
	logOf,
	saidEvent,
	valueOf
} from './specimens.ts';
import { WORLDS } from './worlds.ts';

afterEach(() => vi.restoreAllMocks());

const CONTENTS = {
	attempts: [
		attemptOf('a', [...logOf(2), codedEvent(3)]),
		attemptOf('b', [saidEvent(1, 'Grüße 📚 \ud83d "x"\n')])
	],
	drill: [drillOf('d'), drillOf('e', { right: true })],
	entries: [entryOf('t'), entryOf('u', { about: 'b' })]
};

const filled = async (store: AttemptStore = createMemoryStore()) => {
	await valueOf(store.merge(CONTENTS));
	return store;
};

/** Seals whatever content as the exporter would: what is refused then is refused for what it says. */
const sealed = (content: object): string => {
	const checksum = `sha256:${createHash('sha256').update(canonical(content)).digest('hex')}`;
	return canonical({ ...content, checksum });
};

const EMPTY = { format: 'closing-time/archive', version: 2, attempts: [], drill: [], entries: [] };

describe('a file', () => {
	test('holds what docs/archive-format.md says, in canonical order, with the checksum of the rest', async () => {
		const { text, checksum, attempts, unreadable } = await valueOf(exportArchive(await filled()));
		expect(text).toBe(sealed({ ...EMPTY, ...CONTENTS }));
		expect(text.startsWith('{"attempts":[{"assignment":null,"events":[{"at":1000,')).toBe(true);
		expect(text).toContain(`"checksum":"${checksum}"`);
		expect([attempts, unreadable]).toEqual([2, 0]);
	});

	test('of chosen attempts holds these, what is written about them, and no drill results', async () => {
		const { text } = await valueOf(exportArchive(await filled(), ['b']));
		expect(await valueOf(readArchive(text))).toEqual({
			attempts: [CONTENTS.attempts[1]],
			drill: [],
			entries: [CONTENTS.entries[1]]
		});
	});

	test('can not be made of an attempt that is not there', async () => {
		expect(await codeOf(exportArchive(await filled(), ['b', 'z']))).toBe('conflict');
	});

	test('may be laid out anew by an editor, with its keys in any order', async () => {
		const { text } = await valueOf(exportArchive(await filled()));
		const { checksum, ...rest } = JSON.parse(text) as Record<string, unknown>;
		const relaid = `\ufeff${JSON.stringify({ checksum, ...rest }, null, '\t')}\n`;
		expect(await valueOf(readArchive(relaid))).toEqual(CONTENTS);
	});
});

describe.each(WORLDS)('a file and the %s store', (_name, world) => {
	test('export, wipe, import gives an equal hash', async () => {
		const store = await filled(await world().open());
		const before = await valueOf(storeHash(store));
		const { text } = await valueOf(exportArchive(store));
		await valueOf(store.wipe());
		expect(await valueOf(storeHash(store))).not.toBe(before);
		expect(await valueOf(importArchive(store, text))).toEqual({
			added: 2,
			extended: 0,
			unchanged: 0,
			drillAdded: 2,
			entriesAdded: 2
		});
		expect(await valueOf(storeHash(store))).toBe(before);
		expect(await valueOf(importArchive(store, text))).toEqual({
			added: 0,
			extended: 0,
			unchanged: 6,
			drillAdded: 0,
			entriesAdded: 0
		});
		expect(await valueOf(storeHash(store))).toBe(before);
	});

	test('files come in in any order with an equal hash, a shorter state of a session after a longer one too', async () => {
		const files = [
			sealed({ ...EMPTY, attempts: [attemptOf('a', logOf(1))] }),
			sealed({ ...EMPTY, attempts: [attemptOf('a', logOf(3)), attemptOf('c', [])] }),
			sealed({
				...EMPTY,
				attempts: [attemptOf('a', logOf(2))],
				drill: [drillOf('d')],
				entries: [entryOf('t')]
			})
		];
		const hashes: string[] = [];
		for (const order of ['012', '021', '102', '120', '201', '210']) {
			const store = await world().open();
			for (const index of order) await valueOf(importArchive(store, files[Number(index)]!));
			hashes.push(await valueOf(storeHash(store)));
		}
		expect(new Set(hashes).size).toBe(1);
	});

	test('a file that contradicts what is here changes nothing, also where the rest of it is new', async () => {
		const store = await filled(await world().open());
		const before = await valueOf(storeHash(store));
		const file = sealed({
			...EMPTY,
			attempts: [attemptOf('new', logOf(1)), attemptOf('a', [saidEvent(1, 'else')])]
		});
		expect(await codeOf(importArchive(store, file))).toBe('conflict');
		expect(await valueOf(storeHash(store))).toBe(before);
	});

	test('records that can not be read are counted at export, and the rest is exported', async () => {
		const here = world();
		const store = await filled(await here.open());
		await valueOf(store.create(headerOf('played')));
		await valueOf(store.append('played', logOf(3)));
		await here.plant('events', { attempt: 'played', seq: 2, event: null });
		const { text, unreadable } = await valueOf(exportArchive(store));
		expect(unreadable).toBe(2);
		const { attempts } = await valueOf(readArchive(text));
		expect(attempts.find(({ id }) => id === 'played')?.events).toEqual(logOf(1));
	});
});

describe('a file is refused', () => {
	const refusalOf = async (text: string) => {
		const store = await filled();
		const before = canonical(await valueOf(store.contents()));
		const outcome = await importArchive(store, text);
		expect(canonical(await valueOf(store.contents()))).toBe(before);
		if (outcome.ok) throw new Error('It was taken in');
		return outcome.failure;
	};

	test('as no archive where it is something else', async () => {
		for (const text of [
			'',
			'null',
			'[]',
			'"closing-time"',
			'{"format":"other"}',
			'a,b\n1,2',
			'\u0000',
			'{}'
		]) {
			expect((await refusalOf(text)).code, text).toBe('not-an-archive');
		}
	});

	test('as damaged where it breaks off anywhere', async () => {
		const { text } = await valueOf(exportArchive(await filled()));
		const start = text.indexOf('closing-time/archive') + 'closing-time/archive'.length;
		for (let end = start; end < text.length; end += 97) {
			expect((await refusalOf(text.slice(0, end))).code).toBe('damaged');
		}
	});

	test('as damaged where a letter changed, and the problem says that the checksum does not fit', async () => {
		const { text } = await valueOf(exportArchive(await filled()));
		const { code, problems } = await refusalOf(text.replace('Message 2', 'Message 3'));
		expect([code, problems]).toEqual([
			'damaged',
			[expect.stringContaining('checksum: the content gives sha256:')]
		]);
	});

	test('as newer where the file or an attempt in it is', async () => {
		expect(await refusalOf(sealed({ ...EMPTY, version: 3, tapes: [] }))).toEqual({
			code: 'newer',
			problems: ['version: 3, and this page knows 2']
		});
		expect((await refusalOf(sealed({ ...EMPTY, version: 1e308 }))).code).toBe('newer');
		expect(
			await refusalOf(sealed({ ...EMPTY, attempts: [{ ...attemptOf('n', []), format: 3 } as never] }))
		).toEqual({
			code: 'newer',
			problems: ['attempts.0.format: 3, and this page knows 2']
		});
	});

	test('with all of its problems at once, each with its path', async () => {
		const attempts = [
			{ ...attemptOf('n', [{ ...saidEvent(1), at: -1 }]), mode: 'chaos' },
			attemptOf('m', [saidEvent(1), saidEvent(3)]),
			attemptOf('k', [saidEvent(1), saidEvent(2, 'x', 1)])
		];
		const { code, problems } = await refusalOf(
			sealed({ ...EMPTY, attempts, drill: [{ ...drillOf('d'), at: 'noon' }] })
		);
		expect(code).toBe('damaged');
		expect(problems.map((problem) => problem.split(':')[0])).toEqual([
			'attempts.0.mode',
			'attempts.0.events.0.at',
			'attempts.1',
			'attempts.2',
			'drill.0.at'
		]);
	});

	test.each<[string, object]>([
		['a version below 1', { version: 0 }],
		['a version in words', { version: '1' }],
		['an entry of a kind that nobody knows', { entries: [{ ...entryOf('x'), kind: 'gossip' }] }],
		['one entry twice', { entries: [entryOf('x'), entryOf('x')] }],
		['an entry with the body of another kind', { entries: [{ ...entryOf('x'), body: { text: 'x' } }] }],
		['a field that no version has', { notes: [] }],
		['no list of attempts', { attempts: {} }],
		['one id twice', { attempts: [attemptOf('n', []), attemptOf('n', [])] }],
		['an id that is empty', { attempts: [attemptOf('', [])] }],
		['an id of a thousand letters', { attempts: [attemptOf('n'.repeat(1000), [])] }],
		[
			'a field of an event that no event has',
			{ attempts: [attemptOf('n', [{ ...saidEvent(1), by: 'x' } as never])] }
		],
		['a number of an event that is huge', { attempts: [attemptOf('n', [saidEvent(1e15)])] }],
		['a number of an event that is a fraction', { attempts: [attemptOf('n', [saidEvent(1.5)])] }],
		['a time without end', { attempts: [attemptOf('n', [saidEvent(1, 'x', 1e300)])] }],
		['a seed beyond exact numbers', { attempts: [{ ...headerOf('n', { seed: 1e300 }), events: [] }] }],
		[
			'a list in place of a record',
			{
				attempts: [
					{ ...headerOf('n', { takeover: [{ who: 'patron', text: '', gives: [] as never }] }), events: [] }
				]
			}
		],
		[
			'a list in place of a table',
			{
				attempts: [
					{ ...headerOf('n', { facts: { ...headerOf('n').facts, findings: [] as never } }), events: [] }
				]
			}
		]
	])('for %s, though its checksum fits', async (_what, over) => {
		expect((await refusalOf(sealed({ ...EMPTY, ...over }))).code).toBe('damaged');
	});

	test.each(['__proto__', 'constructor', 'prototype'])(
		'for a key "%s" anywhere, and no prototype changes',
		async (key) => {
			const evil = `"${key}":{"polluted":true}`;
			const file = sealed({ ...EMPTY, attempts: [attemptOf('n', logOf(1))] });
			for (const place of ['{"attempts"', '"facts":{', '"findings":{', '"otherScripts":{', '{"at":1000']) {
				const at = place.startsWith('{') ? place.replace('{', `{${evil},`) : `${place}${evil},`;
				const text = file.replace(place, at);
				expect(text).not.toBe(file);
				const content = JSON.parse(text) as Record<string, unknown>;
				delete content['checksum'];
				expect((await refusalOf(sealed(content))).code, place).toBe('damaged');
				expect((await refusalOf(text)).code, place).toBe('damaged');
			}
			expect({}).not.toHaveProperty('polluted');
		}
	);

	test('where it is nested a million deep, without anything walking into it', async () => {
		const deep = (open: string, close: string) => open.repeat(1_000_000) + close.repeat(1_000_000);
		expect((await refusalOf(deep('[', ']'))).code).toBe('not-an-archive');
		expect((await refusalOf(deep('{"a":', '}'))).code).toBe('not-an-archive');
		const inside = sealed(EMPTY).replace('"entries":[]', `"entries":${deep('[', ']')}`);
		expect((await refusalOf(inside)).code).toBe('damaged');
	});

	test('where brackets stand in a text only, it is not', async () => {
		const brackets = sealed({ ...EMPTY, attempts: [attemptOf('n', [saidEvent(1, '\\"[{'.repeat(10_000))])] });
		expect(await valueOf(importArchive(createMemoryStore(), brackets))).toMatchObject({ added: 1 });
	});

	test('where it is larger than any file of ours', async () => {
		expect((await refusalOf(' '.repeat(100_000_001))).code).toBe('too-large');
	});

	test('where the page has no means to check it, and none is written', async () => {
		const { text } = await valueOf(exportArchive(await filled()));
		const store = await filled();
		vi.stubGlobal('crypto', {});
		expect(await codeOf(importArchive(createMemoryStore(), text))).toBe('insecure-page');
		expect(await codeOf(exportArchive(store))).toBe('insecure-page');
		vi.unstubAllGlobals();
	});

	test('each reason has a sentence, and a remedy that says what is safe', () => {
		for (const code of ARCHIVE_CODES) {
			expect(ARCHIVE_FAILURES[code].sentence).toMatch(/\.$/);
			expect(ARCHIVE_FAILURES[code].remedy).toContain('safe');
		}
	});
});
