import { CoachingError } from '../errors.js';
import type { LearningRefusal } from './lms-refusal.js';

/**
 * The error of a refusal: `not-found` for a person or a course that the learning system does not know, otherwise
 * `lms-unavailable`, which is retryable when the reason is `unavailable`.
 * @param message - for developers; holds no token, no address of a person and no text of the learning system
 */
export function learningError(refusal: LearningRefusal, message: string): CoachingError {
  const { code, ...kept } = refusal;
  const isUnknown = refusal.reason === 'unknown-person' || refusal.reason === 'unknown-course';
  return new CoachingError(isUnknown ? 'not-found' : 'lms-unavailable', message, {
    retryable: refusal.reason === 'unavailable',
    refusal: code !== undefined && /^[\w.-]{1,64}$/.test(code) ? { ...kept, code } : kept,
  });
}

/** The refusal in whatever a learning system rejected with; what is no error of ours counts as `unavailable`. */
export function refusalOf(error: unknown): LearningRefusal {
  if (!CoachingError.isInstance(error)) return { reason: 'unavailable' };
  // An adapter of another version of CoachKit may not name one.
  const { refusal, code, retryable } = error as { refusal?: LearningRefusal } & CoachingError;
  if (refusal !== undefined) return refusal;
  if (code === 'not-found') return { reason: 'unknown-course' };
  return { reason: retryable ? 'unavailable' : 'refused' };
}
