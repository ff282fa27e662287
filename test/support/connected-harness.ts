import { connectCoaching } from '@coachkit/adapters/http/connect';
import { createMemoryStorage } from '@coachkit/adapters/storage/memory';
import { createSkillList, type Coaching, type StorageSource } from '@coachkit/core';
import { createHandler } from '@coachkit/server';
import { suiteCourses, suiteSkills, suiteStart, type CoachingHarness } from '@coachkit/testing/coaching-suite';
import { createFakeClock, createFakeLearningSystem, type FakeClock } from '@coachkit/testing/fakes';
import { authenticateByToken, handlerFetch, tokenOf } from './handler-fetch.ts';

/**
 * The harness of the behaviour suite in which everybody is connected, each from a device of their own, to one server
 * over a new tenant of a source of storage. Whoever opened the source closes it.
 * @param clock - that of the source, where it has one
 */
export function connectedHarness(
  source: StorageSource,
  clock: FakeClock = createFakeClock(suiteStart),
): CoachingHarness {
  const tenantId = crypto.randomUUID();
  clock.set(suiteStart);
  const lms = createFakeLearningSystem(suiteCourses);
  const handler = createHandler({
    storage: source,
    authenticate: authenticateByToken,
    clock,
    lms,
    skills: createSkillList(suiteSkills),
    // The clock of the suite stands still, and with it the allowance of the person who asks.
    limits: { burst: 100_000 },
  });
  const opened: Coaching[] = [];
  return {
    clock,
    lms,
    async as(personId, roles = []) {
      const actor = { tenantId, personId, roles };
      const coaching = await connectCoaching({
        url: 'https://hr.example',
        actor,
        getToken: () => tokenOf(actor),
        storage: createMemoryStorage({ tenantId }),
        fetch: handlerFetch(handler),
        clock,
        changes: 'ask',
      });
      opened.push(coaching);
      return coaching;
    },
    async cleanUp() {
      await Promise.all(opened.map((coaching) => coaching.close()));
      handler.close();
    },
  };
}
