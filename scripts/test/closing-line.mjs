/** @typedef {{ passed: number, failed: number, skipped: number, problems: string[] }} Counts */

/**
 * One result over several runners.
 * @param {Counts[]} results
 * @returns {Counts}
 */
export function sum(results) {
  const total = { passed: 0, failed: 0, skipped: 0, problems: [] };
  for (const result of results) {
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
    total.problems.push(...result.problems);
  }
  return total;
}

/**
 * The last line of a test run, which people and machines read: "12 passed, 0 failed", and the skipped when there are.
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
