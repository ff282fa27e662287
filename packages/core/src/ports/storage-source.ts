import type { Actor } from './identity.js';
import type { Storage } from './storage.js';

/**
 * Where a server finds the storage of whoever asks. Every storage it hands out belongs to the actor's tenant and may
 * reach less of it than the tenant holds: a database with rules of its own for rows is a second wall behind the policy.
 */
export interface StorageSource {
  /** The storage for one actor; cheap, asked for each request. Closing it closes nothing else. */
  storageFor(actor: Actor): Storage;
  /** Resolves when the database answers. @throws CoachingError `storage-unavailable` */
  ready(): Promise<void>;
  /** Lets go of the database, after what is under way. */
  close(): Promise<void>;
}
