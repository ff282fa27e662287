import {
  documentKinds,
  type ConflictingDocument,
  type DocumentKind,
  type DocumentKindDeclaration,
  type JsonObject,
  type StorageChange,
  type StorageQuery,
  type StoredDocument,
} from '@coachkit/core';

/** Where a page ended: the values of the index fields and the id. */
export type ModelCursor = readonly unknown[];

/** What a storage should do, in the plainest way: a map that is looked through from end to end. */
export class ModelStore {
  readonly #documents = new Map<string, StoredDocument>();

  get(kind: DocumentKind, id: string): StoredDocument | undefined {
    return this.#documents.get(`${kind} ${id}`);
  }

  clear(): void {
    this.#documents.clear();
  }

  /** Applies a commit, unless it conflicts. */
  commit(changes: readonly StorageChange[]): { conflicts: readonly ConflictingDocument[]; changesSomething: boolean } {
    const conflicts: ConflictingDocument[] = [];
    const after = new Map<string, StoredDocument | undefined>();
    for (const change of changes) {
      const { kind, id, expectedVersion } = change;
      const key = `${kind} ${id}`;
      const actualVersion = (after.has(key) ? after.get(key) : this.#documents.get(key))?.version ?? 0;
      if (actualVersion !== expectedVersion) conflicts.push({ kind, id, expectedVersion, actualVersion });
      after.set(
        key,
        change.type === 'put'
          ? { kind, id, version: expectedVersion + 1, body: structuredClone(change.body) }
          : undefined,
      );
    }
    let changesSomething = false;
    if (conflicts.length === 0) {
      for (const [key, document] of after) {
        changesSomething ||= document !== undefined || this.#documents.has(key);
        if (document) this.#documents.set(key, document);
        else this.#documents.delete(key);
      }
    }
    return { conflicts, changesSomething };
  }

  query(
    kind: DocumentKind,
    query: StorageQuery,
    after?: ModelCursor,
  ): { documents: StoredDocument[]; cursor?: ModelCursor } {
    const { index, equals = [], from, to, descending = false, limit = Infinity } = query;
    const { indexes }: DocumentKindDeclaration = documentKinds[kind];
    const fields = index === 'id' ? [] : (indexes[index] ?? []);
    const keyOf = ({ id, body = {} }: StoredDocument): unknown[] => [
      ...fields.map((field) => valueOf(body, field)),
      id,
    ];
    const direction = descending ? -1 : 1;
    const found = [...this.#documents.values()]
      .filter((document) => document.kind === kind)
      .filter((document) => fields.every((field) => valueOf(document.body ?? {}, field) !== undefined))
      .filter((document) => equals.every((value, position) => keyOf(document)[position] === value))
      .filter((document) => from === undefined || compareValues(keyOf(document)[equals.length], from) >= 0)
      .filter((document) => to === undefined || compareValues(keyOf(document)[equals.length], to) <= 0)
      .sort((one, other) => direction * compareLists(keyOf(one), keyOf(other)))
      .filter((document) => after === undefined || direction * compareLists(keyOf(document), after) > 0);
    const documents = found.slice(0, limit);
    return found.length > documents.length ? { documents, cursor: keyOf(documents.at(-1)!) } : { documents };
  }
}

function valueOf(body: JsonObject, field: string): unknown {
  const value = Object.entries(body).find(([key]) => key === field)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function compareLists(one: readonly unknown[], other: readonly unknown[]): number {
  return one.map((value, position) => compareValues(value, other[position])).find((order) => order !== 0) ?? 0;
}

function compareValues(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'number') return -1;
  if (typeof other === 'number') return 1;
  return compareCodeUnits(String(one), String(other));
}

function compareCodeUnits(one: string, other: string): number {
  for (let position = 0; position < Math.min(one.length, other.length); position += 1) {
    const order = one.charCodeAt(position) - other.charCodeAt(position);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}
