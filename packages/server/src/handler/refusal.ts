import { CoachingError, type CoachingErrorCode, type InputProblem } from '@coachkit/core';
import { problemOf, statusOfCode } from '@coachkit/core/wire';

/** A refusal whose status or headers differ from what its code usually has. */
export class Refusal extends Error {
  readonly error: CoachingError;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(error: CoachingError, status: number, headers: Readonly<Record<string, string>> = {}) {
    super(error.code);
    this.name = 'Refusal';
    this.error = error;
    this.status = status;
    this.headers = headers;
  }
}

/** A refusal by code. */
export function refuse(
  code: CoachingErrorCode,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  problem?: InputProblem,
): Refusal {
  const problems = problem === undefined ? [] : [problem];
  return new Refusal(new CoachingError(code, code, { problems, retryable: passing.has(code) }), status, headers);
}

const passing: ReadonlySet<CoachingErrorCode> = new Set(['busy', 'server-failed']);

/** The answer to whatever was thrown; what was not expected says nothing of itself. */
export function problemResponse(thrown: unknown, correlationId: string): Response {
  const { error, status, headers } = refusalOf(thrown);
  const problem = { ...problemOf(error, status), correlationId };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
}

/** Whether somebody has to look at this: it is none of our refusals. */
export function isUnexpected(thrown: unknown): boolean {
  return !(thrown instanceof Refusal) && !CoachingError.isInstance(thrown);
}

function refusalOf(thrown: unknown): Pick<Refusal, 'error' | 'status' | 'headers'> {
  if (thrown instanceof Refusal) return thrown;
  if (CoachingError.isInstance(thrown)) return { error: thrown, status: statusOfCode[thrown.code], headers: {} };
  return {
    error: new CoachingError('server-failed', 'unexpected', { retryable: true }),
    status: 500,
    headers: {},
  };
}
