import type { DocumentKind, IndexValue } from '@coachkit/core';
import { compareKeys, comparePrefix, type IndexKey, type QueryBounds } from '@coachkit/core/storage-parts';
import type { StoredRecord } from './records.js';
import { isDeadHandle, result } from './requests.js';

/** A record that is there and whose value the browser cannot read back. */
export interface LostRecord {
  readonly id: string;
  readonly isLost: true;
  /** Where it stands in the index it was found by. */
  readonly key: IndexKey;
}

/** What reading finds. */
export type ReadRecord = StoredRecord | LostRecord;

type Source = IDBObjectStore | IDBIndex;

/** The record of a document, if there is one. @throws DOMException */
export function readRecord(database: IDBDatabase, kind: DocumentKind, id: string): Promise<ReadRecord | undefined> {
  return readOne(database, kind, id, [id]);
}

/** The records within the bounds in their order, at most one more than the limit. @throws DOMException */
export async function readRecords(
  database: IDBDatabase,
  kind: DocumentKind,
  index: string,
  bounds: QueryBounds,
): Promise<ReadRecord[]> {
  const range = index === 'id' ? idRange(bounds) : keyRange(bounds);
  if (range === 'empty') return [];
  const open = (): Source => {
    const store = database.transaction(kind).objectStore(kind);
    return index === 'id' ? store : store.index(index);
  };
  const most = Math.min(bounds.limit + 1, 0xffff_ffff);
  try {
    if (bounds.descending) return await readBackwards(open(), range, most);
    return await result(open().getAll(range, most) as IDBRequest<StoredRecord[]>);
  } catch (error) {
    if (isDeadHandle(error)) throw error;
    // One value that cannot be read back makes the whole request fail. Read one by one, it hides no other.
    return readEach(database, kind, open(), range, most, bounds.descending);
  }
}

async function readBackwards(source: Source, range: IDBKeyRange | null, most: number): Promise<StoredRecord[]> {
  if (most === 0xffff_ffff) return (await result(source.getAll(range) as IDBRequest<StoredRecord[]>)).reverse();
  const records: StoredRecord[] = [];
  const walk = source.openCursor(range, 'prev');
  for (let cursor = await result(walk); cursor && records.length < most; cursor = await result(walk)) {
    records.push(cursor.value as StoredRecord);
    cursor.continue();
  }
  return records;
}

async function readEach(
  database: IDBDatabase,
  kind: DocumentKind,
  source: Source,
  range: IDBKeyRange | null,
  most: number,
  isDescending: boolean,
): Promise<ReadRecord[]> {
  const places: { readonly id: string; readonly key: IndexKey }[] = [];
  const walk = source.openKeyCursor(range, isDescending ? 'prev' : 'next');
  for (let cursor = await result(walk); cursor && places.length < most; cursor = await result(walk)) {
    places.push({ id: cursor.primaryKey as string, key: [cursor.key].flat() as IndexValue[] });
    cursor.continue();
  }
  // In a transaction each: the browser ends one over a value that it cannot read back.
  const records = await Promise.all(places.map(({ id, key }) => readOne(database, kind, id, key)));
  return records.filter((record) => record !== undefined);
}

async function readOne(
  database: IDBDatabase,
  kind: DocumentKind,
  id: string,
  key: IndexKey,
): Promise<ReadRecord | undefined> {
  const store = database.transaction(kind).objectStore(kind);
  try {
    return await result(store.get(id) as IDBRequest<StoredRecord | undefined>);
  } catch (error) {
    if (isDeadHandle(error)) throw error;
    return { id, isLost: true, key };
  }
}

function idRange({ after, descending }: QueryBounds): IDBKeyRange | null {
  if (!after) return null;
  return descending ? IDBKeyRange.upperBound(after[0], true) : IDBKeyRange.lowerBound(after[0], true);
}

/** The keys of an index within the bounds. An array sorts after numbers and strings, so `[]` stands for "the last". */
function keyRange({ lowest, highest, after, descending }: QueryBounds): IDBKeyRange | 'empty' {
  const startsAfter = after && !descending && compareKeys(after, lowest) > 0;
  const endsBefore = after && descending && comparePrefix(after, highest) <= 0;
  const first: IndexKey = startsAfter ? after : lowest;
  const last: IndexKey = endsBefore ? after : highest;
  if (comparePrefix(first, last) > 0) return 'empty';
  return IDBKeyRange.bound(first, endsBefore ? last : [...last, []], startsAfter === true, endsBefore === true);
}
