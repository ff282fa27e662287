import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { inRoot } from '../../scripts/run-tool.mjs';

function measure(script: string, ...parameters: string[]) {
  const command = [`scripts/${script}.mjs`, '--from', 'test/run/samples/measured', ...parameters];
  const result = spawnSync(process.execPath, command, { cwd: inRoot(), encoding: 'utf8' });
  return { exitCode: result.status, said: result.stdout };
}

test('the proof prints one aligned line for each demand, and fails when one is not met', () => {
  const { exitCode, said } = measure('proof');
  assert.deepEqual(said.split('\n'), [
    'name          | figure           | demand            | result',
    'kills         | 0 of 300 missing | 0 records missing | pass',
    'a longer name | 181 s            | ≤ 180 s           | FAIL',
    'broken        | the page closed  | no error          | FAIL',
    '',
    '1 demands met, 2 not met',
    '',
  ]);
  assert.equal(exitCode, 1);
});

test('a quick proof measures at the size of a test', () => {
  assert.match(measure('proof', '--quick').said, /0 of 3 missing/);
});

test('a proof of nothing is a failure', () => {
  assert.equal(measure('proof', 'no-such-file').exitCode, 1);
});

test('the benchmarks stand in a table for each section, and fail when a budget is not kept', () => {
  const { exitCode, said } = measure('bench');
  assert.match(said, /\nWeight\n\nname +\| limit +\| product +\| peers +\| ratio +\| budget +\| result\n/);
  assert.match(said, /^core +\| 8\.0 kB \| 17\.0 kB \| others 80 kB \| 2\.13 × \| ≤ 18 kB \| pass$/m);
  assert.match(said, /^everything +\| .* \| 2\.38 × .* FAIL$/m);
  assert.match(said, /1 budgets kept, 1 not kept/);
  assert.equal(exitCode, 1);
});
