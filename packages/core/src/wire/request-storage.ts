import type { DocumentKind } from '../model/document-kinds.js';
import type { CommitReceipt, Storage, StorageChange, StoredDocument } from '../ports/storage.js';
import { conflict } from '../storage/refusals.js';
import type { DocumentName } from './sync-routes.js';

/** What a request demands of a document before anything is written. */
export interface Precondition extends DocumentName {
  /** The version it has to have; `any` for whatever is there, `none` for a document that is to be made. */
  readonly expected: number | 'any' | 'none';
}

/** How the storage of a request differs from the one it stands before. */
export interface RequestStorageOptions {
  readonly precondition?: Precondition | undefined;
  /** Holds the commit back until `settle`, so that what follows from it can be written together with it. */
  readonly holdsBack?: boolean;
  /** Called before anything is written. @throws CoachingError when the request is not to go on */
  readonly assertGoesOn?: () => void;
}

/** The storage of one request. Closing it closes nothing, and nobody hears changes through it. */
export interface RequestStorage extends Storage {
  /** What was held back so far. */
  readonly held: readonly StorageChange[];
  /** The documents that were written, with the versions they have since; 0 for deleted ones. */
  readonly written: readonly (DocumentName & { readonly version: number })[];
  /** The version of a document as this request has read or written it last; undefined when it did neither. */
  readonly versionOf: (kind: DocumentKind, id: string) => number | undefined;
  /** Writes these changes in one commit. From then on nothing is held back. @throws CoachingError as `commit` */
  settle(changes: readonly StorageChange[]): Promise<CommitReceipt>;
  /** Resolves when nothing is held back any more; at once when nothing was. */
  settled(): Promise<void>;
}

/**
 * Stands before a storage for the length of one request: checks the precondition when the use case commits, which is
 * after it has decided about access, so that a version is told to nobody who may not know it.
 */
export function requestStorage(
  storage: Storage,
  { precondition, holdsBack = false, assertGoesOn = () => undefined }: RequestStorageOptions,
): RequestStorage {
  const versions = new Map<string, number>();
  // A use case asks for the same person again and again. What it has read it has decided on, and the versions with which
  // it writes are those it has read, so that nothing is written over what came in between.
  const reads = new Map<string, Promise<StoredDocument | undefined>>();
  const held: StorageChange[] = [];
  const written = new Map<string, DocumentName & { readonly version: number }>();
  let isSettled = !holdsBack;
  let isChecked = precondition === undefined;
  let tellSettled: () => void = () => undefined;
  const settling = new Promise<void>((resolve) => (tellSettled = resolve));

  const remember = ({ kind, id, version }: StoredDocument): void => void versions.set(nameOf(kind, id), version);

  const check = async (changes: readonly StorageChange[]): Promise<void> => {
    if (isChecked || precondition === undefined) return;
    isChecked = true;
    const { kind, id, expected } = precondition;
    const change = changes.find((each) => each.kind === kind && each.id === id);
    const actualVersion = change?.expectedVersion ?? (await storage.get(kind, id))?.version ?? 0;
    const expectedVersion = expected === 'none' ? 0 : expected;
    if (expectedVersion !== 'any' && expectedVersion !== actualVersion)
      throw conflict([{ kind, id, expectedVersion, actualVersion }]);
  };

  const write = async (changes: readonly StorageChange[]): Promise<CommitReceipt> => {
    assertGoesOn();
    reads.clear();
    const receipt = await storage.commit(changes);
    for (const { type, kind, id, expectedVersion } of changes) {
      const version = type === 'put' ? expectedVersion + 1 : 0;
      versions.set(nameOf(kind, id), version);
      written.set(nameOf(kind, id), { kind, id, version });
    }
    return receipt;
  };

  return {
    capabilities: storage.capabilities,
    get status() {
      return storage.status;
    },
    held,
    get written() {
      return [...written.values()];
    },
    versionOf: (kind, id) => versions.get(nameOf(kind, id)),

    async get(kind, id) {
      const change = isSettled ? undefined : held.findLast((each) => each.kind === kind && each.id === id);
      if (change?.type === 'delete') return undefined;
      if (change !== undefined) return { kind, id, version: change.expectedVersion + 1, body: change.body };
      const name = nameOf(kind, id);
      const reading = reads.get(name) ?? storage.get(kind, id);
      reads.set(name, reading);
      const found = await reading;
      remember(found ?? { kind, id, version: 0 });
      return found;
    },

    async query(kind, query) {
      const page = await storage.query(kind, query);
      page.documents.forEach(remember);
      return page;
    },

    async commit(changes) {
      assertGoesOn();
      await check(changes);
      if (isSettled) return write(changes);
      held.push(...changes);
      return { level: storage.status.level };
    },

    async settle(changes) {
      const receipt = await write(changes);
      isSettled = true;
      tellSettled();
      return receipt;
    },

    settled: () => (isSettled || held.length === 0 ? Promise.resolve() : settling),
    subscribe: () => () => undefined,
    wipe: () => storage.wipe(),
    close: () => Promise.resolve(),
  };
}

function nameOf(kind: DocumentKind, id: string): string {
  return `${kind}/${id}`;
}
