import {
  indexFields,
  type ChangedDocument,
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
import {
  closed,
  combineChanges,
  createListeners,
  queryBounds,
  readOnly,
  writeCursor,
} from '@coachkit/core/storage-parts';
import { Connection } from './connection.js';
import { deleteDatabase } from './delete-database.js';
import { startFreshLog } from './fresh-log.js';
import { openDatabase, type DatabaseAddress, type OpenedDatabase } from './open-database.js';
import type { OtherTabs } from './other-tabs.js';
import { readRecord, readRecords, type ReadRecord } from './read.js';
import { toDocument, toRecords } from './records.js';
import type { Sealer } from './sealing.js';
import { writeRecords } from './write.js';

/** What a device storage stands on. */
export interface DeviceStorageParts {
  readonly address: DatabaseAddress;
  readonly opened: OpenedDatabase;
  readonly tabs: OtherTabs;
  /** Absent when encryption was switched off. */
  readonly sealer: Sealer | undefined;
}

/** Keeps documents in a database of the device. See `createIndexedDbStorage`. */
export class DeviceStorage implements Storage {
  readonly capabilities: StorageCapabilities;
  readonly #address: DatabaseAddress;
  readonly #tabs: OtherTabs;
  readonly #sealer: Sealer | undefined;
  readonly #connection: Connection;
  readonly #freshLog: Promise<void>;
  readonly #listeners = createListeners();
  #status: StorageStatus;
  #isClosed = false;
  #hasWipeFailed = false;

  constructor({ address, opened, tabs, sealer }: DeviceStorageParts) {
    this.capabilities = { level: 'device', hearsOthers: tabs.isHeard, encryptsWords: sealer !== undefined };
    this.#address = address;
    this.#tabs = tabs;
    this.#sealer = sealer;
    this.#status = statusOf(opened);
    this.#freshLog = startFreshLog(address.factory);
    this.#connection = new Connection(opened, () => openDatabase(address, tabs), {
      worked: (database) => this.#setStatus(statusOf(database)),
      lost: () => this.#setStatus({ level: 'device', readOnly: this.#status.readOnly, notice: 'handle-lost' }),
      deleted: () => this.#end(),
    });
    tabs.listen((message) => {
      if (message.type === 'changed') this.#listeners.emit({ ...message, origin: 'elsewhere' });
      if (message.type === 'wipe') this.#end();
    });
    // Told once those who have just been handed this storage had a turn to subscribe.
    if (opened.isNewer) setTimeout(() => this.#listeners.emit({ type: 'status', status: this.#status }), 0);
  }

  get status(): StorageStatus {
    return this.#status;
  }

  async get(kind: DocumentKind, id: string): Promise<StoredDocument | undefined> {
    this.#assertOpen();
    const record = await this.#connection.run(({ database }) => readRecord(database, kind, id));
    return record && this.#toDocument(kind, record);
  }

  async query(kind: DocumentKind, query: StorageQuery): Promise<StoragePage> {
    this.#assertOpen();
    const { index } = query;
    const bounds = queryBounds(kind, query);
    const found = await this.#connection.run(({ database }) => readRecords(database, kind, index, bounds));
    const page = found.slice(0, bounds.limit);
    const documents = await Promise.all(page.map((record) => this.#toDocument(kind, record)));
    const last = page.at(-1);
    return last && found.length > page.length ? { documents, next: cursorAt(kind, index, last) } : { documents };
  }

  async commit(changes: readonly StorageChange[]): Promise<CommitReceipt> {
    this.#assertOpen();
    const { documents, conflicts } = combineChanges(changes);
    if (this.#status.readOnly) throw readOnly();
    if (documents.length > 0) {
      const [records] = await Promise.all([toRecords(documents, this.#sealer), this.#freshLog]);
      await this.#connection.run(async ({ database, isNewer }, isRetry) => {
        if (isNewer) throw readOnly();
        await writeRecords(database, records, conflicts, isRetry);
      });
      this.#report(
        documents
          .filter(({ expectedVersion, version }) => expectedVersion + version > 0)
          .map(({ kind, id, version }) => ({ kind, id, deleted: version === 0 })),
      );
    }
    return { level: 'device' };
  }

  subscribe(listener: (event: StorageEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  async wipe(): Promise<void> {
    // A wipe that failed may be tried again.
    if (!this.#hasWipeFailed) this.#assertOpen();
    // From here on every call is refused, and a commit that is still sealing its words finds the connection closed.
    this.#isClosed = true;
    // Should somebody hold up the deletion, the words are gone all the same. The deletion itself does not need this.
    await this.#connection.empty().catch(() => undefined);
    await this.#freshLog;
    this.#connection.close();
    this.#hasWipeFailed = true;
    await deleteDatabase(this.#address.factory, this.#address.name, this.#tabs);
    this.#hasWipeFailed = false;
    this.#letGo();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#letGo();
    await this.#freshLog;
  }

  /** Called when the database was deleted elsewhere. Listeners hear once more, read again and find it closed. */
  #end(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#listeners.emit({ type: 'status', status: this.#status });
    this.#letGo();
  }

  #letGo(): void {
    this.#connection.close();
    this.#listeners.clear();
    this.#tabs.close();
  }

  #assertOpen(): void {
    if (this.#isClosed) throw closed();
  }

  #setStatus(next: StorageStatus): void {
    if (next.notice === this.#status.notice && next.readOnly === this.#status.readOnly) return;
    this.#status = next;
    this.#listeners.emit({ type: 'status', status: next });
  }

  #report(documents: readonly ChangedDocument[]): void {
    if (documents.length === 0) return;
    this.#listeners.emit({ type: 'changed', documents, origin: 'here' });
    this.#tabs.tell({ type: 'changed', documents });
  }

  async #toDocument(kind: DocumentKind, record: ReadRecord): Promise<StoredDocument> {
    if ('isLost' in record) return { kind, id: record.id, version: 1, unreadable: 'damaged' };
    return toDocument(kind, record, this.#sealer);
  }
}

function cursorAt(kind: DocumentKind, index: string, record: ReadRecord): string {
  if ('isLost' in record) return writeCursor(record.key);
  return writeCursor([...indexFields(kind, index).map((field) => record.fields[field] ?? ''), record.id]);
}

function statusOf({ isNewer }: OpenedDatabase): StorageStatus {
  return isNewer ? { level: 'device', readOnly: true, notice: 'newer-version' } : { level: 'device', readOnly: false };
}
