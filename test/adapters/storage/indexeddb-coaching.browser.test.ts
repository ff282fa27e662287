import { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';
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
import { keyOf } from './indexeddb-harness.ts';

let tenants = 0;

/** A tenant in IndexedDB, encrypted, in which every `as` opens the database for itself, as a tab would. */
async function indexedDbCoaching(): Promise<CoachingHarness> {
  tenants += 1;
  const tenantId = `coaching-${tenants}`;
  const clock = createFakeClock(suiteStart);
  const lms = createFakeLearningSystem(suiteCourses);
  const newId = createCountingIds();
  const opened: Coaching[] = [];
  return {
    clock,
    lms,
    async as(personId, roles = []) {
      const storage = await createIndexedDbStorage({ tenantId, key: keyOf(7) });
      const actor = { tenantId, personId, roles };
      const coaching = createCoaching({ storage, actor, clock, newId, lms, skills: createSkillList(suiteSkills) });
      opened.push(coaching);
      return coaching;
    },
    async cleanUp() {
      const [first, ...others] = opened;
      await Promise.all(others.map((coaching) => coaching.close()));
      await first?.signOut();
    },
  };
}

describe('the behaviour of Coaching over IndexedDB, encrypted', function () {
  this.timeout(30_000);
  for (const each of coachingSuite) it(each.name, () => runCoachingCase(each, indexedDbCoaching));
});
