import { invalidInput } from '../errors.js';
import { indexFields, type DocumentKind } from '../model/document-kinds.js';
import type { IndexValue, JsonObject, StorageQuery } from '../ports/storage.js';

/** Where a document stands in an index: the values of its fields, most significant first, then its id. */
export type IndexKey = readonly IndexValue[];

/** A query after every check, as the bounds of an index. */
export interface QueryBounds {
  /** The first values of every key that is wanted are at least these. */
  readonly lowest: IndexKey;
  /** The first values of every key that is wanted are at most these. */
  readonly highest: IndexKey;
  /** The whole key at which the page before ended. */
  readonly after: IndexKey | undefined;
  readonly descending: boolean;
  /** `Infinity` for all. */
  readonly limit: number;
}

/** Whether a value can stand in an index. */
export function isIndexValue(value: unknown): value is IndexValue {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

/** The field of a body when it can stand in an index. */
export function indexValue(body: JsonObject, field: string): IndexValue | undefined {
  const value = Object.hasOwn(body, field) ? body[field] : undefined;
  return isIndexValue(value) ? value : undefined;
}

/** The key of a document, or `undefined` when it lacks a field and so is not in the index. */
export function indexKey(fields: readonly string[], id: string, body: JsonObject): IndexKey | undefined {
  const key: IndexValue[] = [];
  for (const field of fields) {
    const value = indexValue(body, field);
    if (value === undefined) return undefined;
    key.push(value);
  }
  key.push(id);
  return key;
}

/**
 * The order of two keys: field by field, numbers before strings, strings by code unit, a shorter key before a longer
 * one that starts alike. Negative, zero or positive as for `Array.prototype.sort`.
 */
export function compareKeys(one: IndexKey, other: IndexKey): number {
  return comparePrefix(one, other) || one.length - other.length;
}

/** The order of the fields that both keys have; zero when one starts with the other. */
export function comparePrefix(one: IndexKey, other: IndexKey): number {
  const shared = Math.min(one.length, other.length);
  for (let position = 0; position < shared; position += 1) {
    const order = compareValues(one[position] ?? '', other[position] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(one: IndexValue, other: IndexValue): number {
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Checks a query and turns it into bounds.
 * @throws RangeError when the query does not fit its index, which is a mistake in the calling code
 * @throws CoachingError `invalid-input` when the cursor was not made by this index
 */
export function queryBounds(kind: DocumentKind, query: StorageQuery): QueryBounds {
  const { index, equals = [], from, to, descending = false, limit = Infinity, after } = query;
  const fields = indexFields(kind, index);
  const lowest = from === undefined ? equals : [...equals, from];
  const highest = to === undefined ? equals : [...equals, to];
  if (Math.max(lowest.length, highest.length) > fields.length) throw new RangeError(`${index} has no such field`);
  if (![...lowest, ...highest].every(isIndexValue)) throw new RangeError(`no such value can stand in ${index}`);
  if (limit !== Infinity && !(Number.isInteger(limit) && limit >= 1)) throw new RangeError('limit is a number from 1');
  return {
    lowest,
    highest,
    after: after === undefined ? undefined : readCursor(after, fields.length + 1),
    descending,
    limit,
  };
}

/** The cursor that continues after a key. Holds index values and an id, never words. */
export function writeCursor(key: IndexKey): string {
  return JSON.stringify(key);
}

function readCursor(text: string, length: number): IndexKey {
  try {
    const key: unknown = JSON.parse(text);
    if (Array.isArray(key) && key.length === length && key.every(isIndexValue)) return key;
  } catch {
    // Falls through to the refusal below.
  }
  throw invalidInput('after', 'not-an-option');
}
