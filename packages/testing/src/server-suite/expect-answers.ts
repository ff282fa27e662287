import type { CoachingErrorCode } from '@coachkit/core';
import { statusOfCode, type OperationResult, type ProblemDetails } from '@coachkit/core/wire';
import { expectSame, expectThat, ExpectationError } from '../expect.js';
import type { Answer } from './caller.js';

const ok = { low: 200, high: 299 };

/** The JSON of a success. @throws ExpectationError for any other status, and for an answer that is no JSON */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a server answers is taken at its word here
export function expectOk<Body>(answer: Answer, what: string, status?: number): Body {
  const isWanted =
    status === undefined ? answer.status >= ok.low && answer.status <= ok.high : answer.status === status;
  expectThat(isWanted, `${what}: expected ${status ?? 'success'}, found ${shown(answer)}`);
  const isEmpty = answer.status === 204;
  expectThat(isEmpty || answer.body !== undefined, `${what}: the answer is no JSON: ${shown(answer)}`);
  return answer.body as Body;
}

/**
 * A refusal as RFC 9457 describes it.
 * @param status - where it differs from the usual status of the code
 */
export function expectProblem(
  answer: Answer,
  code: CoachingErrorCode,
  what: string,
  status = statusOfCode[code],
): ProblemDetails {
  expectThat(answer.status === status, `${what}: expected ${status} ${code}, found ${shown(answer)}`);
  const problem = problemOf(answer, what);
  expectThat(problem.code === code, `${what}: expected the code ${code}, found ${shown(answer)}`);
  return problem;
}

/** The problem of an answer, whatever its code. @throws ExpectationError when it does not have the shape of one */
export function problemOf(answer: Answer, what: string): ProblemDetails {
  const type = answer.headers.get('Content-Type') ?? '';
  expectThat(type.startsWith('application/problem+json'), `${what}: a refusal of type ${type || 'none'}`);
  if (!isProblem(answer.body)) throw new ExpectationError(`${what}: not a problem: ${shown(answer)}`);
  expectSame(answer.body.status, answer.status, `${what}: the status in the body`);
  return answer.body;
}

/** An operation that was applied. */
export function expectApplied(
  result: OperationResult | undefined,
  what: string,
): Extract<OperationResult, { readonly status: 'applied' }> {
  if (result?.status !== 'applied')
    throw new ExpectationError(`${what}: expected applied, found ${JSON.stringify(result)}`);
  return result;
}

/** An operation that was refused or has failed. */
export function expectNotApplied(
  result: OperationResult | undefined,
  status: 'refused' | 'failed',
  what: string,
): ProblemDetails {
  if (result === undefined || result.status === 'applied' || result.status !== status)
    throw new ExpectationError(`${what}: expected ${status}, found ${JSON.stringify(result)}`);
  return result.problem;
}

/** The start of an answer, for a message. */
export function shown({ status, text }: Answer): string {
  return `${status} ${text.slice(0, 300)}`;
}

function isProblem(body: unknown): body is ProblemDetails {
  if (typeof body !== 'object' || body === null) return false;
  const { type, title, status, code, retryable, correlationId } = body as Record<string, unknown>;
  return (
    typeof code === 'string' &&
    code in statusOfCode &&
    type === `urn:coachkit:problem:${code}` &&
    typeof title === 'string' &&
    title !== '' &&
    typeof status === 'number' &&
    typeof retryable === 'boolean' &&
    typeof correlationId === 'string' &&
    correlationId !== ''
  );
}
