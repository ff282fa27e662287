import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryMedium, createMemoryStorage } from '@coachkit/adapters/storage/memory';
import { faultyStorages } from '@coachkit/testing/faulty-storage';
import { compareWithModel } from './storage-model.ts';

test('memory storage does as a plain map does, over 200 runs of 60 random commands', async () => {
  const medium = createMemoryMedium();
  const open = (tenantId: string) => Promise.resolve(createMemoryStorage({ tenantId, medium }));
  assert.equal(await compareWithModel(open, { runs: 200, commands: 60 }), 12_000);
  assert.equal(medium.tenants.size, 0);
});

for (const name of [
  'lost update',
  'check, then write',
  'half-applied batch',
  'versions do not restart',
  'aliases arguments',
  'leaves out the end of a range',
  'orders by code point',
  'counts its pages',
  'normalises ids',
]) {
  test(`the comparison with a plain map finds the fault "${name}"`, async () => {
    const medium = createMemoryMedium();
    const faulty = faultyStorages.find((each) => each.name === name)!;
    const harness = faulty.over({ open: ({ tenantId }) => createMemoryStorage({ tenantId, medium }) });
    const open = async (tenantId: string) => harness.open({ tenantId });
    // The same commands every time: whether 200 runs meet a fault must not be left to chance. The proof takes new ones.
    await assert.rejects(compareWithModel(open, { runs: 200, commands: 60, seed: 1 }));
  });
}
