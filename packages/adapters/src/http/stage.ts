import {
  indexFields,
  type CommitReceipt,
  type ConflictingDocument,
  type DocumentKind,
  type JsonObject,
  type Storage,
  type StorageChange,
  type StorageEvent,
  type StoragePage,
  type StorageQuery,
  type StorageStatus,
  type StoredDocument,
} from '@coachkit/core';
import {
  combineChanges,
  compareKeys,
  comparePrefix,
  conflict,
  indexKey,
  queryBounds,
  writeCursor,
  type IndexKey,
} from '@coachkit/core/storage-parts';
import { nameOf } from './document-name.js';

/** A document as it stands on a stage. */
interface Staged {
  readonly kind: DocumentKind;
  readonly id: string;
  /** 0 when it is not there. */
  readonly version: number;
  readonly body?: JsonObject;
}

/**
 * A storage to try a use case on: it reads what is stored, and keeps what is committed to itself, where its owner finds
 * it. Nothing reaches the storage beneath.
 */
export class Stage implements Storage {
  readonly capabilities: Storage['capabilities'];
  readonly #beneath: Storage;
  readonly #staged = new Map<string, Staged>();
  readonly #touched = new Set<string>();
  readonly #before = new Map<string, StoredDocument | undefined>();

  constructor(beneath: Storage) {
    this.#beneath = beneath;
    this.capabilities = beneath.capabilities;
  }

  get status(): StorageStatus {
    return this.#beneath.status;
  }

  /** Puts a document back to what it was, or takes it away, as if it had always been so. */
  restore({ kind, id }: { readonly kind: DocumentKind; readonly id: string }, body: JsonObject | undefined): void {
    this.#staged.set(
      nameOf({ kind, id }),
      body === undefined ? { kind, id, version: 0 } : { kind, id, version: 1, body },
    );
  }

  /** What stood beneath a document when it was first committed here; undefined for nothing. */
  before(name: string): StoredDocument | undefined {
    return this.#before.get(name);
  }

  /** The names of what was committed since this was asked last. */
  takeTouched(): string[] {
    const touched = [...this.#touched];
    this.#touched.clear();
    return touched;
  }

  async get(kind: DocumentKind, id: string): Promise<StoredDocument | undefined> {
    const staged = this.#staged.get(nameOf({ kind, id }));
    return staged === undefined ? this.#beneath.get(kind, id) : documentOf(staged);
  }

  async query(kind: DocumentKind, query: StorageQuery): Promise<StoragePage> {
    const staged = [...this.#staged.values()].filter((each) => each.kind === kind);
    if (staged.length === 0) return this.#beneath.query(kind, query);
    const { lowest, highest, after, descending, limit } = queryBounds(kind, query);
    const { limit: _limit, after: _after, ...all } = query;
    const beneath = await this.#beneath.query(kind, all);
    const direction = descending ? -1 : 1;
    const fields = indexFields(kind, query.index);
    const isHidden = new Set(staged.map(({ id }) => id));
    const found = [
      ...beneath.documents.filter(({ id }) => !isHidden.has(id)),
      ...staged.flatMap((each) => documentOf(each) ?? []),
    ]
      .flatMap((document): { readonly key: IndexKey; readonly document: StoredDocument }[] => {
        const key = document.body && indexKey(fields, document.id, document.body);
        return key === undefined ? [] : [{ key, document }];
      })
      .filter(({ key }) => comparePrefix(key, lowest) >= 0 && comparePrefix(key, highest) <= 0)
      .filter(({ key }) => after === undefined || compareKeys(key, after) * direction > 0)
      .sort((one, other) => compareKeys(one.key, other.key) * direction);
    const page = found.slice(0, limit);
    const documents = page.map(({ document }) => document);
    const last = page.at(-1);
    return last !== undefined && found.length > page.length
      ? { documents, next: writeCursor(last.key) }
      : { documents };
  }

  async commit(changes: readonly StorageChange[]): Promise<CommitReceipt> {
    const { documents, conflicts } = combineChanges(changes);
    const refused: ConflictingDocument[] = [...conflicts];
    for (const { kind, id, expectedVersion } of documents) {
      const stored = await this.get(kind, id);
      const name = nameOf({ kind, id });
      if (!this.#staged.has(name)) this.#before.set(name, stored);
      const actualVersion = stored?.version ?? 0;
      if (actualVersion !== expectedVersion) refused.push({ kind, id, expectedVersion, actualVersion });
    }
    if (refused.length > 0) throw conflict(refused);
    for (const { kind, id, version, text } of documents) {
      const name = nameOf({ kind, id });
      this.#staged.set(name, {
        kind,
        id,
        version,
        ...(text !== undefined && { body: JSON.parse(text) as JsonObject }),
      });
      this.#touched.add(name);
    }
    return { level: this.#beneath.status.level };
  }

  subscribe(_listener: (event: StorageEvent) => void): () => void {
    return () => undefined;
  }

  wipe(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function documentOf({ kind, id, version, body }: Staged): StoredDocument | undefined {
  return body && { kind, id, version, body };
}
