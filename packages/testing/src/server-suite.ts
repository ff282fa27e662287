import { certify, type CaseOutcome, type Certificate } from './certificate.js';
import { addressCases } from './server-suite/address-cases.js';
import { changeCases } from './server-suite/change-cases.js';
import { foreignCases } from './server-suite/foreign-cases.js';
import type { ServerHarness } from './server-suite/harness.js';
import { idempotencyCases } from './server-suite/idempotency-cases.js';
import { limitCases } from './server-suite/limit-cases.js';
import { mergingCases } from './server-suite/merging-cases.js';
import { operationCases } from './server-suite/operation-cases.js';
import { pagingCases } from './server-suite/paging-cases.js';
import { preconditionCases } from './server-suite/precondition-cases.js';
import { serverPromises } from './server-suite/promises.js';
import { refusalCases } from './server-suite/refusal-cases.js';
import { replicaCases } from './server-suite/replica-cases.js';
import type { ServerSuiteCase } from './server-suite/server-case.js';
import { signInCases } from './server-suite/sign-in-cases.js';
import { textCases } from './server-suite/text-cases.js';
import { transportCases } from './server-suite/transport-cases.js';
import { withTimeout } from './with-timeout.js';

export type { CaseOutcome, Certificate, CertificateRow } from './certificate.js';
export type { ServerHarness, ServerNeed, WholeAgain } from './server-suite/harness.js';
export { serverPromises } from './server-suite/promises.js';
export type { ServerSuiteCase } from './server-suite/server-case.js';

/**
 * The conformance suite of the HTTP contract: at least one case for each of its promises, without a test runner, for a
 * server in any language.
 *
 * @example As tests of your own, in any runner:
 * for (const each of serverSuiteCases) test(each.name, () => runServerCase(each, harness))
 */
export const serverSuiteCases: readonly ServerSuiteCase[] = [
  ...signInCases,
  ...foreignCases,
  ...transportCases,
  ...preconditionCases,
  ...idempotencyCases,
  ...operationCases,
  ...mergingCases,
  ...pagingCases,
  ...limitCases,
  ...replicaCases,
  ...changeCases,
  ...addressCases,
  ...textCases,
  ...refusalCases,
].sort((one, other) => one.promise - other.promise);

/** How to run the suite. */
export interface ServerSuiteOptions {
  /** The promises to examine; all when absent. */
  readonly promises?: readonly number[];
  /** How long one case may take, in milliseconds; 60,000 when absent. */
  readonly timeout?: number;
}

/**
 * Runs the suite, one case after the other, and says which promises the server keeps. Never rejects because of the
 * server.
 *
 * @example
 * const certificate = await runServerSuite({
 *   url: 'http://127.0.0.1:8080/api',
 *   newTenant: () => crypto.randomUUID(),
 *   headersFor: (actor) => ({ Authorization: `Bearer ${tokenFor(actor)}` }),
 * })
 * console.log(certificate.table)
 */
export async function runServerSuite(
  harness: ServerHarness,
  { promises, timeout = 60_000 }: ServerSuiteOptions = {},
): Promise<Certificate> {
  const outcomes: CaseOutcome[] = [];
  for (const each of serverSuiteCases) {
    if (promises === undefined || promises.includes(each.promise)) outcomes.push(await judge(each, harness, timeout));
  }
  await harness.cleanUp?.();
  return certify(outcomes, serverPromises);
}

/**
 * Runs one case.
 * @returns `not offered` when the harness does not offer what the case needs
 * @throws Error why the promise is not kept
 */
export async function runServerCase(each: ServerSuiteCase, harness: ServerHarness): Promise<'pass' | 'not offered'> {
  if (each.needs !== undefined && harness[each.needs] === undefined) return 'not offered';
  await each.run(harness);
  return 'pass';
}

async function judge(each: ServerSuiteCase, harness: ServerHarness, timeout: number): Promise<CaseOutcome> {
  const { promise, name, needs } = each;
  try {
    const result = await withTimeout(runServerCase(each, harness), timeout);
    return result === 'pass' ? { promise, name, result } : { promise, name, result, reason: `needs ${needs ?? ''}` };
  } catch (error) {
    return { promise, name, result: 'fail', reason: error instanceof Error ? error.message : String(error) };
  }
}
