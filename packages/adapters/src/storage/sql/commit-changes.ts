import type { ConflictingDocument, JsonObject } from '@coachkit/core';
import { conflict, indexValue, type DocumentChange } from '@coachkit/core/storage-parts';
import { orderedText } from './ordered-text.js';
import type { RowScope } from './row-scope.js';
import type { SqlDatabase, SqlStatement, SqlTransaction, SqlValue } from './sql-database.js';
import type { Statements } from './statements.js';
import { rankOf, tableOf } from './tables.js';

/** What writing needs. */
export interface Writing {
  readonly database: SqlDatabase;
  readonly statements: Statements;
  readonly scope: RowScope;
  /** What is written in the same transaction, besides the documents. */
  readonly alongside: readonly SqlStatement[];
}

/** Ends a transaction whose documents are not as they were expected to be. */
class Differs extends Error {
  constructor(readonly documents: readonly DocumentChange[]) {
    super('a document differs from what was expected');
  }
}

/**
 * Writes documents in one transaction, all or none.
 * @throws CoachingError `conflict`, naming every document that differs; as `SqlDatabase.write`
 */
export async function commitChanges(writing: Writing, documents: readonly DocumentChange[]): Promise<void> {
  const { database, scope } = writing;
  const ordered = documents.toSorted(inOrder);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await database.write(scope, (transaction) => writeAll(writing, transaction, ordered));
      return;
    } catch (error) {
      if (!(error instanceof Differs)) throw error;
      const differing = await differingDocuments(writing, ordered);
      if (differing.length > 0) throw conflict(differing);
      // Whoever was in the way has gone in the meantime – or is there and may not be seen.
      if (attempt === 3) throw conflict(error.documents.map((each) => conflictOf(each, 0)));
    }
  }
}

/**
 * The documents whose stored version is not the expected one.
 * @throws CoachingError as `SqlDatabase.write`
 */
export async function differingDocuments(
  { database, statements, scope }: Writing,
  documents: readonly DocumentChange[],
): Promise<ConflictingDocument[]> {
  const tenant = orderedText(scope.tenantId);
  const found = await database.write(scope, (transaction) =>
    Promise.all(
      documents.map(async (change) => {
        const values = [tenant, orderedText(change.id)];
        const [row] = await transaction.rows({ text: statements.get(change.kind), values });
        return conflictOf(change, Number(row?.['version'] ?? 0));
      }),
    ),
  );
  return found.filter(({ expectedVersion, actualVersion }) => expectedVersion !== actualVersion);
}

async function writeAll(
  { statements, scope, alongside }: Writing,
  transaction: SqlTransaction,
  documents: readonly DocumentChange[],
): Promise<void> {
  const tenant = orderedText(scope.tenantId);
  // All at once: a database that takes statements one behind the other does not make each wait for the answer before.
  const results = await Promise.allSettled([
    ...documents.map((each) => writeOne(statements, transaction, tenant, each)),
    ...alongside.map(async (statement) => (await transaction.change(statement)) === 1),
  ]);
  // The first failure says why; those after it only say that there was one.
  const failure = results.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
  const different = documents.filter((_, position) => {
    const result = results[position];
    return result?.status === 'fulfilled' && !result.value;
  });
  if (different.length > 0) throw new Differs(different);
}

/** @returns whether the document was as it was expected to be */
async function writeOne(
  statements: Statements,
  transaction: SqlTransaction,
  tenant: string,
  { kind, id, expectedVersion, version, text }: DocumentChange,
): Promise<boolean> {
  const key = orderedText(id);
  if (text === undefined) {
    // Made and deleted in one commit: it has to be absent before and is absent afterwards.
    if (expectedVersion === 0)
      return (await transaction.rows({ text: statements.get(kind), values: [tenant, key] })).length === 0;
    const values = [tenant, key, expectedVersion];
    return (await transaction.change({ text: statements.delete(kind), values })) === 1;
  }
  const body = JSON.parse(text) as JsonObject;
  const fields = tableOf(kind).fields.map(({ field }): SqlValue => {
    const value = indexValue(body, field);
    return value === undefined ? null : orderedText(value);
  });
  const statement =
    expectedVersion === 0
      ? { text: statements.insert(kind), values: [tenant, key, version, text, ...fields] }
      : { text: statements.update(kind), values: [version, text, ...fields, tenant, key, expectedVersion] };
  return (await transaction.change(statement)) === 1;
}

function conflictOf({ kind, id, expectedVersion }: DocumentChange, actualVersion: number): ConflictingDocument {
  return { kind, id, expectedVersion, actualVersion };
}

function inOrder(one: DocumentChange, other: DocumentChange): number {
  return rankOf(one.kind) - rankOf(other.kind) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
