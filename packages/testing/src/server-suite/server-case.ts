import type { ServedCompany } from './company.js';
import { foundServedCompany } from './company.js';
import type { ServerHarness, ServerNeed } from './harness.js';

/** One case of the suite. It has a tenant of its own, so cases can run in any order and over a server in use. */
export interface ServerSuiteCase {
  /** A number of `serverPromises`. */
  readonly promise: number;
  /** A sentence that is true of a server that keeps the promise. Unique. */
  readonly name: string;
  readonly needs?: ServerNeed;
  /** Rejects with the reason when the promise is not kept. */
  run(harness: ServerHarness): Promise<void>;
}

/** Defines a case in a company of its own. */
export function serverCase(
  promise: number,
  name: string,
  body: (company: ServedCompany, harness: ServerHarness) => Promise<void>,
  needs?: ServerNeed,
): ServerSuiteCase {
  const run = async (harness: ServerHarness): Promise<void> => body(await foundServedCompany(harness), harness);
  return needs === undefined ? { promise, name, run } : { promise, name, needs, run };
}
