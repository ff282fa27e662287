import { CoachingError } from '@coachkit/core';

/**
 * Refuses to go on in a page: whoever opens it could read the token, and with it enrol anybody and read everybody.
 * @throws CoachingError `not-supported`
 */
export function refuseInBrowser(): void {
  if (typeof window !== 'undefined' && typeof document !== 'undefined') throw inBrowser();
}

/** The error that says so. */
export function inBrowser(): CoachingError {
  return new CoachingError(
    'not-supported',
    'an adapter of a learning system holds a token and runs on a server only; pages ask the server instead',
  );
}
