import { accessCases } from './coaching/access.js';
import { badInputCases } from './coaching/bad-input.js';
import { followingCases } from './coaching/following.js';
import { handoverCases } from './coaching/handover.js';
import type { CoachingCase, CoachingHarness } from './coaching/harness.js';
import { peopleCases } from './coaching/people.js';
import { pagingCases } from './coaching/paging.js';
import { planningCases } from './coaching/planning.js';
import { recordingCases } from './coaching/recording.js';

export {
  foundCompany,
  suiteCourses,
  suiteSkills,
  suiteStart,
  typicalRecord,
  type CoachingCase,
  type CoachingHarness,
  type Company,
} from './coaching/harness.js';

/**
 * The behaviour every `Coaching` shows, whatever it stands on. There is no test runner inside: hand each case a fresh
 * harness in the runner of your choice.
 *
 * @example
 * for (const each of coachingSuite) test(each.name, () => runCoachingCase(each, () => newHarness()));
 */
export const coachingSuite: readonly CoachingCase[] = [
  ...peopleCases,
  ...handoverCases,
  ...planningCases,
  ...pagingCases,
  ...recordingCases,
  ...badInputCases,
  ...accessCases,
  ...followingCases,
];

/** Runs one case over a harness of its own and cleans up after it. @throws what the case throws */
export async function runCoachingCase(each: CoachingCase, open: () => Promise<CoachingHarness>): Promise<void> {
  const harness = await open();
  try {
    await each.run(harness);
  } finally {
    await harness.cleanUp();
  }
}
