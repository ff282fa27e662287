import { createMemoryStorageSource } from '@coachkit/core';
import { coachingSuite, runCoachingCase } from '@coachkit/testing/coaching-suite';
import { describe, test } from 'node:test';
import { connectedHarness } from '../../support/connected-harness.ts';

describe('the behaviour of Coaching connected to a server over memory', () => {
  for (const each of coachingSuite)
    test(each.name, () => runCoachingCase(each, () => Promise.resolve(connectedHarness(createMemoryStorageSource()))));
});
