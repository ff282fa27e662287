import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultyStorages } from '@coachkit/testing/faulty-storage';
import { runStorageSuite, storagePromises, storageSuiteCases } from '@coachkit/testing/storage-suite';
import { damageableMemory } from './damageable-memory.ts';

test('the storage that the faulty ones are built over passes the whole suite', async () => {
  const { table, passed } = await runStorageSuite(damageableMemory());
  assert.ok(passed, table);
});

// All at once: most of a run is waiting for what must not happen.
const certificates = faultyStorages.map(({ over }) => runStorageSuite(over(damageableMemory())));

for (const [position, { name, fault, breaks }] of faultyStorages.entries()) {
  test(`the suite rejects a storage that ${fault} (${name})`, async () => {
    const certificate = await certificates[position]!;
    assert.deepEqual(certificate.broken, breaks, certificate.table);
    assert.equal(certificate.passed, false);
  });
}

test('every promise of the port has a case and a fault that breaks it', () => {
  const promises = Object.keys(storagePromises).map(Number);
  assert.equal(promises.length, 20);
  const withCase = new Set(storageSuiteCases.map(({ promise }) => promise));
  const withFault = new Set(faultyStorages.flatMap(({ breaks }) => breaks));
  assert.deepEqual(
    promises.filter((promise) => !withCase.has(promise)),
    [],
  );
  assert.deepEqual(
    promises.filter((promise) => !withFault.has(promise)),
    [],
  );
});

test('names of cases and of faults are unique', () => {
  for (const names of [storageSuiteCases, faultyStorages].map((list) => list.map(({ name }) => name))) {
    assert.equal(new Set(names).size, names.length);
  }
});
