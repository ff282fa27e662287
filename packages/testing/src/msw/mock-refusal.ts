import { CoachingError, type CoachingErrorCode, type InputRule } from '@coachkit/core';
import { problemOf, statusOfCode } from '@coachkit/core/wire';

/** A refusal whose status is not the usual one of its code. */
export class MockRefusal extends Error {
  readonly code: CoachingErrorCode;
  readonly status: number;
  readonly documents: CoachingError['documents'];
  readonly path: string | undefined;

  constructor(code: CoachingErrorCode, status = statusOfCode[code], more: { path?: string; met?: CoachingError } = {}) {
    super(code);
    this.name = 'MockRefusal';
    this.code = code;
    this.status = status;
    this.path = more.path;
    this.documents = more.met?.documents ?? [];
  }
}

/** The answer to whatever was thrown. */
export function problemAnswer(thrown: unknown): Response {
  const { error, status } = refusalOf(thrown);
  const problem = { ...problemOf(error, status), correlationId: crypto.randomUUID() };
  return new Response(JSON.stringify(problem), { status, headers: headersOf('application/problem+json') });
}

/** An answer in JSON; without a body where there is no value. */
export function jsonAnswer(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  if (value === undefined || status === 204) return new Response(null, { status: 204, headers: headersOf() });
  return new Response(JSON.stringify(value), { status, headers: { ...headersOf('application/json'), ...headers } });
}

function headersOf(type?: string): Record<string, string> {
  return {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(type !== undefined && { 'Content-Type': type }),
  };
}

function refusalOf(thrown: unknown): { readonly error: CoachingError; readonly status: number } {
  if (CoachingError.isInstance(thrown)) return { error: thrown, status: statusOfCode[thrown.code] };
  if (!(thrown instanceof MockRefusal)) {
    return { error: new CoachingError('server-failed', 'unexpected', { retryable: true, cause: thrown }), status: 500 };
  }
  const { code, status, documents, path } = thrown;
  const rule: InputRule = 'required';
  const problems = path === undefined ? [] : [{ path, rule }];
  return { error: new CoachingError(code, code, { documents, problems }), status };
}
