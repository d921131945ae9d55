import { fromPlaywright, fromVitest } from './tally.mjs';

/**
 * @typedef {object} Part of the test
 * @property {string} name what `npm test -- NAME` calls it
 * @property {string} says its heading
 * @property {string} script the npm script that runs it alone
 * @property {readonly string[]} [args] beside the script's own, to get a report
 * @property {(report: any) => import('./tally.mjs').Tally} [count] reads the report; a part without is one check
 * @property {'chromium' | 'firefox'} [browser] plays on the build in this browser
 */

/** Where the runners of a test run leave their reports; relative to the project, and ignored by git. */
export const REPORTS = '.cache/test-reports';

/** @param {string} name */
export const reportOf = (name) => `${REPORTS}/${name}.json`;

/** @param {string} name */
const vitest = (name) => ({
	args: ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`],
	count: fromVitest
});

const playwright = { args: ['--reporter=list,json'], count: fromPlaywright };

/** In this order: what is quick to fail comes first, and the build before what is played on it. */
export const PARTS = /** @type {const} @satisfies {readonly Part[]} */ ([
	{ name: 'format', says: 'Format: is every file as Prettier writes it?', script: 'check:format' },
	{ name: 'lint', says: 'Lint: layers, determinism, and common slips', script: 'check:lint' },
	{ name: 'types', says: 'Types: code, components, tests and scripts', script: 'check:types' },
	{ name: 'dead', says: 'Dead code: files, exports and packages nobody uses', script: 'check:dead' },
	{
		name: 'unit',
		says: 'Unit: modules, rune modules, the project’s own tools',
		script: 'test:unit',
		...vitest('unit')
	},
	{
		name: 'content',
		says: 'Content: every scenario, library and policy pack',
		script: 'test:content',
		...vitest('content')
	},
	{ name: 'build', says: 'Build: every page as a file', script: 'build' },
	{
		name: 'e2e',
		says: 'End to end: journeys through the built pages in Chromium',
		script: 'test:e2e',
		browser: 'chromium',
		...playwright
	},
	{
		name: 'firefox',
		says: 'Firefox: play, kill, take up, debrief, save, delete, take in',
		script: 'test:firefox',
		browser: 'firefox',
		...playwright
	}
]);
