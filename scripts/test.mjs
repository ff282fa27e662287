// Builds what changed, then runs the tests in three runners, one after the other: node:test for what needs no browser, @web/test-runner for what
// runs inside a page, node:test again for what drives a whole browser. The last line is the sum over all three.
// `--only name …` runs the files whose path contains a name; `--from folder` takes the files of another folder than test;
// `--no-build` leaves the packages as they are.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, runNode, toolPath } from './run-tool.mjs';
import { findBrowser } from './setup/browser.mjs';
import { collectTests } from './test/collect-tests.mjs';
import { closingLine, sum } from './test/closing-line.mjs';

const { values, positionals } = parseArgs({
  options: { only: { type: 'boolean' }, from: { type: 'string', default: 'test' }, 'no-build': { type: 'boolean' } },
  allowPositionals: true,
});
const only = values.only ? positionals : undefined;
if (only?.length === 0) {
  console.error('Say which test: npm run test:one -- part-of-a-file-name');
  process.exit(1);
}

// A test that goes round and round in one place hears no time limit of its runner, so each runner has one from outside.
const longestRun = 15 * 60_000;

const summaries = mkdtempSync(join(tmpdir(), 'coachkit-test-'));
const environment = { ...process.env, CHROME_PATH: findBrowser() };
try {
  process.exitCode = await runAll();
} finally {
  rmSync(summaries, { recursive: true, force: true });
}

async function runAll() {
  // Tests of an older build would say nothing about what is there now.
  const built = values['no-build'] ? 0 : await runNode(['scripts/build.mjs']);
  if (built !== 0) return finish([failure('the build failed')]);

  const tests = collectTests(inRoot(values.from), only);
  const runners = [
    { name: 'node', files: tests.node, start: (files) => nodeTest(files, 2, 300_000) },
    { name: 'browser', files: tests.browser, start: browserTest },
    { name: 'e2e', files: tests.e2e, start: (files) => nodeTest(files, 1, 600_000) },
  ].filter(({ files }) => !only || files.length > 0);

  const results = [];
  for (const runner of runners) results.push(await runOne(runner));
  if (results.length === 0) results.push(failure(`no test file has "${only.join('" or "')}" in its path`));
  return finish(results);
}

function finish(results) {
  const total = sum(results);
  for (const problem of total.problems) console.log(`✖ ${problem}`);
  console.log(closingLine(total));
  return total.failed > 0 ? 1 : 0;
}

function failure(problem) {
  return { passed: 0, failed: 1, skipped: 0, problems: [problem] };
}

async function runOne({ name, files, start }) {
  if (files.length === 0) return failure(`${name}: there is no test file`);
  console.log(`\n— ${name}: ${files.length} ${files.length === 1 ? 'file' : 'files'}\n`);
  const summaryFile = join(summaries, `${name}.json`);
  const started = Date.now();
  const exitCode = await start(files)(summaryFile);
  if (Date.now() - started >= longestRun) return failure(`${name}: stopped after ${longestRun / 60_000} minutes`);
  const counts = readSummary(summaryFile);
  if (!counts) return failure(`${name}: the runner ended without a result`);
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, problems: [`${name}: no test ran`] };
  if (exitCode !== 0 && counts.failed === 0) {
    return {
      ...counts,
      failed: 1,
      problems: [`${name}: the runner failed (exit code ${exitCode}) though no test did`],
    };
  }
  return { ...counts, problems: counts.problems.map((problem) => `${name}: ${problem}`) };
}

function nodeTest(files, concurrency, timeout) {
  return (summaryFile) =>
    runNode(
      [
        '--disable-warning=ExperimentalWarning',
        '--test',
        `--test-concurrency=${concurrency}`,
        `--test-timeout=${timeout}`,
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        `--test-reporter=${new URL('../test/run/node-summary.mjs', import.meta.url)}`,
        `--test-reporter-destination=${summaryFile}`,
        ...files,
      ],
      { env: environment, timeout: longestRun },
    );
}

function browserTest(files) {
  const parameters = [toolPath('@web/test-runner', 'wtr'), '--config', 'web-test-runner.config.js'];
  return (summaryFile) =>
    runNode(parameters, {
      env: { ...environment, COACHKIT_TEST_FILES: JSON.stringify(files), COACHKIT_TEST_SUMMARY: summaryFile },
      timeout: longestRun,
    });
}

function readSummary(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
