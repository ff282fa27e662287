import { CoachingError, type CoachingErrorCode, type ConflictingDocument, type InputProblem } from '../errors.js';

/** A refusal or failure over HTTP, as RFC 9457 describes it. Holds no words that a person wrote, no stack, no path. */
export interface ProblemDetails {
  /** `urn:coachkit:problem:<code>`; stable. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: CoachingErrorCode;
  readonly retryable: boolean;
  readonly problems?: readonly InputProblem[];
  readonly documents?: readonly ConflictingDocument[];
  /** By which the server's log names this request. */
  readonly correlationId?: string;
}

/** The status of each code. */
export const statusOfCode: Readonly<Record<CoachingErrorCode, number>> = {
  'invalid-input': 400,
  'auth-required': 401,
  forbidden: 403,
  'not-found': 404,
  'not-in-this-state': 409,
  conflict: 409,
  'outside-reporting-line': 409,
  vetoed: 409,
  'operation-reused': 422,
  busy: 429,
  'server-failed': 500,
  'not-supported': 501,
  'lms-unavailable': 502,
  unreachable: 503,
  'storage-unavailable': 503,
  'storage-read-only': 503,
  'part-not-loaded': 503,
  closed: 503,
  'storage-full': 507,
};

/** What a `CoachingError` says over HTTP. @param status - where it differs from `statusOfCode` */
export function problemOf(error: CoachingError, status = statusOfCode[error.code]): ProblemDetails {
  const { code, retryable, problems, documents } = error;
  return {
    type: `urn:coachkit:problem:${code}`,
    title: titleOf(code),
    status,
    code,
    retryable,
    ...(problems.length > 0 && { problems }),
    ...(documents.length > 0 && { documents }),
  };
}

/** The error that a problem stands for. */
export function errorOf({ code, title, retryable, problems = [], documents = [] }: ProblemDetails): CoachingError {
  return new CoachingError(code, title, { retryable, problems, documents });
}

/** The code in plain words, for people who read logs; elements have sentences of their own. */
function titleOf(code: CoachingErrorCode): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
}
