import type { DocumentKind, JsonObject, Storage, StorageChange, StorageQuery, StoredDocument } from '@coachkit/core';

/** A change that writes a document; a new one unless a version is expected. */
export function put(kind: DocumentKind, id: string, body: JsonObject, expectedVersion = 0): StorageChange {
  return { type: 'put', kind, id, body, expectedVersion };
}

/** A change that deletes a document. */
export function remove(kind: DocumentKind, id: string, expectedVersion = 1): StorageChange {
  return { type: 'delete', kind, id, expectedVersion };
}

/** The body of a session: a kind without words, with three indexes of two fields. */
export function session(fields: JsonObject = {}): JsonObject {
  return {
    relationshipId: 'pair',
    managerId: 'manager',
    employeeId: 'employee',
    date: '2026-03-29',
    state: 'recorded',
    ...fields,
  };
}

/** The body of an action: a kind with words, with indexes of up to three fields. */
export function action(fields: JsonObject = {}): JsonObject {
  return {
    relationshipId: 'pair',
    ownerId: 'owner',
    employeeId: 'employee',
    sessionId: 'session',
    status: 'open',
    dueDate: '2026-04-30',
    text: 'Shadow the pricing call',
    ...fields,
  };
}

/** The body of an earlier wording: a kind with words and an index that ends in a number. */
export function wording(sessionId: string, revision: number | string): JsonObject {
  return { sessionId, revision, points: ['as it was'] };
}

/** Commits sessions with these ids and fields. */
export async function commitSessions(storage: Storage, sessions: Readonly<Record<string, JsonObject>>): Promise<void> {
  await storage.commit(Object.entries(sessions).map(([id, fields]) => put('session', id, session(fields))));
}

/** Every document of a query, page by page. Fails rather than going round in circles. */
export async function readPages(
  storage: Storage,
  kind: DocumentKind,
  query: StorageQuery,
  limit: number,
): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < 1_000; pages += 1) {
    const page = await storage.query(kind, after === undefined ? { ...query, limit } : { ...query, limit, after });
    if (page.documents.length > limit) throw new Error(`a page of ${limit} holds ${page.documents.length} documents`);
    documents.push(...page.documents);
    if (page.next === undefined) return documents;
    after = page.next;
  }
  throw new Error('the pages of a query do not end');
}
