/** How the parts of the test are counted, and the line they close with. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** What a part comes to that could not be played here, and need not be. */
export const SKIPPED = /** @type {const} @satisfies {Tally} */ ({ passed: 0, failed: 0, skipped: 1 });

/**
 * What a part that counts nothing by itself comes to.
 * @param {number} exitCode
 * @returns {Tally}
 */
export const ofCheck = (exitCode) => ({
	passed: exitCode === 0 ? 1 : 0,
	failed: exitCode === 0 ? 0 : 1,
	skipped: 0
});

/**
 * A runner that crashed, ran nothing, or failed beside its tests (an import, a hook, a lost promise) has failed
 * once, whatever it counted.
 * @param {Tally | undefined} counted undefined if it left no report
 * @param {number} exitCode
 * @returns {Tally}
 */
export const ofRunner = (counted, exitCode) => {
	const tally = counted ?? { passed: 0, failed: 0, skipped: 0 };
	const ranNothing = tally.passed + tally.failed === 0;
	const failedBeside = exitCode !== 0 && tally.failed === 0;
	return ranNothing || failedBeside ? { ...tally, failed: tally.failed + 1 } : tally;
};

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report Vitest's, as JSON
 * @returns {Tally}
 */
export const fromVitest = (report) => {
	// A file that cannot be imported has no tests, and would otherwise vanish from the count.
	const broken = report.testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + broken.length,
		skipped: report.numPendingTests + report.numTodoTests
	};
};

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 *   Playwright's, as JSON
 * @returns {Tally}
 */
export const fromPlaywright = ({ stats }) => ({
	passed: stats.expected,
	failed: stats.unexpected + stats.flaky,
	skipped: stats.skipped
});

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export const sum = (tallies) =>
	tallies.reduce(
		(total, { passed, failed, skipped }) => ({
			passed: total.passed + passed,
			failed: total.failed + failed,
			skipped: total.skipped + skipped
		}),
		{ passed: 0, failed: 0, skipped: 0 }
	);

/** @param {Tally} tally */
export const sentence = ({ passed, failed, skipped }) =>
	`${passed} passed, ${failed} failed` + (skipped ? `, ${skipped} skipped` : '');
