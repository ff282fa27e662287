import type { LearningRefusal } from './ports/lms-refusal.js';

/**
 * Every reason for which CoachKit refuses or fails. Codes are stable: hosts may branch on them and the message
 * catalogue is keyed by them.
 *
 * - `invalid-input`: the input breaks a rule; `problems` says where and which.
 * - `not-found`: no such thing, or one the actor may not know of (both answer alike).
 * - `forbidden`: the actor knows of the thing but may not do this to it.
 * - `outside-reporting-line`: the manager is not the line manager of the employee on that date (M1).
 * - `not-in-this-state`: the thing exists but its state does not allow this (recording a cancelled session).
 * - `conflict`: somebody changed it first; nothing was written. `documents` names what was met.
 * - `storage-full`: the device or database has no room; nothing was written.
 * - `storage-unavailable`: storage cannot be reached or its handle died; whether retrying helps is in `retryable`.
 * - `storage-read-only`: the stored data belongs to a newer version of CoachKit.
 * - `closed`: the `Coaching` was closed or signed out.
 * - `lms-unavailable`: the learning system did not answer or refused; the session itself is saved.
 * - `not-supported`: the connected adapter does not offer this.
 * - `vetoed`: a host listener prevented the change.
 * - `part-not-loaded`: a part of CoachKit that is loaded when it is first needed could not be fetched.
 * - `auth-required`: nobody is signed in, or not any more; what was written stays on the device.
 * - `unreachable`: the server cannot be reached, and this cannot be answered without it.
 * - `busy`: too many requests; later the same call may succeed.
 * - `server-failed`: the server met something that it did not expect.
 * - `operation-reused`: the same operation id came with something else in it.
 */
export type CoachingErrorCode =
  | 'invalid-input'
  | 'not-found'
  | 'forbidden'
  | 'outside-reporting-line'
  | 'not-in-this-state'
  | 'conflict'
  | 'storage-full'
  | 'storage-unavailable'
  | 'storage-read-only'
  | 'closed'
  | 'lms-unavailable'
  | 'not-supported'
  | 'vetoed'
  | 'part-not-loaded'
  | 'auth-required'
  | 'unreachable'
  | 'busy'
  | 'server-failed'
  | 'operation-reused';

/** The rule an input broke. The message catalogue has a sentence for each. */
export type InputRule =
  | 'wrong-type'
  | 'required'
  | 'unknown-key'
  | 'not-an-option'
  | 'too-long'
  | 'too-short'
  | 'too-many'
  | 'too-few'
  | 'too-large'
  | 'too-small'
  | 'blank'
  | 'not-plain-text'
  | 'needs-a-letter'
  | 'not-an-id'
  | 'not-a-date'
  | 'not-a-time'
  | 'not-a-time-zone'
  | 'not-an-instant'
  | 'not-an-address'
  | 'not-a-link'
  | 'date-in-past'
  | 'date-in-future'
  | 'end-before-start'
  | 'cadence-too-long'
  | 'cadence-too-short'
  | 'same-person'
  | 'reporting-cycle'
  | 'unknown-person'
  | 'unknown-action'
  | 'unknown-course'
  | 'unknown-skill'
  | 'twice';

/** One broken rule. */
export interface InputProblem {
  /** Where, as a dotted path from the input's root: `points.5`, `actions.0.dueDate`. Empty for the input itself. */
  readonly path: string;
  /** Which rule. */
  readonly rule: InputRule;
  /** The limit of the rule, in its own unit (characters, items, days), where it has one. */
  readonly limit?: number;
}

/** A document that a commit met in another version than expected. */
export interface ConflictingDocument {
  readonly kind: string;
  readonly id: string;
  /** The version the writer had read; 0 means that it believed the document did not exist. */
  readonly expectedVersion: number;
  /** The version that is stored; 0 means that it does not exist. */
  readonly actualVersion: number;
}

/** What may accompany a `CoachingError`. */
export interface CoachingErrorOptions {
  readonly retryable?: boolean;
  readonly cause?: unknown;
  readonly problems?: readonly InputProblem[];
  readonly documents?: readonly ConflictingDocument[];
  readonly refusal?: LearningRefusal;
}

const marker = Symbol.for('coachkit.error');

/**
 * The one error that CoachKit throws. Branch on `code`; show people the sentence of the message catalogue for that
 * code, never `message`, which is for developers and holds no words that a person has written.
 */
export class CoachingError extends Error {
  /** Stable reason. */
  readonly code: CoachingErrorCode;
  /** Whether the same call may succeed later without a change. */
  readonly retryable: boolean;
  /** The broken rules of an `invalid-input`; empty otherwise. */
  readonly problems: readonly InputProblem[];
  /** What a `conflict` met; empty otherwise. */
  readonly documents: readonly ConflictingDocument[];
  /** Why a learning system did not do what it was asked for; undefined for every other error. */
  readonly refusal: LearningRefusal | undefined;

  constructor(code: CoachingErrorCode, message: string, options: CoachingErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CoachingError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.problems = options.problems ?? [];
    this.documents = options.documents ?? [];
    this.refusal = options.refusal;
    Object.defineProperty(this, marker, { value: true });
  }

  /**
   * Whether a value is a `CoachingError`, of this loaded copy of CoachKit or of another one on the same page.
   * Prefer it to `instanceof`, which fails across copies.
   */
  static isInstance(value: unknown): value is CoachingError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}

/** An `invalid-input` error for one broken rule at one place. */
export function invalidInput(path: string, rule: InputRule, limit?: number): CoachingError {
  return refusedInput([limit === undefined ? { path, rule } : { path, rule, limit }]);
}

/** An `invalid-input` error for several broken rules. */
export function refusedInput(problems: readonly InputProblem[]): CoachingError {
  return new CoachingError('invalid-input', problems.map(({ path, rule }) => `${path}: ${rule}`).join(', '), {
    problems,
  });
}

/** The answer for what does not exist and for what the actor may not know of: the two cannot be told apart. */
export function notFound(kind: string): CoachingError {
  return new CoachingError('not-found', `no such ${kind}`);
}
