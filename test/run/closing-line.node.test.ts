import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closingLine, sum } from '../../scripts/test/closing-line.mjs';
import { countSessions } from './browser-summary.mjs';

const counts = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped, problems: [] as string[] });

test('the closing line adds up all runners', () => {
  assert.equal(closingLine(sum([counts(3, 0), counts(4, 1), counts(0, 2)])), '7 passed, 3 failed');
});

test('skipped tests are named only when there are some', () => {
  assert.equal(closingLine(sum([counts(1, 0, 2)])), '1 passed, 0 failed, 2 skipped');
});

const session = (over: object) =>
  ({ testFile: 'a.browser.test.ts', status: 'FINISHED', passed: true, errors: [], ...over }) as never;
const tests = (...passed: boolean[]) => ({
  name: '',
  suites: [{ name: 'inner', suites: [], tests: passed.map((value) => ({ name: 'x', passed: value, skipped: false })) }],
  tests: [],
});

test('tests in nested suites of a page are counted', () => {
  const result = countSessions([session({ testResults: tests(true, true, false), passed: false })]);
  assert.deepEqual(result, { passed: 2, failed: 1, skipped: 0, problems: [] });
});

test('a page that fails to import is a failure', () => {
  const result = countSessions([session({ errors: [{ message: 'Could not import' }], passed: false })]);
  assert.equal(result.failed, 1);
  assert.match(result.problems.join(), /Could not import/);
});

test('a page without a test, one that never finished and one that failed as a whole are failures', () => {
  const sessions = [
    session({ testResults: tests() }),
    session({ status: 'STARTED', testResults: tests(true) }),
    session({ passed: false, testResults: tests(true) }),
  ];
  const result = countSessions(sessions);
  assert.equal(result.failed, 3);
  assert.equal(result.passed, 2);
});

test('an error that nobody caught is a failure, though every test passed', () => {
  const result = countSessions([session({ testResults: tests(true), logs: [['[uncaught] late']] })]);
  assert.equal(result.failed, 1);
  assert.match(result.problems.join(), /outside the tests: late/);
});
