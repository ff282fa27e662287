import { CoachingError } from '@coachkit/core';
import type { StorageKey } from './sealing.js';

/** Whose documents to keep, and with which key. */
export interface IndexedDbStorageOptions {
  readonly tenantId: string;
  /** The person who uses the device; each has a database of their own. */
  readonly personId?: string;
  /**
   * The key of that person for the words: 32 bytes or an AES-GCM `CryptoKey` of 256 bits, or a function that gets it
   * from the host or the server. It is never stored.
   */
  readonly key?: StorageKey | (() => StorageKey | Promise<StorageKey>);
  /**
   * `with-key` (the default) keeps no word in the clear and needs `key`. `off-for-local-demo` keeps words in the clear,
   * where anyone with access to the device can read them: for demos with made-up people, never for real ones.
   */
  readonly encryption?: 'with-key' | 'off-for-local-demo';
  /** The IndexedDB to use; that of the page when absent. */
  readonly indexedDB?: IDBFactory;
}

/**
 * The key that the options name, or `undefined` when encryption was switched off.
 * @throws CoachingError `invalid-input` without a key, or with one although encryption is off; `storage-unavailable`
 *   (retryable) when the function that should give it fails
 */
export async function resolveKey({
  key,
  encryption = 'with-key',
}: IndexedDbStorageOptions): Promise<StorageKey | undefined> {
  if (encryption === 'off-for-local-demo') {
    if (key !== undefined)
      throw refused('key', 'not-an-option', 'a key and encryption: off-for-local-demo exclude each other');
    return undefined;
  }
  if (key === undefined) {
    throw refused(
      'key',
      'required',
      'words are kept encrypted: hand over a key, or set encryption: off-for-local-demo',
    );
  }
  if (typeof key !== 'function') return key;
  try {
    return await key();
  } catch (cause) {
    throw new CoachingError('storage-unavailable', 'the key could not be had', { retryable: true, cause });
  }
}

function refused(path: string, rule: 'required' | 'not-an-option', message: string): CoachingError {
  return new CoachingError('invalid-input', message, { problems: [{ path, rule }] });
}
