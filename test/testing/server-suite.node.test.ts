import { runServerSuite, serverPromises, serverSuiteCases } from '@coachkit/testing/server-suite';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from './served.ts';

test('the handler over memory keeps every promise of the contract', async (context) => {
  const { table, passed, rows } = await runServerSuite(served());
  context.diagnostic(`\n${table}`);
  assert.ok(passed, table);
  assert.deepEqual(
    rows.filter(({ result }) => result !== 'pass').map(({ promise }) => promise),
    [],
  );
});

test('every promise has a case, and every case a name of its own', () => {
  const withCase = new Set(serverSuiteCases.map(({ promise }) => promise));
  assert.deepEqual([...withCase], Object.keys(serverPromises).map(Number));
  assert.equal(new Set(serverSuiteCases.map(({ name }) => name)).size, serverSuiteCases.length);
});
