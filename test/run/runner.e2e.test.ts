import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { inRoot } from '../../scripts/run-tool.mjs';

/** Runs the tests of a folder of samples as `npm test` runs those of the repository. */
function runSamples(name: string) {
  // Without this mark, which node:test leaves for its own children, the inner run would think it is part of this one.
  const { NODE_TEST_CONTEXT: _mark, ...environment } = process.env;
  const parameters = ['scripts/test.mjs', '--no-build', '--from', `test/run/samples/${name}`];
  const result = spawnSync(process.execPath, parameters, { cwd: inRoot(), encoding: 'utf8', env: environment });
  return { exitCode: result.status, lines: result.stdout.trimEnd().split('\n') };
}

test('when all pass, the last line is their sum over three runners and the exit code is 0', () => {
  const { exitCode, lines } = runSamples('passing');
  assert.equal(lines.at(-1), '3 passed, 0 failed, 1 skipped');
  assert.equal(exitCode, 0);
});

test('whatever goes wrong is a failure, and does not keep the other runners from running', () => {
  const { exitCode, lines } = runSamples('failing');
  const said = lines.join('\n');
  assert.equal(exitCode, 1);
  // Passed: one each in crashes.node, fails.node and fails.browser, two in rejection.browser.
  // Failed: the file that crashed and one test in Node; one test, the import, the rejection and the empty file in the
  // browser; and the runner for whole browsers, which has no file.
  assert.equal(lines.at(-1), '5 passed, 7 failed');
  assert.match(said, /rejection\.browser\.test\.ts: an error outside the tests: nobody caught this/);
  assert.match(said, /import\.browser\.test\.ts: Could not import/);
  assert.match(said, /empty\.browser\.test\.ts: the file holds no test/);
  assert.match(said, /e2e: there is no test file/);
});
