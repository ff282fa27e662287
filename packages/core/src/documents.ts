import type { UnreadableDocument } from './coaching.js';
import { notFound } from './errors.js';
import { documentSchemas, type DocumentBodies, type DomainKind } from './model/document-bodies.js';
import { parse } from './model/parse.js';
import type {
  DurabilityLevel,
  JsonObject,
  Storage,
  StorageChange,
  StorageQuery,
  StoredDocument,
} from './ports/storage.js';
import type { Page } from './views.js';

/** A document with its body read by the schema of its kind. */
export interface Kept<Kind extends DomainKind> {
  readonly kind: Kind;
  readonly version: number;
  readonly body: DocumentBodies[Kind];
}

/**
 * Storage with types: everything is parsed on its way in and out. A document that does not parse stays where it is
 * stored, is left out of every answer, and is reported once.
 */
export class Documents {
  readonly #storage: Storage;
  readonly #onUnreadable: (document: UnreadableDocument) => void;
  readonly #reported = new Set<string>();
  /** A storage that hands out the same object twice has it parsed once. */
  readonly #parsed = new WeakMap<StoredDocument, Kept<DomainKind>>();

  constructor(storage: Storage, onUnreadable: (document: UnreadableDocument) => void) {
    this.#storage = storage;
    this.#onUnreadable = onUnreadable;
  }

  /** How far commits reach now. */
  get level(): DurabilityLevel {
    return this.#storage.status.level;
  }

  /** The document, or `undefined` when there is none that can be read. */
  async find<Kind extends DomainKind>(kind: Kind, id: string): Promise<Kept<Kind> | undefined> {
    const stored = await this.#storage.get(kind, id);
    return stored && this.#read(kind, stored);
  }

  /** The document. @throws CoachingError `not-found` */
  async get<Kind extends DomainKind>(kind: Kind, id: string): Promise<Kept<Kind>> {
    const found = await this.find(kind, id);
    if (found === undefined) throw notFound(kind);
    return found;
  }

  /** Every document that the query finds and that can be read. */
  async list<Kind extends DomainKind>(kind: Kind, query: StorageQuery): Promise<Kept<Kind>[]> {
    const { documents } = await this.#storage.query(kind, query);
    return documents.flatMap((stored) => this.#read(kind, stored) ?? []);
  }

  /** The bodies of one page of what the query finds. */
  async page<Kind extends DomainKind>(kind: Kind, query: StorageQuery): Promise<Page<DocumentBodies[Kind]>> {
    const { documents, ...rest } = await this.#storage.query(kind, query);
    return { items: documents.flatMap((stored) => this.#read(kind, stored)?.body ?? []), ...rest };
  }

  /** The bodies of every document that the query finds. */
  async bodies<Kind extends DomainKind>(kind: Kind, query: StorageQuery): Promise<DocumentBodies[Kind][]> {
    return (await this.list(kind, query)).map(({ body }) => body);
  }

  /** Applies all changes or none. @throws CoachingError as `Storage.commit` */
  async commit(changes: readonly StorageChange[]): Promise<DurabilityLevel> {
    return (await this.#storage.commit(changes)).level;
  }

  #read<Kind extends DomainKind>(kind: Kind, stored: StoredDocument): Kept<Kind> | undefined {
    if (stored.body === undefined) {
      this.#report(kind, stored.id, stored.unreadable ?? 'damaged');
      return;
    }
    const known = this.#parsed.get(stored);
    if (known !== undefined) return known as Kept<Kind>;
    const result = documentSchemas[kind].safeParse(stored.body);
    if (!result.success) {
      this.#report(kind, stored.id, 'does-not-parse');
      return;
    }
    const kept: Kept<Kind> = { kind, version: stored.version, body: result.data };
    this.#parsed.set(stored, kept);
    return kept;
  }

  #report(kind: DomainKind, id: string, reason: UnreadableDocument['reason']): void {
    const key = `${kind}/${id}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#onUnreadable({ kind, id, reason });
  }
}

/** A change that writes a document: a new one, or the next version of one that was read. */
export function put<Kind extends DomainKind>(
  kind: Kind,
  body: DocumentBodies[Kind],
  before?: { readonly version: number },
): StorageChange {
  const written = parse(documentSchemas[kind], body) as DocumentBodies[Kind] & { readonly id: string };
  return {
    type: 'put',
    kind,
    id: written.id,
    body: written as unknown as JsonObject,
    expectedVersion: before?.version ?? 0,
  };
}

/** A change that removes a document that was read. */
export function remove(kind: DomainKind, id: string, version: number): StorageChange {
  return { type: 'delete', kind, id, expectedVersion: version };
}
