import {
  indexFields,
  type DocumentKind,
  type IndexValue,
  type JsonObject,
  type StoragePage,
  type StorageQuery,
  type StoredDocument,
} from '@coachkit/core';
import { compareKeys, comparePrefix, queryBounds, writeCursor, type IndexKey } from '@coachkit/core/storage-parts';
import { orderedText, stringOf, valueOf } from './ordered-text.js';
import type { RowScope } from './row-scope.js';
import type { SqlDatabase, SqlRow, SqlValue } from './sql-database.js';
import type { Statements } from './statements.js';
import { columnOf } from './tables.js';

/** What reading needs. */
export interface Reading {
  readonly database: SqlDatabase;
  readonly statements: Statements;
  readonly scope: RowScope;
}

/** One document. @throws CoachingError */
export async function readDocument(
  { database, statements, scope }: Reading,
  kind: DocumentKind,
  id: string,
): Promise<StoredDocument | undefined> {
  const values = [orderedText(scope.tenantId), orderedText(id)];
  const [row] = await database.read(scope, { text: statements.get(kind), values });
  return row && documentOf(kind, row);
}

/** The page that a query asks for. @throws CoachingError @throws RangeError for a query that does not fit its index */
export async function readPage(
  { database, statements, scope }: Reading,
  kind: DocumentKind,
  query: StorageQuery,
): Promise<StoragePage> {
  const { lowest, highest, after, descending, limit } = queryBounds(kind, query);
  const columns = indexFields(kind, query.index).map(columnOf);
  const equals = query.equals ?? [];
  const key = after && placeOf(after, equals, descending);
  if (key === 'behind all' || comparePrefix(lowest, highest) > 0) return { documents: [] };
  // A key within the bounds takes the place of the bound behind it: two bounds on one side keep SQLite from the index.
  const start = key !== undefined && !descending && compareKeys(key, lowest) > 0 ? equals : lowest;
  const end = key !== undefined && descending && comparePrefix(key, highest) <= 0 ? equals : highest;
  const [hasLowest, hasHighest] = [start.length > equals.length, end.length > equals.length];
  const hasLimit = limit !== Infinity;
  const text = statements.page({
    kind,
    columns,
    equals: equals.length,
    hasLowest,
    hasHighest,
    hasAfter: key !== undefined,
    descending,
    hasLimit,
  });
  const bound: readonly IndexValue[] = [
    ...equals,
    ...start.slice(equals.length),
    ...end.slice(equals.length),
    ...(key?.slice(equals.length) ?? []),
  ];
  const values: SqlValue[] = [orderedText(scope.tenantId), ...bound.map(orderedText)];
  // One more than is wanted tells whether there is another page.
  if (hasLimit) values.push(limit + 1);
  const rows = await database.read(scope, { text, values });
  const page = hasLimit ? rows.slice(0, limit) : rows;
  const documents = page.map((row) => documentOf(kind, row));
  const last = page.at(-1);
  if (last === undefined || rows.length === page.length) return { documents };
  return { documents, next: writeCursor([...columns, 'id'].map((column) => valueOf(String(last[column])))) };
}

/**
 * Where a page goes on among keys that start with `equals`: after the whole key, from their beginning (`undefined`),
 * or nowhere. Only a cursor of another query stands outside of them.
 */
function placeOf(after: IndexKey, equals: IndexKey, descending: boolean): IndexKey | undefined | 'behind all' {
  const order = comparePrefix(after, equals) * (descending ? -1 : 1);
  return order === 0 ? after : order > 0 ? 'behind all' : undefined;
}

/** A row as a document; one whose body is no JSON object any more is `unreadable`. */
function documentOf(kind: DocumentKind, { id, version, body }: SqlRow): StoredDocument {
  const known = { kind, id: stringOf(String(id)), version: Number(version) };
  const read = objectOf(body);
  return read === undefined ? { ...known, unreadable: 'damaged' } : { ...known, body: read };
}

function objectOf(body: SqlValue | undefined): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(String(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
