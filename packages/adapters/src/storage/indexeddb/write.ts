import type { ConflictingDocument } from '@coachkit/core';
import { conflict } from '@coachkit/core/storage-parts';
import { isSameRecord, versionOf, type RecordChange, type StoredRecord } from './records.js';
import { done, isDeadHandle, isNamed, result } from './requests.js';

/**
 * Writes records in one strict transaction, all or none; resolves when the device has them. New records are added
 * without being read first.
 * @param known conflicts that were found before
 * @param isRetry whether an earlier attempt may have been kept although its answer was lost; then finding its records
 *   is no conflict
 * @throws CoachingError `conflict`, naming every record that differs
 * @throws DOMException
 */
export async function writeRecords(
  database: IDBDatabase,
  changes: readonly RecordChange[],
  known: readonly ConflictingDocument[],
  isRetry: boolean,
): Promise<void> {
  const unreadable = new Set<RecordChange>();
  for (;;) {
    const progress: Progress = { refused: [...known], unreadable, failure: undefined };
    const before = unreadable.size;
    const transaction = database.transaction(kindsOf(changes), 'readwrite', { durability: 'strict' });
    const finished = done(transaction);
    placeRequests(transaction, changes, progress);
    try {
      await finished;
      return;
    } catch (error) {
      // The browser ends a transaction over a value that it cannot read back. The next one does without reading it.
      if (unreadable.size > before) continue;
      const { refused, failure = error } = progress;
      if (refused.length === 0) throw failure;
      if (isRetry && (await areWritten(database, changes))) return;
      throw conflict(refused);
    }
  }
}

/** What has come up while the requests of a commit were answered. */
interface Progress {
  readonly refused: ConflictingDocument[];
  /** Those whose record is there and cannot be read back. */
  readonly unreadable: Set<RecordChange>;
  failure: unknown;
}

/**
 * Places every request of a commit. What differs from its expected version is put among the refused, and once all are
 * compared the transaction is aborted if there is any. Nothing is thrown, here or later in an event of the browser,
 * where the host page would see it.
 */
function placeRequests(transaction: IDBTransaction, changes: readonly RecordChange[], progress: Progress): void {
  let waiting = changes.length;
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      progress.failure ??= error;
      abort(transaction);
    }
  };
  const settle = (): void => {
    waiting -= 1;
    if (waiting === 0 && progress.refused.length > 0) abort(transaction);
  };
  const compare = (change: RecordChange, actualVersion: number): void => {
    const { kind, id, expectedVersion, record } = change;
    if (actualVersion !== expectedVersion) progress.refused.push({ kind, id, expectedVersion, actualVersion });
    else if (record) transaction.objectStore(kind).put(record);
    else if (actualVersion > 0) transaction.objectStore(kind).delete(id);
    settle();
  };
  const readAndCompare = (change: RecordChange): void => {
    if (progress.unreadable.has(change)) {
      // It counts as version 1, as it does for readers, so that it can be replaced and deleted.
      const finding = transaction.objectStore(change.kind).getKey(change.id);
      finding.onsuccess = () => guarded(() => compare(change, finding.result === undefined ? 0 : 1));
      return;
    }
    const reading = readingOf(transaction, change);
    reading.onsuccess = () => guarded(() => compare(change, versionOf(reading.result)));
    reading.onerror = () => {
      if (!isDeadHandle(reading.error)) progress.unreadable.add(change);
    };
  };
  const place = (change: RecordChange): void => {
    const { kind, expectedVersion, record } = change;
    if (expectedVersion !== 0 || !record) {
      readAndCompare(change);
      return;
    }
    const adding = transaction.objectStore(kind).add(record);
    adding.onsuccess = settle;
    adding.onerror = (event) => {
      if (!isNamed(adding.error, 'ConstraintError')) return;
      // Kept from ending the transaction, which goes on to learn the version that is there.
      event.preventDefault();
      event.stopPropagation();
      guarded(() => readAndCompare(change));
    };
  };
  guarded(() => changes.forEach(place));
}

async function areWritten(database: IDBDatabase, changes: readonly RecordChange[]): Promise<boolean> {
  const transaction = database.transaction(kindsOf(changes));
  const stored = await Promise.all(changes.map((change) => result(readingOf(transaction, change))));
  return changes.every(({ record }, position) => isSameRecord(record, stored[position]));
}

function readingOf(transaction: IDBTransaction, { kind, id }: RecordChange): IDBRequest<StoredRecord | undefined> {
  return transaction.objectStore(kind).get(id) as IDBRequest<StoredRecord | undefined>;
}

function kindsOf(changes: readonly RecordChange[]): string[] {
  return [...new Set(changes.map(({ kind }) => kind))];
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
