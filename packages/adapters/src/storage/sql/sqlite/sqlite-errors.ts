import { CoachingError } from '@coachkit/core';
import { closed, readOnly, storageFull, unavailable } from '@coachkit/core/storage-parts';

// The primary result codes of SQLite that say more than "it failed".
const busy = 5;
const locked = 6;
const readOnlyFile = 8;
const full = 13;

/** What an error of SQLite means to whoever called the storage. */
export function refusalOf(error: unknown): unknown {
  if (CoachingError.isInstance(error) || !(error instanceof Error)) return error;
  const { code, errcode } = error as Error & { readonly code?: string; readonly errcode?: number };
  if (code === 'ERR_INVALID_STATE') return closed();
  if (code !== 'ERR_SQLITE_ERROR') return error;
  switch ((errcode ?? 0) & 0xff) {
    case full:
      return storageFull(error);
    case readOnlyFile:
      return readOnly();
    case busy:
    case locked:
      return unavailable('the database is in use', error);
    default:
      return new CoachingError('storage-unavailable', 'the database failed', { cause: error });
  }
}
