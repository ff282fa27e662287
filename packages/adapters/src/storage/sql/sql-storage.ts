import {
  CoachingError,
  type CommitReceipt,
  type DocumentKind,
  type Storage,
  type StorageCapabilities,
  type StorageChange,
  type StorageEvent,
  type StoragePage,
  type StorageQuery,
  type StorageStatus,
  type StoredDocument,
} from '@coachkit/core';
import { closed, combineChanges, conflict, createListeners } from '@coachkit/core/storage-parts';
import type { ChangeHub } from './change-hub.js';
import type { ChangeLog } from './change-log.js';
import { commitChanges, differingDocuments } from './commit-changes.js';
import { orderedText } from './ordered-text.js';
import { readDocument, readPage } from './read-documents.js';
import type { RowScope } from './row-scope.js';
import type { SqlDatabase } from './sql-database.js';
import type { Statements } from './statements.js';
import { kindsInOrder } from './tables.js';

/** What a storage over a database stands on. */
export interface SqlStorageParts {
  readonly database: SqlDatabase;
  readonly statements: Statements;
  readonly scope: RowScope;
  readonly hub: ChangeHub;
  /** Tells other processes; absent where there are none. */
  readonly log: ChangeLog | undefined;
}

/** Keeps documents in tables of a database, for one actor or for a whole tenant. It holds nothing of its own. */
export class SqlStorage implements Storage {
  readonly capabilities: StorageCapabilities = { level: 'server', hearsOthers: true, encryptsWords: false };
  readonly status: StorageStatus = { level: 'server', readOnly: false };
  readonly #parts: SqlStorageParts;
  readonly #listeners = createListeners();
  #listening = 0;
  #isClosed = false;

  constructor(parts: SqlStorageParts) {
    this.#parts = parts;
  }

  async get(kind: DocumentKind, id: string): Promise<StoredDocument | undefined> {
    this.#assertOpen();
    return readDocument(this.#parts, kind, id);
  }

  async query(kind: DocumentKind, query: StorageQuery): Promise<StoragePage> {
    this.#assertOpen();
    return readPage(this.#parts, kind, query);
  }

  async commit(changes: readonly StorageChange[]): Promise<CommitReceipt> {
    this.#assertOpen();
    const { documents, conflicts } = combineChanges(changes);
    const { scope, hub, log } = this.#parts;
    const changed = documents
      .filter(({ expectedVersion, version }) => expectedVersion + version > 0)
      .map(({ kind, id, version }) => ({ kind, id, deleted: version === 0 }));
    const alongside = log === undefined || changed.length === 0 ? [] : [log.entry(scope.tenantId, changed)];
    const writing = { ...this.#parts, alongside };
    if (conflicts.length > 0) throw conflict([...conflicts, ...(await differingDocuments(writing, documents))]);
    if (documents.length > 0) await commitChanges(writing, documents);
    hub.changed(scope.tenantId, changed, this.#listeners);
    log?.written(scope);
    return { level: 'server' };
  }

  subscribe(listener: (event: StorageEvent) => void): () => void {
    if (this.#isClosed) return () => undefined;
    const { hub, scope } = this.#parts;
    const stop = this.#listeners.add(listener);
    this.#listening += 1;
    hub.join(scope.tenantId, this.#listeners);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      stop();
      this.#listening -= 1;
      if (this.#listening === 0) hub.leave(scope.tenantId, this.#listeners);
    };
  }

  async wipe(): Promise<void> {
    this.#assertOpen();
    const { database, statements, scope, hub } = this.#parts;
    // Signing out of a server must not delete the tenant.
    if (!scope.reaches.includes('tenant'))
      throw new CoachingError('not-supported', 'only the storage of a whole tenant can be wiped');
    const values = [orderedText(scope.tenantId)];
    await database.write(scope, async (transaction) => {
      await Promise.all(kindsInOrder.map((kind) => transaction.change({ text: statements.deleteAll(kind), values })));
    });
    hub.wiped(scope.tenantId);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a storage answers with promises
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#listeners.clear();
    this.#parts.hub.leave(this.#parts.scope.tenantId, this.#listeners);
  }

  #assertOpen(): void {
    if (this.#isClosed) throw closed();
  }
}
