import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultyLearningSystems } from '@coachkit/testing/faulty-lms';
import { learningPromises, learningSuiteCases, runLearningSuite } from '@coachkit/testing/lms-suite';
import { openRest } from '../adapters/lms/rest-laboratory.ts';

const harness = { open: () => openRest() };

for (const { name, fault, breaks, over } of faultyLearningSystems) {
  test(`the suite rejects a learning system that ${fault} (${name})`, async () => {
    const certificate = await runLearningSuite(over(harness));
    assert.deepEqual(certificate.broken, breaks, certificate.table);
    assert.equal(certificate.passed, false);
  });
}

test('every promise of the port has a case and a fault that breaks it', () => {
  const promises = Object.keys(learningPromises).map(Number);
  assert.equal(promises.length, 14);
  const withCase = new Set(learningSuiteCases.map(({ promise }) => promise));
  const withFault = new Set(faultyLearningSystems.flatMap(({ breaks }) => breaks));
  for (const covered of [withCase, withFault])
    assert.deepEqual(
      promises.filter((promise) => !covered.has(promise)),
      [],
    );
});

test('names of cases and of faults are unique', () => {
  for (const names of [learningSuiteCases, faultyLearningSystems].map((list) => list.map(({ name }) => name)))
    assert.equal(new Set(names).size, names.length);
});
