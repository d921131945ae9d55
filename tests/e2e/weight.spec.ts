import { LIMITS, weightOfChat, weightOfHome } from '../../scripts/weight.mjs';
import { expect, test } from './watched.ts';

const kilo = (bytes: number): number => bytes / 1000;

test('the first page loads no more than it may', async ({ page, baseURL }) => {
	expect(kilo(await weightOfHome(page, baseURL!))).toBeLessThanOrEqual(LIMITS.home);
});

test('a chat loads no more than it may until one can type in it', async ({ page, baseURL }) => {
	const { untilPlayable, untilSent } = await weightOfChat(page, baseURL!);
	expect(kilo(untilPlayable)).toBeLessThanOrEqual(LIMITS.chat);
	// What is left for later is really loaded later: else the figure above would be of another page.
	expect(untilSent).toBeGreaterThan(untilPlayable);
});
