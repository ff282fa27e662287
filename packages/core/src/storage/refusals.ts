import { CoachingError, type ConflictingDocument } from '../errors.js';

/** A commit that met other versions than it expected. Reading again and deciding anew may help, repeating does not. */
export function conflict(documents: readonly ConflictingDocument[]): CoachingError {
  return new CoachingError('conflict', `${documents.length} documents have another version than expected`, {
    documents,
  });
}

/** There is no room for a commit; the store is unchanged. */
export function storageFull(cause?: unknown): CoachingError {
  return new CoachingError('storage-full', 'there is no room on this device; nothing was written', { cause });
}

/** The storage was closed or wiped. */
export function closed(): CoachingError {
  return new CoachingError('closed', 'this storage was closed');
}

/** The stored data was written by a newer version. */
export function readOnly(): CoachingError {
  return new CoachingError('storage-read-only', 'the stored data belongs to a newer version of CoachKit');
}

/** The medium did not do what was asked of it. */
export function unavailable(message: string, cause?: unknown): CoachingError {
  return new CoachingError('storage-unavailable', message, { retryable: true, cause });
}
