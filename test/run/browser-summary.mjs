import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const uncaughtMarker = '[uncaught] ';

/**
 * A reporter for @web/test-runner that prints one line per finished file and, when a place for it is given, writes what
 * happened as counts, one JSON file for the whole run. A page that did not load, ended early, threw an error outside
 * its tests or held no test counts as one failure of its own.
 * @param {string | undefined} file where to write the counts
 * @returns {import('@web/test-runner').Reporter}
 */
export function browserSummary(file) {
  return {
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      const { passed, failed, skipped } = countSessions(sessionsForTestFile);
      const parts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
      logger.log(`${failed > 0 ? '✖' : '✔'} ${shortPath(testFile)}  ${parts.filter(Boolean).join(', ')}`);
    },
    stop({ sessions }) {
      if (file) writeFileSync(file, JSON.stringify(countSessions([...sessions])));
    },
  };
}

/** @param {import('@web/test-runner').TestSession[]} sessions */
export function countSessions(sessions) {
  const counts = { passed: 0, failed: 0, skipped: 0, problems: /** @type {string[]} */ ([]) };
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
    counts.problems.push(`${shortPath(session.testFile)}: ${problem}`);
  }
  return counts;
}

// What went wrong with a page besides its failed tests, if anything.
function problemOf(session, tests) {
  const [error] = session.errors ?? [];
  if (error) return error.message;
  if (session.status !== 'FINISHED') return 'the page never finished';
  if (tests.length === 0) return 'the file holds no test';
  // With a failed test, the error is most likely the one that failed it.
  if (tests.some((test) => !test.passed && !test.skipped)) return undefined;
  const uncaught = (session.logs ?? []).flat().find((text) => String(text).startsWith(uncaughtMarker));
  if (uncaught) return `an error outside the tests: ${uncaught.slice(uncaughtMarker.length)}`;
  return session.passed === false ? 'the page failed' : undefined;
}

function testsOf(suite) {
  if (!suite) return [];
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}

function shortPath(file) {
  return relative(process.cwd(), file).replaceAll('\\', '/');
}
