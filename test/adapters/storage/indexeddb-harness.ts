import type { DocumentKind } from '@coachkit/core';
import { createIndexedDbStorage, databaseNameFor } from '@coachkit/adapters/storage/indexeddb';
import type { StorageHarness, StorageScope } from '@coachkit/testing/storage-suite';

/** A key for tests: 32 bytes, the same for the same number. */
export function keyOf(number: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(32).fill(number);
}

/** The IndexedDB adapter as the conformance suite sees it, with or without encryption. */
export function indexedDbHarness(encryption: 'with-key' | 'off-for-local-demo'): StorageHarness {
  const options = encryption === 'with-key' ? { key: keyOf(7) } : { encryption };
  return {
    open: (scope) => createIndexedDbStorage({ ...scope, ...options }),
    fill: () => refuseWrites(),
    damage: damageRecord,
  };
}

/** Makes every write fail as on a full disk: the request succeeds, then its transaction is aborted with the reason. */
export function refuseWrites(): () => void {
  const store = IDBObjectStore.prototype;
  const originals = { put: store.put, add: store.add, delete: store.delete };
  const refuse = (original: (...parts: never[]) => IDBRequest) =>
    function (this: IDBObjectStore, ...parts: never[]): IDBRequest {
      const request = original.apply(this, parts);
      request.addEventListener('success', () => abortAsFull(this.transaction), { once: true });
      return request;
    };
  Object.assign(store, { put: refuse(store.put), add: refuse(store.add), delete: refuse(store.delete) });
  return () => void Object.assign(store, originals);
}

// Nobody outside can give a transaction its reason, so the property that holds it is covered.
function abortAsFull(transaction: IDBTransaction): void {
  if (transaction.error) return;
  const reason = new DOMException('the disk is full', 'QuotaExceededError');
  Object.defineProperty(transaction, 'error', { value: reason });
  transaction.abort();
}

/** Opens the database of a scope beside the adapter. The caller closes it. */
export async function openBeside(scope: StorageScope): Promise<IDBDatabase> {
  const request = indexedDB.open(await databaseNameFor(scope.tenantId, scope.personId));
  return requestResult(request);
}

/** The result of a request. */
export function requestResult<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Spoils what is stored of a document: one byte of a sealed body, the JSON of an open one. */
export async function damageRecord(scope: StorageScope, kind: DocumentKind, id: string): Promise<void> {
  const database = await openBeside(scope);
  try {
    const store = database.transaction(kind, 'readwrite').objectStore(kind);
    const record: { sealed?: Uint8Array; text?: string } = await requestResult(store.get(id));
    if (record.sealed) record.sealed[record.sealed.length - 1]! ^= 1;
    if (record.text !== undefined) record.text = record.text.slice(1);
    await requestResult(store.put(record));
  } finally {
    database.close();
  }
}
