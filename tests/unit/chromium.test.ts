import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium, findWholeChromium } from '../../scripts/chromium.mjs';

let folder: string;
const program = (name: string): string => {
	const path = join(folder, name);
	writeFileSync(path, '');
	chmodSync(path, 0o755);
	return path;
};
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'closing-time-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the browser that is named is taken, whatever else there is', () => {
	const named = program('my-browser');
	program('chromium');
	expect(findChromium({ CHROMIUM_PATH: named, PATH: folder })?.path).toBe(named);
});

test('a named browser that is not there is an error, not a reason to take another', () => {
	program('chromium');
	const named = join(folder, 'nothing');
	expect(() => findChromium({ CHROMIUM_PATH: named, PATH: folder })).toThrow(named);
});

test('the system’s browser is found on the PATH, Chromium before Chrome', () => {
	program('google-chrome');
	const chromium = program('chromium');
	expect(findChromium({ PATH: ['/nowhere', folder].join(delimiter) })?.path).toBe(chromium);
});

test('the shell without a window is taken before the whole browser', () => {
	program('chromium');
	const shell = program('chromium-headless-shell');
	expect(findChromium({ PATH: folder })?.path).toBe(shell);
});

test('a whole browser is found beside the shell, also where the shell is the one that is named', () => {
	const whole = program('chromium');
	const shell = program('chromium-headless-shell');
	expect(findWholeChromium({ PATH: folder })?.path).toBe(whole);
	expect(findWholeChromium({ CHROMIUM_PATH: shell, PATH: folder })?.path).toBe(whole);
	const named = program('my-browser');
	expect(findWholeChromium({ CHROMIUM_PATH: named, PATH: folder })?.path).toBe(named);
});
