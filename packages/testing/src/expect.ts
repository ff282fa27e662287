import { CoachingError, type CoachingErrorCode, type InputRule } from '@coachkit/core';

/** Why a case failed: what was expected and what was found. */
export class ExpectationError extends Error {
  override readonly name = 'ExpectationError';
}

/** @throws ExpectationError unless the condition holds */
export function expectThat(condition: boolean, what: string): asserts condition {
  if (!condition) throw new ExpectationError(what);
}

/** @throws ExpectationError unless the two are the same as JSON, whatever the order of keys */
export function expectSame(found: unknown, expected: unknown, what: string): void {
  const one = canonical(found);
  const other = canonical(expected);
  if (one !== other) throw new ExpectationError(`${what}: expected ${other}, found ${one}`);
}

/** The error a call rejects with. @throws ExpectationError when it resolves, or rejects with another code */
export async function expectRefusal(
  call: Promise<unknown>,
  code: CoachingErrorCode,
  what: string,
): Promise<CoachingError> {
  let outcome: unknown;
  try {
    outcome = await call;
  } catch (error) {
    if (!CoachingError.isInstance(error))
      throw new ExpectationError(`${what}: rejected with something else: ${String(error)}`);
    if (error.code !== code)
      throw new ExpectationError(`${what}: expected ${code}, rejected with ${error.code} (${error.message})`);
    return error;
  }
  throw new ExpectationError(`${what}: expected ${code}, resolved with ${canonical(outcome)}`);
}

/** Expects `invalid-input` with a problem of this rule at this path. */
export async function expectInvalid(call: Promise<unknown>, path: string, rule: InputRule): Promise<void> {
  const error = await expectRefusal(call, 'invalid-input', `${path}: ${rule}`);
  const met = error.problems.some((problem) => problem.path === path && problem.rule === rule);
  expectThat(met, `expected ${rule} at ${path}, found ${JSON.stringify(error.problems)}`);
}

function canonical(value: unknown): string {
  const sorted: unknown = JSON.parse(
    JSON.stringify(value ?? null, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
        : part,
    ),
  );
  return JSON.stringify(sorted);
}
