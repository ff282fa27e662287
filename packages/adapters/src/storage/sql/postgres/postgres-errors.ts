import { CoachingError } from '@coachkit/core';
import { closed, storageFull, unavailable } from '@coachkit/core/storage-parts';

// SQLSTATE, or its class of two letters: what may go well another time.
const passing = /^(08|40|53|55P03|57|58|25006|25P0)/;

/** What an error of PostgreSQL, or of the connection to it, means to whoever called the storage. */
export function refusalOf(error: unknown): unknown {
  if (CoachingError.isInstance(error) || !(error instanceof Error)) return error;
  const { code } = error as Error & { readonly code?: string };
  if (code === '53100') return storageFull(error);
  if (code === '42501')
    return new CoachingError('forbidden', 'the database does not let this actor do that', { cause: error });
  if (error.message === 'Cannot use a pool after calling end on the pool') return closed();
  const isAnswer = code !== undefined && /^[\dA-Z]{5}$/.test(code);
  // What is no answer of the server is about the connection; whether a statement had an effect is not known then.
  if (!isAnswer || passing.test(code)) return unavailable('the database cannot be reached or is busy', error);
  return new CoachingError('storage-unavailable', 'the database refused a statement', { cause: error });
}
