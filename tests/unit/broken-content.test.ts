import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compileContent } from '../../vite-plugins/bank.ts';

const folder = await mkdtemp(join(tmpdir(), 'content-'));
afterAll(() => rm(folder, { recursive: true }));

test('broken content fails the build with file, path and expectation, all problems at once', async () => {
	await cp('src/lib/scenarios', folder, { recursive: true });
	const edit = async (file: string, change: (text: string) => string) =>
		writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));
	await edit('bank/obituary-of-1894.yaml', (text) =>
		text.replace('minutes: 6', 'minutes: soon').replace('gives: gladly', 'gives: maybe')
	);
	await edit('bank/soil-salinity.yaml', (text) => text.replace('library: northgate', 'library: southgate'));
	await edit('packs/24-7.yaml', (text) => text.replace('silence: 5 min', 'silence: a while'));
	await edit('libraries/riverbend.yaml', (text) => `${text}\n  broken: [`);
	await edit('lessons/01-complete.yaml', (text) => text.replace('[complete-check]', '[complete]'));
	await edit('tips/10-by-when.md', (text) => text.replace('step: deadline', 'step: dedline'));
	const message = await compileContent(process.cwd(), folder).then(
		() => 'compiled',
		(error: Error) => error.message
	);
	expect(message).toMatch(/obituary-of-1894\.yaml.*minutes/);
	expect(message).toMatch(/obituary-of-1894\.yaml.*patron\.gives.*gladly/);
	expect(message).toMatch(/soil-salinity\.yaml.*library.*southgate/);
	expect(message).toMatch(/24-7\.yaml.*waits\.silence.*5 min/);
	expect(message).toMatch(/01-complete\.yaml.*rules.*complete-check/);
	expect(message).toMatch(/10-by-when\.md.*step.*deadline/);
	expect(message).toMatch(/riverbend\.yaml: line \d+/);
}, 60_000);

test('the content as it stands compiles', async () => {
	const { scenarios, packs, libraries } = await compileContent(process.cwd());
	expect([scenarios.length > 12, packs.length, libraries.length]).toEqual([true, 2, 4]);
}, 60_000);
