import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PARTS } from '../../scripts/parts.mjs';
import { fromPlaywright, fromVitest, ofCheck, ofRunner, sentence, sum } from '../../scripts/tally.mjs';

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

describe('the count of a part', () => {
	test('a check that succeeds has passed once', () => {
		expect(ofCheck(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
	});

	test('a check that ends with any other code has failed once', () => {
		expect(ofCheck(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
	});

	test.each([
		['a runner that succeeds is counted as it counts', { passed: 7, failed: 0, skipped: 1 }, 0, [7, 0, 1]],
		['a runner with failures is counted as it counts', { passed: 7, failed: 2, skipped: 0 }, 1, [7, 2, 0]],
		['a runner that left no report has failed', undefined, 0, [0, 1, 0]],
		['a runner that crashed has failed', undefined, 139, [0, 1, 0]],
		['a runner that ran nothing has failed', NOTHING, 0, [0, 1, 0]],
		['a runner that skipped everything has failed', { ...NOTHING, skipped: 3 }, 0, [0, 1, 3]],
		['a runner that failed beside its tests has failed', { passed: 7, failed: 0, skipped: 0 }, 1, [7, 1, 0]]
	])('%s', (_name, counted, exitCode, [passed, failed, skipped]) => {
		expect(ofRunner(counted, exitCode)).toEqual({ passed, failed, skipped });
	});
});

describe('the reports', () => {
	test('a test file that could not be imported counts as a failure', () => {
		const report = {
			numPassedTests: 3,
			numFailedTests: 1,
			numPendingTests: 1,
			numTodoTests: 1,
			testResults: [
				{ status: 'passed', assertionResults: [{ status: 'passed' }] },
				{ status: 'failed', assertionResults: [{ status: 'failed' }] },
				{ status: 'failed', assertionResults: [] }
			]
		};
		expect(fromVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
	});

	test('a journey that passed only at its second try has failed', () => {
		const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
		expect(fromPlaywright({ stats })).toEqual({ passed: 5, failed: 2, skipped: 2 });
	});
});

describe('the closing line', () => {
	test('sums every part', () => {
		const tallies = [ofCheck(0), ofCheck(1), { passed: 10, failed: 0, skipped: 2 }];
		expect(sentence(sum(tallies))).toBe('11 passed, 1 failed, 2 skipped');
	});

	test('says nothing of skipped tests if there are none', () => {
		expect(sentence({ passed: 4, failed: 0, skipped: 0 })).toBe('4 passed, 0 failed');
	});
});

test('every part of the test is an npm script of its own', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
	expect(Object.keys(scripts)).toEqual(expect.arrayContaining(PARTS.map(({ script }) => script)));
});
