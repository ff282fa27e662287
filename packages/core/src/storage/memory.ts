import type { ConflictingDocument } from '../errors.js';
import { documentKinds, indexFields, type DocumentKind } from '../model/document-kinds.js';
import type {
  ChangedDocument,
  CommitReceipt,
  JsonObject,
  Storage,
  StorageChange,
  StoragePage,
  StorageQuery,
  StoredDocument,
} from '../ports/storage.js';
import { combineChanges, type DocumentChange } from './changes.js';
import { compareKeys, comparePrefix, indexKey, queryBounds, writeCursor, type IndexKey } from './index-keys.js';
import { createListeners, type Listeners } from './listeners.js';
import { closed, conflict, storageFull } from './refusals.js';

/** What several memory storages share, as several tabs share a disk. Made by `createMemoryMedium`. */
export interface MemoryMedium {
  /** How much text fits in, in UTF-16 code units of JSON; `Infinity` unless a test or a host sets a limit. */
  capacity: number;
  /** @internal */
  readonly tenants: Map<string, Tenant>;
}

/** Which tenant, and what it shares with other storages. */
export interface MemoryStorageOptions {
  readonly tenantId: string;
  /** A medium of its own when absent. */
  readonly medium?: MemoryMedium;
}

interface Kept {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** Where it stands in each index that it is in. */
  readonly keys: Readonly<Record<string, IndexKey | undefined>>;
}

type Table = Map<string, Kept>;

interface Tenant {
  readonly tables: Map<DocumentKind, Table>;
  /** Those who listen, by the storage object they listen to. */
  readonly objects: Set<Listeners>;
  isWiped: boolean;
}

/** A medium with room for `capacity` UTF-16 code units of JSON; without a limit when none is given. */
export function createMemoryMedium({ capacity = Infinity }: { readonly capacity?: number } = {}): MemoryMedium {
  return { capacity, tenants: new Map() };
}

/**
 * A storage that keeps documents in memory: for demos, tests and hosts that keep nothing on the device. It keeps every
 * promise of the port; what it holds is gone with the page, so nothing in it may be called "saved".
 * After `wipe` this storage and all others of the tenant over the same medium are closed.
 */
export function createMemoryStorage({ tenantId, medium = createMemoryMedium() }: MemoryStorageOptions): Storage {
  const receipt: CommitReceipt = { level: 'memory' };
  const listeners = createListeners();
  let isClosed = false;
  const tenant = tenantOf(medium, tenantId);
  tenant.objects.add(listeners);

  const assertOpen = (): void => {
    if (isClosed || tenant.isWiped) throw closed();
  };

  return {
    capabilities: { level: 'memory', hearsOthers: true, encryptsWords: false },
    status: { level: 'memory', readOnly: false },

    // eslint-disable-next-line @typescript-eslint/require-await -- a storage answers with promises, also with rejected ones
    async get(kind, id): Promise<StoredDocument | undefined> {
      assertOpen();
      const kept = tableOf(tenant, kind).get(id);
      return kept && toDocument(kind, kept);
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async query(kind, query: StorageQuery): Promise<StoragePage> {
      assertOpen();
      return pageOf(kind, tableOf(tenant, kind), query);
    },

    async commit(changes: readonly StorageChange[]): Promise<CommitReceipt> {
      assertOpen();
      const changed = apply(medium, tenant, changes);
      // The listeners run after the call that made the change has returned, as they do for every other storage.
      await Promise.resolve();
      if (changed.length > 0) {
        for (const object of [...tenant.objects]) {
          object.emit({ type: 'changed', documents: changed, origin: object === listeners ? 'here' : 'elsewhere' });
        }
      }
      return receipt;
    },

    subscribe: (listener) => listeners.add(listener),

    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async wipe(): Promise<void> {
      assertOpen();
      tenant.isWiped = true;
      medium.tenants.delete(tenantId);
      for (const object of [...tenant.objects]) object.emit({ type: 'status', status: this.status });
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async close(): Promise<void> {
      isClosed = true;
      listeners.clear();
      tenant.objects.delete(listeners);
    },
  };
}

function tenantOf(medium: MemoryMedium, tenantId: string): Tenant {
  const existing = medium.tenants.get(tenantId);
  if (existing) return existing;
  const tenant: Tenant = { tables: new Map(), objects: new Set(), isWiped: false };
  medium.tenants.set(tenantId, tenant);
  return tenant;
}

function tableOf({ tables }: Tenant, kind: DocumentKind): Table {
  const table: Table = tables.get(kind) ?? new Map<string, Kept>();
  tables.set(kind, table);
  return table;
}

/** Looks at every document of the kind: quick enough for the tens of thousands that fit a sample or a test. */
function pageOf(kind: DocumentKind, table: Table, query: StorageQuery): StoragePage {
  const { lowest, highest, after, descending, limit } = queryBounds(kind, query);
  const direction = descending ? -1 : 1;
  const found: { readonly key: IndexKey; readonly kept: Kept }[] = [];
  for (const kept of table.values()) {
    const key = kept.keys[query.index];
    if (key === undefined || comparePrefix(key, lowest) < 0 || comparePrefix(key, highest) > 0) continue;
    if (after === undefined || compareKeys(key, after) * direction > 0) found.push({ key, kept });
  }
  found.sort((one, other) => compareKeys(one.key, other.key) * direction);
  const page = found.slice(0, limit);
  const documents = page.map(({ kept }) => toDocument(kind, kept));
  const last = page.at(-1);
  return last !== undefined && found.length > page.length ? { documents, next: writeCursor(last.key) } : { documents };
}

/** Checks everything, then changes everything: nothing in between can fail. */
function apply(medium: MemoryMedium, tenant: Tenant, changes: readonly StorageChange[]): ChangedDocument[] {
  const { documents, conflicts } = combineChanges(changes);
  const refused: ConflictingDocument[] = [...conflicts];
  let growth = 0;
  for (const { kind, id, expectedVersion, text = '' } of documents) {
    const kept = tableOf(tenant, kind).get(id);
    const actualVersion = kept?.version ?? 0;
    if (actualVersion !== expectedVersion) refused.push({ kind, id, expectedVersion, actualVersion });
    growth += text.length - (kept?.text.length ?? 0);
  }
  if (refused.length > 0) throw conflict(refused);
  if (growth > 0 && size(medium) + growth > medium.capacity) throw storageFull();
  return documents.filter((document) => replace(tableOf(tenant, document.kind), document)).map(toChanged);
}

/** @returns false when the document was not there before and is not there now */
function replace(table: Table, { kind, id, version, text }: DocumentChange): boolean {
  if (text === undefined) return table.delete(id);
  const body = read(text);
  const names = ['id', ...Object.keys(documentKinds[kind].indexes)];
  const keys = Object.fromEntries(names.map((name) => [name, indexKey(indexFields(kind, name), id, body)]));
  table.set(id, { id, version, text, keys });
  return true;
}

function size(medium: MemoryMedium): number {
  if (medium.capacity === Infinity) return 0;
  let sum = 0;
  for (const { tables } of medium.tenants.values())
    for (const table of tables.values()) for (const { text } of table.values()) sum += text.length;
  return sum;
}

function toDocument(kind: DocumentKind, { id, version, text }: Kept): StoredDocument {
  return { kind, id, version, body: read(text) };
}

function toChanged({ kind, id, version }: DocumentChange): ChangedDocument {
  return { kind, id, deleted: version === 0 };
}

function read(text: string): JsonObject {
  return JSON.parse(text) as JsonObject;
}
