import type { Storage } from '@coachkit/core';
import { certify, type CaseOutcome, type Certificate } from './certificate.js';
import { storagePromises } from './storage-suite/promises.js';
import { commitCases } from './storage-suite/commit-cases.js';
import { concurrencyCases } from './storage-suite/concurrency-cases.js';
import { damageCases } from './storage-suite/damage-cases.js';
import { durabilityCases } from './storage-suite/durability-cases.js';
import { endingCases } from './storage-suite/ending-cases.js';
import type { StorageHarness, StorageNeed } from './storage-suite/harness.js';
import { keepingCases } from './storage-suite/keeping-cases.js';
import { listeningCases } from './storage-suite/listening-cases.js';
import { orderCases } from './storage-suite/order-cases.js';
import { queryCases } from './storage-suite/query-cases.js';
import { sizeCases } from './storage-suite/size-cases.js';
import type { StorageSuiteCase } from './storage-suite/storage-case.js';
import { tenantCases } from './storage-suite/tenant-cases.js';
import { textCases } from './storage-suite/text-cases.js';
import { withTimeout } from './with-timeout.js';

export type { CaseOutcome, Certificate as StorageCertificate, CertificateRow } from './certificate.js';
export { storagePromises } from './storage-suite/promises.js';
export type { FreeAgain, StorageHarness, StorageNeed, StorageScope } from './storage-suite/harness.js';
export type { StorageSuiteCase } from './storage-suite/storage-case.js';

/**
 * The conformance suite of the port `Storage`: at least one case for each of its promises, without a test runner.
 *
 * @example As tests of your own, in any runner:
 * const harness = { open: (scope) => createMyStorage(scope) }
 * for (const each of storageSuiteCases) test(each.name, () => runStorageCase(each, harness))
 */
export const storageSuiteCases: readonly StorageSuiteCase[] = [
  ...keepingCases,
  ...commitCases,
  ...queryCases,
  ...orderCases,
  ...textCases,
  ...tenantCases,
  ...concurrencyCases,
  ...durabilityCases,
  ...listeningCases,
  ...endingCases,
  ...sizeCases,
  ...damageCases,
].sort((one, other) => one.promise - other.promise);

/** How to run the suite. */
export interface StorageSuiteOptions {
  /** The promises to examine; all when absent. */
  readonly promises?: readonly number[];
  /** How long one case may take, in milliseconds; 60,000 when absent. */
  readonly timeout?: number;
}

/**
 * Runs the suite, one case after the other, and says which promises the adapter keeps. Never rejects because of the
 * adapter.
 *
 * @example
 * const certificate = await runStorageSuite({ open: (scope) => createMyStorage(scope) })
 * console.log(certificate.table)
 * assert.ok(certificate.passed)
 */
export async function runStorageSuite(
  harness: StorageHarness,
  { promises, timeout = 60_000 }: StorageSuiteOptions = {},
): Promise<Certificate> {
  const outcomes: CaseOutcome[] = [];
  for (const each of storageSuiteCases) {
    if (promises === undefined || promises.includes(each.promise)) outcomes.push(await judge(each, harness, timeout));
  }
  await harness.cleanUp?.();
  return certify(outcomes, storagePromises);
}

/**
 * Runs one case.
 * @returns `not offered` when the adapter or the harness does not offer what the case needs
 * @throws Error why the promise is not kept
 */
export async function runStorageCase(each: StorageSuiteCase, harness: StorageHarness): Promise<'pass' | 'not offered'> {
  if (each.needs !== undefined && !(await isOffered(each.needs, harness))) return 'not offered';
  await each.run(harness);
  return 'pass';
}

async function judge(each: StorageSuiteCase, harness: StorageHarness, timeout: number): Promise<CaseOutcome> {
  const { promise, name, needs } = each;
  try {
    const result = await withTimeout(runStorageCase(each, harness), timeout);
    return result === 'pass' ? { promise, name, result } : { promise, name, result, reason: `needs ${needs ?? ''}` };
  } catch (error) {
    return { promise, name, result: 'fail', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function isOffered(need: StorageNeed, harness: StorageHarness): Promise<boolean> {
  if (need === 'fill' || need === 'damage') return harness[need] !== undefined;
  const probe: Storage = await harness.open({ tenantId: `suite-${crypto.randomUUID()}` });
  const { hearsOthers, level } = probe.capabilities;
  await probe.wipe().catch(() => undefined);
  await probe.close().catch(() => undefined);
  return need === 'hearsOthers' ? hearsOthers : level !== 'memory';
}
