import { documentKinds, type DocumentKindDeclaration } from '@coachkit/core';

/** One step from a version of the stored form to the next. Runs inside the upgrade transaction, so it must not await. */
export type UpgradeStep = (database: IDBDatabase, transaction: IDBTransaction) => void;

/**
 * How the stored form came about, one step for each version and only forward: the database has the version
 * `upgradeSteps.length`, and a device that skipped releases runs every step it missed. A released step is never
 * changed. Whoever changes `documentKinds` adds a step; `alignWithKinds` is enough unless records change too.
 */
export const upgradeSteps: readonly UpgradeStep[] = [alignWithKinds, alignWithKinds, alignWithKinds];

/** Runs the steps that a database of version `from` has not seen. */
export function upgrade(
  steps: readonly UpgradeStep[],
  database: IDBDatabase,
  transaction: IDBTransaction,
  from: number,
): void {
  for (const step of steps.slice(from)) step(database, transaction);
}

/**
 * Where IndexedDB finds the key of an index in a record. The id comes last, so that documents with equal fields have
 * an order and a page can start after any one of them.
 */
export function keyPath(fields: readonly string[]): string[] {
  return [...fields.map((field) => `fields.${field}`), 'id'];
}

/** Brings stores and indexes in line with what `documentKinds` declares. No document is removed. */
function alignWithKinds(database: IDBDatabase, transaction: IDBTransaction): void {
  for (const [kind, { indexes }] of Object.entries<DocumentKindDeclaration>(documentKinds)) {
    const store = database.objectStoreNames.contains(kind)
      ? transaction.objectStore(kind)
      : database.createObjectStore(kind, { keyPath: 'id' });
    for (const name of Array.from(store.indexNames)) {
      if (String(store.index(name).keyPath) !== String(keyPath(indexes[name] ?? []))) store.deleteIndex(name);
    }
    for (const [name, fields] of Object.entries(indexes)) {
      if (!store.indexNames.contains(name)) store.createIndex(name, keyPath(fields));
    }
  }
}
