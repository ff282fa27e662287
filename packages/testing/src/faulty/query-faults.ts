import {
  indexFields,
  type DocumentKind,
  type Storage,
  type StoragePage,
  type StorageQuery,
  type StoredDocument,
} from '@coachkit/core';
import { faultyStorage } from './faulty-storage-type.js';

/** Faults of queries, their order and their pages. */
export const queryFaults = [
  faultyStorage(
    'orders by collation',
    'sorts as a person of some language would, as databases do unless they are told otherwise',
    [9, 11],
    (good) => {
      const collator = new Intl.Collator('en');
      return { query: (kind, query) => sortedBy(good, kind, query, byText(kind, query, collator.compare)) };
    },
  ),

  faultyStorage(
    'orders by code point',
    'sorts as UTF-8 and SQLite do, which puts an emoji behind characters that UTF-16 puts it before',
    [9],
    (good) => ({ query: (kind, query) => sortedBy(good, kind, query, byText(kind, query, compareCodePoints)) }),
  ),

  faultyStorage(
    'ties stay ascending',
    'turns the fields around for a descending query and forgets the ids',
    [9, 10, 12],
    (good) => ({
      query: (kind, query) => {
        if (query.descending !== true || query.index === 'id') return good.query(kind, query);
        const byFields = byText(kind, query, compareCodeUnits, indexFields(kind, query.index));
        // Turned around twice, and so left as it is.
        const byId = (one: StoredDocument, other: StoredDocument): number => compareCodeUnits(other.id, one.id);
        return sortedBy(good, kind, query, (one, other) => byFields(one, other) || byId(one, other));
      },
    }),
  ),

  faultyStorage(
    'leaves out the end of a range',
    'takes `to` for the first value that is not wanted, so that the last day of a month is missing',
    [8, 10],
    (good) => ({
      query: (kind, query) =>
        filtered(
          good,
          kind,
          query,
          (document) => query.to === undefined || document.body?.[nextField(kind, query)] !== query.to,
        ),
    }),
  ),

  faultyStorage(
    'compares the beginning of a field',
    'finds m10 when asked for m1, as a range over texts that were joined does',
    [8, 11],
    (good) => ({
      query: (kind, query) => {
        const [first, ...rest] = query.equals ?? [];
        if (typeof first !== 'string' || rest.length > 0 || query.from !== undefined || query.to !== undefined) {
          return good.query(kind, query);
        }
        const field = indexFields(kind, query.index)[0] ?? '';
        return filtered(good, kind, { ...query, equals: [] }, (document) => textOf(document, field).startsWith(first));
      },
    }),
  ),

  faultyStorage(
    'takes numbers for strings',
    'keeps index fields as text, so that 10 comes before 2 and 1 equals "1"',
    [8, 9],
    (good) => ({
      async query(kind, query) {
        if (kind !== 'sessionVersion') return good.query(kind, query);
        const [sessionId, revision] = query.equals ?? [];
        const whole: StorageQuery = { ...query, equals: sessionId === undefined ? [] : [sessionId] };
        const page = await sortedBy(good, kind, whole, byText(kind, query, compareCodeUnits));
        const isWanted = (document: StoredDocument): boolean =>
          revision === undefined || textOf(document, 'revision') === String(revision);
        return { ...page, documents: page.documents.filter(isWanted) };
      },
    }),
  ),

  faultyStorage(
    'counts its pages',
    'continues at the n-th document, which is another one as soon as one before it has come or gone',
    [10],
    (good) => ({
      async query(kind, { limit, after, ...query }) {
        const { documents } = await good.query(kind, query);
        const start = Number(after ?? 0);
        const end = start + (limit ?? documents.length);
        const page = { documents: documents.slice(start, end) };
        return end < documents.length ? { ...page, next: String(end) } : page;
      },
    }),
  ),

  faultyStorage(
    'repeats the document of the cursor',
    'starts the next page with the document that ended the last one',
    [10, 20],
    (good) => ({
      async query(kind, { limit, after, ...query }) {
        const { documents } = await good.query(kind, query);
        const found = documents.findIndex(({ id }) => id === after);
        const start = Math.max(found, 0);
        const end = start + (limit ?? documents.length);
        const page = documents.slice(start, end);
        const last = page.at(-1);
        // A page of one would go round in circles for ever.
        const isMore = end < documents.length && (limit ?? 0) > 1;
        return last && isMore ? { documents: page, next: last.id } : { documents: page };
      },
    }),
  ),

  faultyStorage(
    'always offers another page',
    'hands out a cursor with every full page, and an empty page at the end',
    [10, 20],
    (good) => ({
      async query(kind, query) {
        const page = await good.query(kind, query);
        if (query.after === 'end') return { documents: [] };
        return page.documents.length === query.limit && page.next === undefined ? { ...page, next: 'end' } : page;
      },
    }),
  ),
];

type Compare<Value> = (one: Value, other: Value) => number;

/** All documents of a query in another order, cut into pages. */
async function sortedBy(
  good: Storage,
  kind: DocumentKind,
  { limit = Infinity, after, descending = false, ...query }: StorageQuery,
  compare: Compare<StoredDocument>,
): Promise<StoragePage> {
  const inOrder: Compare<StoredDocument> = (one, other) => (descending ? compare(other, one) : compare(one, other));
  const documents = (await good.query(kind, query)).documents.toSorted(inOrder);
  const cursor = after === undefined ? undefined : (JSON.parse(after) as StoredDocument);
  const rest = cursor ? documents.filter((document) => inOrder(document, cursor) > 0) : documents;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return last && rest.length > limit ? { documents: page, next: JSON.stringify(last) } : { documents: page };
}

/** Compares documents by the fields of an index and their ids, as texts. */
function byText(
  kind: DocumentKind,
  { index }: StorageQuery,
  compare: Compare<string>,
  fields: readonly string[] = [...indexFields(kind, index), 'id'],
): Compare<StoredDocument> {
  return (one, other) => {
    for (const field of fields) {
      const order = compare(textOf(one, field), textOf(other, field));
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** A query whose documents are looked through once more. */
async function filtered(
  good: Storage,
  kind: DocumentKind,
  query: StorageQuery,
  isWanted: (document: StoredDocument) => boolean,
): Promise<StoragePage> {
  const page = await good.query(kind, query);
  return { ...page, documents: page.documents.filter(isWanted) };
}

function nextField(kind: DocumentKind, { index, equals = [] }: StorageQuery): string {
  return indexFields(kind, index)[equals.length] ?? '';
}

function textOf(document: StoredDocument, field: string): string {
  const value = field === 'id' ? document.id : document.body?.[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function compareCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function compareCodePoints(one: string, other: string): number {
  const points = (text: string): string =>
    Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join('');
  return compareCodeUnits(points(one), points(other));
}
