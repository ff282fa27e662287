import type { DocumentKind } from '../model/document-kinds.js';

/**
 * Storage keeps documents by kind and id. Implemented by `@coachkit/adapters/storage/*` and by vendors; proven by
 * `@coachkit/testing/storage-suite`, which has one case for each numbered promise.
 *
 * A storage object belongs to one tenant. Promises:
 *
 *  1. A document that was committed is returned by `get` as it was, to the code unit.
 *  2. `get` of what is not there answers `undefined`.
 *  3. Values are copied in and out: changing an argument or a result afterwards changes nothing that is stored.
 *  4. `commit` applies all its changes or none.
 *  5. A change whose `expectedVersion` is not the stored version refuses the whole commit with `conflict`, naming
 *     every document that differed. 0 means "must not exist".
 *  6. Versions start at 1 and rise by 1 with each change of a document; a document created again after a deletion
 *     starts at 1.
 *  7. A deleted document is gone from `get` and from every index.
 *  8. `query` finds exactly the documents whose leading index fields equal `equals` and whose next field lies in
 *     `from`…`to`, both ends included. A document without one of the index's fields is not in that index.
 *  9. Results are ordered by the index's fields, then by id, each by code unit (never by collation), numbers before
 *     strings; `descending` is the exact reverse.
 * 10. `limit` bounds a page and `next` continues it without a gap or a repetition, also when documents are added or
 *     deleted before the cursor in between.
 * 11. Any string is kept exactly: right-to-left and combining text, emoji, `__proto__` as a value or as a key.
 *     Dates are strings and are never shifted by a time zone.
 * 12. Two tenants over the same medium never see each other's documents.
 * 13. Of several commits at the same time that expect the same version exactly one wins; the others get `conflict`.
 * 14. `commit` resolves only when its changes have reached the level it reports, and rejects with `storage-full`,
 *     store unchanged, when there is no room. It never reports success for what was not kept.
 * 15. Listeners hear every committed change of this object, after it can be read, and changes made through other
 *     objects over the same medium where `capabilities.hearsOthers` says so.
 * 16. What was committed at level `device` or `server` is there after the storage is closed and opened again.
 * 17. `wipe` removes everything of this storage, leaves other tenants alone, and resolves only when it is gone.
 * 18. After `close`, every call rejects with `closed`; `close` twice is no error.
 * 19. A commit of many changes and a commit of none both work; the empty one changes nothing.
 * 20. A document that can no longer be read is returned with `unreadable` set and no body, and never hides others.
 */
export interface Storage {
  /** What this adapter offers. Does not change. */
  readonly capabilities: StorageCapabilities;
  /** How far what is committed now reaches, and why it may reach less far than the adapter could. */
  readonly status: StorageStatus;
  /** @throws CoachingError `storage-unavailable` | `closed` */
  get(kind: DocumentKind, id: string): Promise<StoredDocument | undefined>;
  /** @throws CoachingError `storage-unavailable` | `closed` */
  query(kind: DocumentKind, query: StorageQuery): Promise<StoragePage>;
  /** @throws CoachingError `conflict` | `storage-full` | `storage-read-only` | `storage-unavailable` | `closed` */
  commit(changes: readonly StorageChange[]): Promise<CommitReceipt>;
  /** Calls `listener` on every change and every change of status until the returned function is called. */
  subscribe(listener: (event: StorageEvent) => void): () => void;
  /** Removes everything this storage holds. @throws CoachingError `storage-unavailable` | `closed` */
  wipe(): Promise<void>;
  /** Releases the medium. What was committed stays. */
  close(): Promise<void>;
}

/** How far a commit has reached: gone with the page, kept on this device, or kept on the server. */
export type DurabilityLevel = 'memory' | 'device' | 'server';

/** What an adapter offers; the conformance suite leaves out what is not offered and says so. */
export interface StorageCapabilities {
  /** The level a commit reaches when nothing is wrong. */
  readonly level: DurabilityLevel;
  /** Whether `subscribe` hears changes made through other storage objects over the same medium. */
  readonly hearsOthers: boolean;
  /** Whether the words (see `holdsWords`) are encrypted where they are kept. */
  readonly encryptsWords: boolean;
}

/** Why a storage reaches less far than its capability says. */
export type StorageNotice = 'blocked-upgrade' | 'newer-version' | 'no-device-storage' | 'handle-lost';

/** How far commits reach at this moment. */
export interface StorageStatus {
  readonly level: DurabilityLevel;
  /** True when commits are refused with `storage-read-only`. */
  readonly readOnly: boolean;
  /** Why, when something is not as it should be. */
  readonly notice?: StorageNotice;
}

/** A JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The body of a document: a JSON object. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** A document as storage returns it. */
export interface StoredDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  /** 1 or more. */
  readonly version: number;
  /** Absent only when `unreadable` is set. */
  readonly body?: JsonObject;
  /** Why the body cannot be read: sealed with another key, or damaged. */
  readonly unreadable?: 'wrong-key' | 'damaged';
}

/** One change of a commit. */
export type StorageChange =
  | {
      readonly type: 'put';
      readonly kind: DocumentKind;
      readonly id: string;
      readonly body: JsonObject;
      readonly expectedVersion: number;
    }
  | { readonly type: 'delete'; readonly kind: DocumentKind; readonly id: string; readonly expectedVersion: number };

/** What `commit` resolves with. */
export interface CommitReceipt {
  /** How far the changes have reached. Only `device` and `server` may be called "saved" to a person. */
  readonly level: DurabilityLevel;
}

/** A value of an index field. */
export type IndexValue = string | number;

/** Which documents of a kind to return. */
export interface StorageQuery {
  /** The name of an index that `documentKinds` declares for the kind, or `id` for all documents in order of id. */
  readonly index: string;
  /** Values of the leading fields of the index, in their order. */
  readonly equals?: readonly IndexValue[];
  /** Lowest value, included, of the field after those in `equals`. */
  readonly from?: IndexValue;
  /** Highest value, included, of the field after those in `equals`. */
  readonly to?: IndexValue;
  readonly descending?: boolean;
  /** 1 or more; absent means all. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** A page of a query. */
export interface StoragePage {
  readonly documents: readonly StoredDocument[];
  /** Where the next page starts; absent on the last one. Opaque. */
  readonly next?: string;
}

/** A document that changed. */
export interface ChangedDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly deleted: boolean;
}

/** What listeners hear. */
export type StorageEvent =
  | {
      readonly type: 'changed';
      readonly documents: readonly ChangedDocument[];
      /** `elsewhere`: another tab or storage object made the change. */
      readonly origin: 'here' | 'elsewhere';
    }
  | { readonly type: 'status'; readonly status: StorageStatus };
