import { documentKinds, type DocumentKind, type DocumentKindDeclaration, type JsonObject } from '@coachkit/core';

/**
 * The limit: IndexedDB used by hand for one kind of document, with the same indexes and the same strict durability. It
 * stores what it is given, checks nothing, seals nothing and tells nobody.
 */
export interface RawDatabase {
  writeAll(records: readonly JsonObject[]): Promise<void>;
  read(id: string): Promise<unknown>;
  /** All records of a person from one date to another. */
  readPeriod(personId: string, from: string, to: string): Promise<readonly unknown[]>;
  remove(): Promise<void>;
}

/** Opens an empty database. */
export async function openRawDatabase(kind: DocumentKind): Promise<RawDatabase> {
  const name = `raw-${crypto.randomUUID()}`;
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    const store = opening.result.createObjectStore('records', { keyPath: 'id' });
    const { indexes }: DocumentKindDeclaration = documentKinds[kind];
    for (const [index, fields] of Object.entries(indexes)) store.createIndex(index, [...fields]);
  };
  const database = await resultOf(opening);
  return {
    writeAll(records) {
      const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore('records');
      for (const record of records) store.add(record);
      return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      });
    },
    read: (id) => resultOf(database.transaction('records').objectStore('records').get(id)),
    readPeriod(personId, from, to) {
      const index = database.transaction('records').objectStore('records').index('byEmployee');
      return resultOf<unknown[]>(index.getAll(IDBKeyRange.bound([personId, from], [personId, to])));
    },
    async remove() {
      database.close();
      await resultOf(indexedDB.deleteDatabase(name));
    },
  };
}

function resultOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason'));
  });
}
