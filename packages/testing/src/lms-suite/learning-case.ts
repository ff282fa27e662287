import { CoachingError, capabilitiesOf, type LearningRefusal } from '@coachkit/core';
import { ExpectationError } from '../expect.js';
import type { LearningHarness, LearningLaboratory, LearningNeed } from './harness.js';

/** One case of the suite. It has a laboratory of its own. */
export interface LearningSuiteCase {
  /** The number of the promise in the port `LearningSystem`. */
  readonly promise: number;
  /** A sentence that is true of an adapter that keeps the promise. Unique. */
  readonly name: string;
  readonly needs?: readonly LearningNeed[];
  /** Rejects with the reason when the promise is not kept. */
  run(laboratory: LearningLaboratory): Promise<void>;
}

/** What a case needs and the adapter or its laboratory does not offer. */
export function missingNeeds({ needs = [] }: LearningSuiteCase, laboratory: LearningLaboratory): LearningNeed[] {
  const offered = capabilitiesOf(laboratory.lms);
  return needs.filter((need) => {
    if (need === 'changes' || need === 'push') return !offered.delivery.includes(need);
    if (need === 'search' || need === 'assign' || need === 'recommend' || need === 'withdraw') return !offered[need];
    return laboratory[need] === undefined;
  });
}

/** Runs something in a laboratory of its own. */
export async function inLaboratory<Result>(
  harness: LearningHarness,
  work: (laboratory: LearningLaboratory) => Promise<Result>,
): Promise<Result> {
  const laboratory = await harness.open();
  try {
    return await work(laboratory);
  } finally {
    await laboratory.close();
  }
}

/** The refusal with which a call rejects. @throws ExpectationError when it resolves, or names no reason */
export async function refusalFrom(
  call: Promise<unknown>,
  what: string,
): Promise<LearningRefusal & { retryable: boolean }> {
  let outcome: unknown;
  try {
    outcome = await call;
  } catch (error) {
    if (!CoachingError.isInstance(error))
      throw new ExpectationError(`${what}: rejected with something else: ${String(error)}`);
    if (error.refusal === undefined) throw new ExpectationError(`${what}: the ${error.code} names no reason`);
    return { ...error.refusal, retryable: error.retryable };
  }
  throw new ExpectationError(`${what}: expected a refusal, resolved with ${JSON.stringify(outcome)}`);
}

/** A function of the laboratory that a case has named among its needs. */
export function needed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new ExpectationError('the case does not name what it needs');
  return value;
}
