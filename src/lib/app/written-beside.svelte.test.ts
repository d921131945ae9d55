import { describe, expect, test } from 'vitest';
import { LONGEST_WRITING } from '#lib/domain/entry.ts';
import { exportArchive, importArchive, storeHash } from '#lib/storage/archive.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { LessonDesk } from './lesson-desk.svelte.ts';
import { TipDesk } from './tip-desk.svelte.ts';
import { realWorld } from './world.ts';

let ids = 0;
const workspaceOn = (store: AttemptStore, now = Date.parse('2026-12-01T08:00:00Z')) => ({
	world: {
		...realWorld,
		now: () => now,
		newId: () => `id-${(ids += 1)}`,
		timestamp: () => new Date(now + ids).toISOString()
	},
	store: () => Promise.resolve(store)
});
const exported = async (store: AttemptStore): Promise<string> => {
	const written = await exportArchive(store);
	return written.ok ? written.value.text : 'failed';
};

describe('tips and comments of readers, and lessons that were done', () => {
	test('are there on another device that took in the file, and the two hold the same', async () => {
		const [here, there] = [createMemoryStore(), createMemoryStore()];
		const tips = new TipDesk(workspaceOn(here));
		const lessons = new LessonDesk(workspaceOn(here));
		await Promise.all([tips.load(), lessons.load()]);
		const tip = tips.tips[0]!.id;
		expect(await tips.leaveTip({ title: 'Say it aloud', text: '<b>Read</b> it\nbefore you send it.' })).toBe(
			true
		);
		expect(await tips.leaveComment(tip, 'We do this too.')).toBe(true);
		await lessons.solved('silence', 'a-quiet-patron');

		expect((await importArchive(there, await exported(here))).ok).toBe(true);
		const [theirTips, theirLessons] = [new TipDesk(workspaceOn(there)), new LessonDesk(workspaceOn(there))];
		await Promise.all([theirTips.load(), theirLessons.load()]);
		expect(theirTips.readerTips.map(({ title, text, by }) => [title, text, by])).toEqual([
			['Say it aloud', '<b>Read</b> it\nbefore you send it.', null]
		]);
		expect(theirTips.commentsOn(tip).map(({ text }) => text)).toEqual(['We do this too.']);
		expect(theirTips.commentsOn(theirTips.tips[1]!.id)).toEqual([]);
		expect(theirLessons.done).toEqual(['a-quiet-patron']);
		expect(await storeHash(there)).toEqual(await storeHash(here));
	});

	test('an exercise that is solved again adds nothing, also on a later visit', async () => {
		const store = createMemoryStore();
		const first = new LessonDesk(workspaceOn(store));
		await first.solved('silence', 'a-quiet-patron');
		await first.solved('silence', 'a-quiet-patron');
		const later = new LessonDesk(workspaceOn(store));
		await later.load();
		await later.solved('silence', 'a-quiet-patron');
		const entries = await store.listEntries({ kinds: ['exercise-done'] });
		expect(entries.ok && entries.value.items).toHaveLength(1);
	});

	test('a text that no form lets through is not kept, and why is said', async () => {
		const tips = new TipDesk(workspaceOn(createMemoryStore()));
		await tips.load();
		expect(await tips.leaveComment(tips.tips[0]!.id, 'x'.repeat(LONGEST_WRITING.text + 1))).toBe(false);
		expect(tips.unkept).not.toBeNull();
		expect(tips.commentsOn(tips.tips[0]!.id)).toEqual([]);
	});
});

test('lessons go on with the first that has something left, and with none when all is done', async () => {
	const lessons = new LessonDesk(workspaceOn(createMemoryStore()));
	await lessons.load();
	const all = lessons.lessons.map(({ lesson }) => lesson);
	expect(lessons.next?.id).toBe(all[0]!.id);
	for (const { id, exercises } of all.toReversed())
		for (const one of exercises) await lessons.solved(id, one.id);
	expect(lessons.next).toBeNull();
});
