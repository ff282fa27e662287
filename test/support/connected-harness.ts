import { connectCoaching } from '@coachkit/adapters/http/connect';
import { createMemoryStorage } from '@coachkit/adapters/storage/memory';
import { createSkillList, randomId, type Coaching, type Storage } from '@coachkit/core';
import { suiteCourses, suiteSkills, suiteStart, type CoachingHarness } from '@coachkit/testing/coaching-suite';
import { createFakeClock, createFakeLearningSystem } from '@coachkit/testing/fakes';
import { wireServer } from './wire-server.ts';

/** The harness of the behaviour suite in which everybody is connected to one server over a storage. */
export async function connectedHarness(storage: Storage): Promise<CoachingHarness> {
  const clock = createFakeClock(suiteStart);
  const lms = createFakeLearningSystem(suiteCourses);
  const opened: Coaching[] = [];
  return {
    clock,
    lms,
    async as(personId, roles = []) {
      const actor = { tenantId: 'suite', personId, roles };
      const server = wireServer({ storage, clock, lms, newId: randomId, skills: createSkillList(suiteSkills) }, actor);
      const coaching = await connectCoaching({
        url: 'https://hr.example',
        actor,
        storage: createMemoryStorage({ tenantId: 'suite' }),
        fetch: server,
        clock,
        changes: 'ask',
      });
      opened.push(coaching);
      return coaching;
    },
    async cleanUp() {
      await Promise.all(opened.map((coaching) => coaching.close()));
      await storage.close();
    },
  };
}
