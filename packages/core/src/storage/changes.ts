import type { ConflictingDocument } from '../errors.js';
import { documentKinds, type DocumentKind } from '../model/document-kinds.js';
import type { JsonObject, StorageChange } from '../ports/storage.js';

/** What a commit does to one document, from the version it expects to the version it leaves. */
export interface DocumentChange {
  readonly kind: DocumentKind;
  readonly id: string;
  /** The version that has to be stored; 0 for none. */
  readonly expectedVersion: number;
  /** The version afterwards; 0 for none. */
  readonly version: number;
  /** The body as JSON text, a copy of what was handed in; absent when the document is deleted. */
  readonly text?: string;
  /** The body that was handed in, which its owner may change as soon as `commit` has returned. */
  readonly body?: JsonObject;
}

/** The changes of a commit, one for each document, and what contradicts itself. */
export interface CombinedChanges {
  readonly documents: readonly DocumentChange[];
  /** Documents that are changed twice in one commit, the second time from a version that the first did not leave. */
  readonly conflicts: readonly ConflictingDocument[];
}

/**
 * Copies the changes of a commit and combines those of the same document, in their order. Bodies are kept as JSON
 * text: the fastest deep copy there is, the same for every adapter, and safe from later changes by either side.
 * @throws RangeError for a kind that is not declared
 */
export function combineChanges(changes: readonly StorageChange[]): CombinedChanges {
  const documents = new Map<string, DocumentChange>();
  const conflicts: ConflictingDocument[] = [];
  for (const change of changes) {
    const { kind, id, expectedVersion } = change;
    if (!Object.hasOwn(documentKinds, kind)) throw new RangeError(`there is no kind ${kind}`);
    const key = `${kind} ${id}`;
    const earlier = documents.get(key);
    if (earlier && earlier.version !== expectedVersion) {
      conflicts.push({ kind, id, expectedVersion, actualVersion: earlier.version });
    }
    const before = { kind, id, expectedVersion: earlier?.expectedVersion ?? expectedVersion };
    documents.set(
      key,
      change.type === 'put'
        ? { ...before, version: expectedVersion + 1, text: JSON.stringify(change.body), body: change.body }
        : { ...before, version: 0 },
    );
  }
  return { documents: [...documents.values()], conflicts };
}
