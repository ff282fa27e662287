import { CoachingError, createCoaching, createMemoryStorage, type CoachingOptions } from '@coachkit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const storage = createMemoryStorage({ tenantId: 'northwind' });
const actor = { tenantId: 'northwind', personId: 'priya', roles: [] };

function refusal(options: object): string {
  try {
    createCoaching({ storage, actor, ...options } as CoachingOptions);
  } catch (error) {
    assert.ok(CoachingError.isInstance(error));
    return error.problems.map(({ path, rule }) => `${path} ${rule}`).join();
  }
  return 'none';
}

describe('what a Coaching is made of', () => {
  test('is taken within the bounds of the programme', () => {
    assert.equal(refusal({}), 'none');
    const rules = { threshold: 8, durationMinutes: 45, correctionDays: 0, cadence: { unit: 'week', every: 13 } };
    assert.equal(refusal({ rules }), 'none');
  });

  test('is refused by name outside of them', () => {
    const wanted: Readonly<Record<string, readonly object[]>> = {
      'rules.threshold too-small': [{ threshold: 4 }, { threshold: 5.5 - 1 }, { threshold: NaN }],
      'rules.durationMinutes too-large': [{ durationMinutes: 481 }],
      'rules.correctionDays too-small': [{ correctionDays: -1 }],
      'rules.cadence.every too-large': [
        { cadence: { unit: 'month', every: 4 } },
        { cadence: { unit: 'week', every: 14 } },
      ],
      'rules.cadence.every too-small': [
        { cadence: { unit: 'week', every: 1 } },
        { cadence: { unit: 'month', every: 0 } },
      ],
    };
    for (const [problem, all] of Object.entries(wanted))
      for (const rules of all) assert.equal(refusal({ rules }), problem, JSON.stringify(rules));
    assert.equal(refusal({ actor: { ...actor, personId: '__proto__' } }), 'actor.personId not-an-id');
    assert.equal(refusal({ actor: { ...actor, roles: ['emperor'] } }), 'actor.roles not-an-option');
  });
});
