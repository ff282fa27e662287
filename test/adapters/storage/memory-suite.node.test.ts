import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryMedium, createMemoryStorage } from '@coachkit/adapters/storage/memory';
import { runStorageSuite } from '@coachkit/testing/storage-suite';

const medium = createMemoryMedium();
const certificate = await runStorageSuite({
  open: ({ tenantId }) => createMemoryStorage({ tenantId, medium }),
  fill: () => {
    medium.capacity = 0;
    return () => {
      medium.capacity = Infinity;
    };
  },
});

for (const { promise, statement, result, outcomes } of certificate.rows) {
  test(`memory storage, promise ${promise}: ${statement}`, () => {
    const reasons = outcomes.filter((outcome) => outcome.result === 'fail');
    assert.deepEqual(reasons, []);
    // Memory is gone with the page and nothing in it gets damaged; everything else is offered.
    assert.equal(result, promise === 16 || promise === 20 ? 'not offered' : 'pass');
  });
}
