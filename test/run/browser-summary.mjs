import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * A reporter for @web/test-runner that writes what happened as counts, one JSON file for the whole run.
 * A page that did not load, ended early, threw outside a test or held no test counts as one failure of its own.
 * @param {string} file where to write
 * @returns {import('@web/test-runner').Reporter}
 */
export function browserSummary(file) {
  return {
    stop({ sessions }) {
      writeFileSync(file, JSON.stringify(countSessions([...sessions])));
    },
  };
}

/** @param {import('@web/test-runner').TestSession[]} sessions */
export function countSessions(sessions) {
  const counts = { passed: 0, failed: 0, skipped: 0, problems: [] };
  for (const session of sessions) {
    const tests = testsOf(session.testResults);
    for (const test of tests) {
      if (test.skipped) counts.skipped += 1;
      else if (test.passed) counts.passed += 1;
      else counts.failed += 1;
    }
    const problem = problemOf(session, tests);
    if (problem === undefined) continue;
    counts.failed += 1;
    counts.problems.push(`${relative(process.cwd(), session.testFile)}: ${problem}`);
  }
  return counts;
}

// What went wrong with a page besides its failed tests, if anything.
function problemOf(session, tests) {
  const [error] = session.errors ?? [];
  if (error) return error.message;
  if (session.status !== 'FINISHED') return 'the page never finished';
  if (tests.length === 0) return 'the file holds no test';
  if (session.passed === false && tests.every((test) => test.passed || test.skipped)) return 'the page failed';
  return undefined;
}

function testsOf(suite) {
  if (!suite) return [];
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}
