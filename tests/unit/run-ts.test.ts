import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'closing-time-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const runTs = (code: string, args: string[] = [], input = '') => {
	const entry = join(folder, 'entry.ts');
	writeFileSync(entry, `${code}\nexport {};\n`);
	return spawnSync(process.execPath, ['scripts/run-ts.mjs', entry, ...args], { input, encoding: 'utf8' });
};

test('arguments and input reach a TypeScript entry, and it alone prints', () => {
	const { stdout, stderr, status } = runTs(
		`let text: string = '';
			for await (const chunk of process.stdin) text += String(chunk);
			console.log(text + process.argv.slice(2).join('|'));`,
		['a b', '--flag'],
		'in:'
	);
	expect({ stdout, stderr, status }).toEqual({ stdout: 'in:a b|--flag\n', stderr: '', status: 0 });
});

test.each([
	['the code it exits with', 'process.exit(2);', 2],
	['the code it leaves behind', 'setTimeout(() => (process.exitCode = 3), 1);', 3],
	['1 if it throws', `throw new Error('as expected');`, 1]
])('the exit code is %s', (_what, code, expected) => {
	expect(runTs(code).status).toBe(expected);
});
