import { certify, type CaseOutcome, type Certificate } from './certificate.js';
import { assignmentCases } from './lms-suite/assignment-cases.js';
import { catalogueCases } from './lms-suite/catalogue-cases.js';
import { completionCases } from './lms-suite/completion-cases.js';
import type { LearningHarness } from './lms-suite/harness.js';
import { inLaboratory, missingNeeds, type LearningSuiteCase } from './lms-suite/learning-case.js';
import { learningPromises } from './lms-suite/promises.js';
import { wireCases } from './lms-suite/wire-cases.js';

export type {
  Elsewhere,
  LearningHarness,
  LearningLaboratory,
  LearningMood,
  LearningNeed,
  SuiteCourse,
} from './lms-suite/harness.js';
export type { LearningSuiteCase } from './lms-suite/learning-case.js';
export { learningPromises } from './lms-suite/promises.js';
export type { CaseOutcome, Certificate, CertificateRow } from './certificate.js';

/**
 * The conformance suite of the port `LearningSystem`: at least one case for each of its promises, without a test
 * runner.
 *
 * @example As tests of your own, in any runner:
 * for (const each of learningSuiteCases) test(each.name, () => runLearningCase(each, { open: openMyLaboratory }))
 */
export const learningSuiteCases: readonly LearningSuiteCase[] = [
  ...catalogueCases,
  ...assignmentCases,
  ...completionCases,
  ...wireCases,
].sort((one, other) => one.promise - other.promise);

/** How long one case may take, in milliseconds. */
const patience = 30_000;

/**
 * Runs one case, in a laboratory of its own.
 * @returns `not offered` when the adapter or its laboratory does not offer what the case needs
 * @throws Error why the promise is not kept
 */
export function runLearningCase(each: LearningSuiteCase, harness: LearningHarness): Promise<'pass' | 'not offered'> {
  return inLaboratory(harness, async (laboratory) => {
    if (missingNeeds(each, laboratory).length > 0) return 'not offered';
    await inTime(each.run(laboratory));
    return 'pass';
  });
}

/**
 * Runs the suite, one case after the other, and says which promises the adapter keeps. Never rejects because of the
 * adapter.
 *
 * @example
 * const certificate = await runLearningSuite({ open: openMyLaboratory })
 * console.log(certificate.table)
 * assert.ok(certificate.passed)
 */
export async function runLearningSuite(harness: LearningHarness): Promise<Certificate> {
  const outcomes: CaseOutcome[] = [];
  for (const each of learningSuiteCases) {
    const { promise, name } = each;
    try {
      outcomes.push({ promise, name, result: await runLearningCase(each, harness) });
    } catch (error) {
      outcomes.push({ promise, name, result: 'fail', reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return certify(outcomes, learningPromises);
}

async function inTime(running: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${patience} ms`)), patience);
  });
  try {
    await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}
