import type { Storage } from '@coachkit/core';
import { openStorage } from './indexeddb/open-storage.js';
import type { IndexedDbStorageOptions } from './indexeddb/options.js';
import { upgradeSteps } from './indexeddb/schema.js';

export { databaseNameFor } from './indexeddb/database-name.js';
export type { IndexedDbStorageOptions } from './indexeddb/options.js';
export type { StorageKey } from './indexeddb/sealing.js';

/**
 * Opens the storage of one person on this device. Commits are strict: when one resolves, the device has written it
 * through. Words (see `holdsWords`) are sealed with the person's key unless that is switched off by name.
 *
 * It answers within 2.5 seconds also where the device keeps nothing: it goes on in memory then, with `status.level`
 * `memory` and a notice – `blocked-upgrade` when an older tab does not let go of the database, `no-device-storage` when
 * there is no IndexedDB, as in a sandboxed frame. Data of a newer version can be read and is not written
 * (`newer-version`). The status event of such a start comes right after this resolves.
 *
 * `wipe` deletes the database; the storage objects of other tabs are `closed` then. Their listeners hear a status event.
 *
 * @example
 * const storage = await createIndexedDbStorage({ tenantId, personId, key: () => fetchKeyOfPerson(personId) })
 *
 * @throws CoachingError `invalid-input` without a fitting key; `storage-unavailable` when the key cannot be had
 */
export function createIndexedDbStorage(options: IndexedDbStorageOptions): Promise<Storage> {
  return openStorage(options, upgradeSteps);
}
