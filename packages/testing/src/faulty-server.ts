import { accessServerFaults } from './faulty/access-server-faults.js';
import { answerServerFaults } from './faulty/answer-server-faults.js';
import { changeServerFaults } from './faulty/change-server-faults.js';
import type { FaultyServer } from './faulty/faulty-server-type.js';

export type { FaultyServer } from './faulty/faulty-server-type.js';

/**
 * Servers that are broken on purpose, each with a fault that real ones have had. The conformance suite has to find every
 * one of them; whoever adds a case to the suite adds the fault that it finds.
 *
 * @example
 * for (const { name, over, breaks } of faultyServers) {
 *   const { broken } = await runServerSuite(over(goodHarness))
 *   assert.ok(breaks.every((promise) => broken.includes(promise)), name)
 * }
 */
export const faultyServers: readonly FaultyServer[] = [
  ...accessServerFaults,
  ...changeServerFaults,
  ...answerServerFaults,
];
