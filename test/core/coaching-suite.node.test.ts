import { createMemoryMedium, createMemoryStorage } from '@coachkit/adapters/storage/memory';
import { createCoaching, createSkillList, type Coaching } from '@coachkit/core';
import {
  coachingSuite,
  runCoachingCase,
  suiteCourses,
  suiteSkills,
  suiteStart,
  type CoachingHarness,
} from '@coachkit/testing/coaching-suite';
import { createCountingIds, createFakeClock, createFakeLearningSystem } from '@coachkit/testing/fakes';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** A tenant in memory in which every `as` opens a storage object of its own, as a tab would. */
async function memoryHarness(): Promise<CoachingHarness> {
  const medium = createMemoryMedium();
  const clock = createFakeClock(suiteStart);
  const lms = createFakeLearningSystem(suiteCourses);
  const newId = createCountingIds();
  const opened: Coaching[] = [];
  return {
    clock,
    lms,
    async as(personId, roles = []) {
      const storage = await createMemoryStorage({ tenantId: 'suite', medium });
      const actor = { tenantId: 'suite', personId, roles };
      const coaching = createCoaching({ storage, actor, clock, newId, lms, skills: createSkillList(suiteSkills) });
      opened.push(coaching);
      return coaching;
    },
    async cleanUp() {
      await Promise.all(opened.map((coaching) => coaching.close()));
    },
  };
}

describe('the behaviour of Coaching over memory', () => {
  for (const each of coachingSuite) test(each.name, () => runCoachingCase(each, memoryHarness));
});

test('every case has a name of its own and says what it proves', () => {
  assert.equal(new Set(coachingSuite.map(({ name }) => name)).size, coachingSuite.length);
  assert.ok(coachingSuite.every(({ proves }) => proves.length > 0));
});
