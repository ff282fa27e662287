import { CoachingError, type CoachingErrorCode } from '@coachkit/core';

/** What an event of ours may hold: ids, counts and states, never words that a person has written. */
export type EventDetail = Readonly<Record<string, string | number | boolean | undefined>>;

/** The detail of `coaching-failed`. */
export interface FailedDetail extends EventDetail {
  /** The code of the `CoachingError`; `unexpected` for a fault of ours. */
  readonly code: CoachingErrorCode | 'unexpected';
  /** The tag it happened in. */
  readonly tag: string;
}

/** The code of an error, whichever loaded copy of CoachKit it comes from. */
export function codeOf(error: unknown): FailedDetail['code'] {
  return CoachingError.isInstance(error) ? error.code : 'unexpected';
}

declare global {
  interface HTMLElementEventMap {
    'coaching-failed': CustomEvent<FailedDetail>;
  }
}
