import { expect, test } from 'vitest';
import type { Attempt } from '#lib/domain/attempt.ts';
import { readArchive } from '#lib/storage/archive.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import { handable, handIn } from './hand-in.ts';
import { knownPeople, nameSomebody } from './known-people.ts';
import { takeDesk } from './at-desk.ts';
import { openDesk } from './follow-up.ts';
import { readPlayed } from './played.ts';
import { realWorld, type World } from './world.ts';

let made = 0;
const world: World = {
	...realWorld,
	newId: () => `id-${++made}`,
	timestamp: () => `2026-03-02T09:00:${String(made % 60).padStart(2, '0')}.000Z`
};
const attempt = (id: string, trainee: string | null, isCoded = true): Attempt => ({
	format: 2,
	id,
	scenario: { id: 'dolores', title: 'The obituary', hash: 'h1' },
	facts: {
		library: { name: 'Alder County Library', goodbye: null },
		otherScripts: {},
		patron: { name: 'Dolores', email: null, works: true },
		need: 'open',
		withinReach: false,
		local: false,
		policyAnswers: false,
		fyi: null,
		noteWords: ['obituary'],
		findings: {}
	},
	takeover: [],
	seed: 7,
	mode: 'practice',
	pace: 'real',
	trainee,
	assignment: null,
	origin: null,
	pack: '24-7',
	startedAt: '2026-01-31T09:30:00.000Z',
	events: isCoded
		? [
				{ type: 'librarian.ended', seq: 1, at: 0 },
				{ type: 'librarian.coded', code: 'answered', descriptive: [], seq: 2, at: 0 }
			]
		: []
});

async function shared() {
	const store = createMemoryStore();
	const ids: string[] = [];
	for (const library of ['Riverbend', 'Northgate']) {
		const named = await nameSomebody(store, world, { name: ' Ines Okafor ', library });
		if (named.ok) ids.push(named.value);
	}
	const [ines, namesake] = ids as [string, string];
	await store.merge({
		attempts: [
			attempt('nobodys', null),
			attempt('ines', ines),
			attempt('namesakes', namesake),
			attempt('open', ines, false)
		],
		drill: [],
		entries: []
	});
	return { store, ines, namesake };
}

test('of the chats on a shared computer, one’s own and those of nobody can be handed in, once coded', async () => {
	const { store, ines } = await shared();
	expect((await handable(store, ines)).map(({ id }) => id).sort()).toEqual(['ines', 'nobodys']);
});

test('a chat of nobody becomes that of whoever hands it in, and is no longer there for others', async () => {
	const { store, ines, namesake } = await shared();
	const saved = await handIn(store, world, ines, ['nobodys']);
	expect(saved).toMatchObject({ name: 'closing-time-2026-03-02-1-chats-ines-okafor.json' });
	expect((await handable(store, namesake)).map(({ id }) => id)).toEqual(['namesakes']);
	await handIn(store, world, ines, ['nobodys']);
	const written = await store.listEntries({ kinds: ['played-by'] });
	expect(written.ok && written.value.items.map(({ about, body }) => [about, body])).toEqual([
		['nobodys', { trainee: ines }]
	]);
});

test('the file names who handed it in, and nobody else of the computer', async () => {
	const { store, ines } = await shared();
	const saved = await handIn(store, world, ines, ['nobodys']);
	const read = await readArchive('text' in saved ? saved.text : '');
	if (!read.ok) throw new Error(read.failure.code);
	expect(read.value.attempts.map(({ id }) => id)).toEqual(['nobodys']);
	expect(read.value.entries.filter(({ kind }) => kind === 'trainee').map(({ about }) => about)).toEqual([
		ines
	]);
});

test('whoever is renamed keeps their id', async () => {
	const { store, ines } = await shared();
	await nameSomebody(store, world, { name: 'Ines Brandt', library: 'Riverbend' }, ines);
	const people = await knownPeople(store);
	expect(people.size).toBe(2);
	expect(people.get(ines)?.name).toBe('Ines Brandt');
});

test('lists, progress and the follow-up desk leave out what others have played', async () => {
	const store = createMemoryStore();
	const attempts = [attempt('mine', 'me'), attempt('theirs', 'them'), attempt('nobodys', null)];
	expect((await store.merge({ attempts, drill: [], entries: [] })).ok).toBe(true);
	const workspace = { world, store: () => Promise.resolve(store) };
	const seen = async () => {
		const [played, opened] = [await readPlayed(store), await openDesk(workspace, null)];
		const own = opened !== undefined && 'own' in opened ? opened.own : null;
		return { played: played.ok ? played.value.played.map(({ id }) => id).sort() : null, own };
	};
	expect(await seen()).toEqual({ played: ['nobodys'], own: 1 });
	await takeDesk(store, 'me');
	expect(await seen()).toEqual({ played: ['mine', 'nobodys'], own: 2 });
});
