import { faultyServers } from '@coachkit/testing/faulty-server';
import { runServerSuite, serverPromises } from '@coachkit/testing/server-suite';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from './served.ts';

for (const { name, fault, breaks, over } of faultyServers) {
  test(`the suite rejects a server that ${fault} (${name})`, async () => {
    const { broken, passed, table } = await runServerSuite(over(served()), { promises: breaks });
    assert.deepEqual([broken, passed], [breaks, false], table);
  });
}

test('every promise of the contract has a fault that breaks it', () => {
  const broken = new Set(faultyServers.flatMap(({ breaks }) => breaks));
  assert.deepEqual(
    Object.keys(serverPromises).filter((promise) => !broken.has(Number(promise))),
    [],
  );
  assert.equal(new Set(faultyServers.map(({ name }) => name)).size, faultyServers.length);
});
