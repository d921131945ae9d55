import { afterEach, describe, expect, test } from 'vitest';
import { forgetUnderway, keepChoice, keptChoice } from './kept-choice.ts';
import { workspace } from './workspace.svelte.ts';

afterEach(async () => {
	await (await workspace.store()).wipe();
	localStorage.clear();
});

const stored = async (key: string) => {
	const settings = await (await workspace.store()).listSettings();
	return settings.ok ? settings.value.items.find((one) => one.key === key)?.value : undefined;
};

describe('a choice of the trainee', () => {
	test('stands somewhere before the call that keeps it returns, and in the database alone afterwards', async () => {
		const kept = keepChoice('desk', 'libraryh3lp');
		expect(localStorage).toHaveLength(1);
		await kept;
		expect(localStorage).toHaveLength(0);
		expect([await stored('desk'), await keptChoice('desk')]).toEqual(['libraryh3lp', 'libraryh3lp']);
	});

	test('of a page that was left before the database had it is kept by the next page', async () => {
		await keepChoice('desk', 'questionpoint');
		localStorage.setItem('closing-time/choice/desk', '"libraryh3lp"');
		expect(await keptChoice('desk')).toBe('libraryh3lp');
		expect(await stored('desk')).toBe('libraryh3lp');
		expect(localStorage).toHaveLength(0);
	});

	test('that was changed at once is the last one', async () => {
		await Promise.all([keepChoice('desk', 'questionpoint'), keepChoice('desk', 'libraryh3lp')]);
		expect(await keptChoice('desk')).toBe('libraryh3lp');
	});

	test('that never reached the database goes with everything else', () => {
		localStorage.setItem('closing-time/choice/desk', '"libraryh3lp"');
		localStorage.setItem('of somebody else', 'here');
		forgetUnderway();
		expect(Object.keys(localStorage)).toEqual(['of somebody else']);
	});

	test('is none where what stands there is damaged', async () => {
		localStorage.setItem('closing-time/choice/desk', '{');
		expect(await keptChoice('desk')).toBeUndefined();
	});
});
