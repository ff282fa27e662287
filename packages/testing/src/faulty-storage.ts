import { commitFaults } from './faulty/commit-faults.js';
import { keepingFaults } from './faulty/keeping-faults.js';
import { endingFaults } from './faulty/ending-faults.js';
import type { FaultyStorage } from './faulty/faulty-storage-type.js';
import { mediumFaults } from './faulty/medium-faults.js';
import { queryFaults } from './faulty/query-faults.js';
import { textFaults } from './faulty/text-faults.js';

export type { FaultyStorage } from './faulty/faulty-storage-type.js';

/**
 * Storage adapters that are broken on purpose, each with a fault that real ones have had. The conformance suite has to
 * find every one of them; whoever adds a case to the suite adds the fault that it finds.
 *
 * @example
 * for (const { name, over, breaks } of faultyStorages) {
 *   test(name, async () => assert.deepEqual((await runStorageSuite(over(goodHarness))).broken, breaks))
 * }
 */
export const faultyStorages: readonly FaultyStorage[] = [
  ...commitFaults,
  ...keepingFaults,
  ...queryFaults,
  ...textFaults,
  ...mediumFaults,
  ...endingFaults,
];
