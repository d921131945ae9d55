import { describe, expect, test } from 'vitest';
import type { Entry, EntryOf } from '#lib/domain/entry.ts';
import { packById } from '#lib/scenarios/bank.ts';
import { sealArchive } from '#lib/storage/archive.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import { packed } from '#lib/storage/packed.ts';
import type { Contents } from '#lib/storage/port.ts';
import { attemptOf, entryOf } from '#lib/storage/specimens.ts';
import { takeIn } from './backup.ts';
import { readFragment, readSharedFile, share } from './share.ts';

const desk: EntryOf<'our-desk'> = {
	id: 'e1',
	kind: 'our-desk',
	about: 'house-1',
	by: null,
	at: '2026-01-31T09:00:00.000Z',
	body: {
		name: 'Alder County Library',
		shortName: 'Alder County',
		goodbye: 'Thank you for asking Alder County. Come back soon.',
		policy: [{ heading: 'Cards', text: 'Everybody may have one.' }],
		pack: { ...packById('24-7')!, id: 'house-1', name: 'Alder County Library' }
	}
};

/** A link to anything, sealed as ours are. */
async function linkTo(contents: Partial<Record<keyof Contents, unknown[]>>): Promise<string> {
	const sealed = await sealArchive({ attempts: [], drill: [], entries: [], ...contents } as never);
	if (!sealed.ok) throw new Error(sealed.failure.code);
	return packed(sealed.value.text);
}
const changed = (over: object): Entry => ({ ...desk, body: { ...desk.body, ...over } });
const withPack = (over: object): Entry => changed({ pack: { ...desk.body.pack, ...over } });

test('a desk comes out of link and file as it went in', async () => {
	const shared = await share(desk, 'desk.json');
	if ('sentence' in shared) throw new Error(shared.sentence);
	expect(await readFragment(shared.fragment, 'our-desk')).toEqual(desk);
	expect(await readSharedFile(shared.file.text, 'our-desk')).toEqual(desk);
});

test('its file is taken in like any file, once', async () => {
	const shared = await share(desk, 'desk.json');
	if ('sentence' in shared) throw new Error(shared.sentence);
	const store = createMemoryStore();
	expect(await takeIn(store, shared.file.text)).toMatchObject({ entriesAdded: 1 });
	expect(await takeIn(store, shared.file.text)).toMatchObject({ entriesAdded: 0, unchanged: 1 });
});

test('scripts in names are kept as the text that they are', async () => {
	const hostile = changed({ name: '<script>alert(1)</script>', goodbye: '"><img src=x onerror=alert(1)>' });
	expect(await readFragment(await linkTo({ entries: [hostile] }), 'our-desk')).toEqual(hostile);
});

describe('a link to something else is refused with the reason', () => {
	test.for([
		['nothing', {}, /no entry/],
		['two desks', { entries: [desk, { ...desk, id: 'e2' }] }, /our-desk, our-desk/],
		['another kind of entry', { entries: [entryOf('t')] }, /trainee/],
		['a chat beside it', { entries: [desk], attempts: [attemptOf('a', [])] }, /1 chats/],
		['a code that there is not', { entries: [withPack({ codes: { fyi: [{ code: 'burn' }] } })] }, /codes/],
		['waits without end', { entries: [withPack({ waits: { silence: 1e300 } })] }, /waits/],
		['points that drown all others', { entries: [withPack({ points: { note: 1e9 } })] }, /points/],
		['points for a rule that there is not', { entries: [withPack({ points: { toString: 1 } })] }, /points/],
		[
			'two headings alike',
			{ entries: [changed({ policy: [desk.body.policy[0], desk.body.policy[0]] })] },
			/headings/
		],
		['a name like a book', { entries: [changed({ name: 'x'.repeat(100_000) })] }, /name/],
		['a field of its own', { entries: [changed({ onload: 'alert(1)' })] }, /onload/],
		[
			'keys of prototypes',
			{ entries: [JSON.parse(JSON.stringify(desk).replace('"name"', '"__proto__":{"name":1},"name"'))] },
			/__proto__/
		]
	])('%s', async ([, contents, why]) => {
		const read = await readFragment(await linkTo(contents as object), 'our-desk');
		expect(read).toMatchObject({ remedy: expect.stringContaining('everything stored is safe') });
		expect('problems' in read && read.problems.join('\n')).toMatch(why as RegExp);
	});

	test('a link that was changed by hand', async () => {
		const sealed = await sealArchive({ attempts: [], drill: [], entries: [desk] });
		if (!sealed.ok) throw new Error(sealed.failure.code);
		const lenient = sealed.value.text.replace('"passMark":0.8', '"passMark":0.1');
		expect(await readFragment(await packed(lenient), 'our-desk')).toMatchObject({
			sentence: 'This link is not complete.'
		});
	});

	test('brackets a hundred thousand deep', async () => {
		const deep = `{"format":"closing-time/archive","a":${'['.repeat(100_000)}`;
		expect(await readFragment(await packed(deep), 'our-desk')).toMatchObject({
			sentence: 'This link is not complete.'
		});
	});
});
