import type { FaultyLearningSystem } from './faulty/faulty-lms-type.js';
import { lmsAssignmentFaults } from './faulty/lms-assignment-faults.js';
import { lmsCatalogueFaults } from './faulty/lms-catalogue-faults.js';
import { lmsCompletionFaults } from './faulty/lms-completion-faults.js';
import { lmsWireFaults } from './faulty/lms-wire-faults.js';

export type { FaultyLearningSystem } from './faulty/faulty-lms-type.js';

/**
 * Adapters of learning systems that are broken on purpose, each with a fault that real ones have had. The conformance
 * suite has to find every one of them; whoever adds a case to the suite adds the fault that it finds.
 *
 * @example
 * for (const { name, over, breaks } of faultyLearningSystems) {
 *   test(name, async () => assert.deepEqual((await runLearningSuite(over(goodHarness))).broken, breaks))
 * }
 */
export const faultyLearningSystems: readonly FaultyLearningSystem[] = [
  ...lmsCatalogueFaults,
  ...lmsAssignmentFaults,
  ...lmsCompletionFaults,
  ...lmsWireFaults,
];
