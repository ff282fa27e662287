import {
  CoachingError,
  type CommitReceipt,
  type DocumentKind,
  type Storage,
  type StorageChange,
  type StoredDocument,
} from '@coachkit/core';
import { pause } from '../storage-suite/storage-case.js';
import { faultyStorage } from './faulty-storage-type.js';

/** Faults of commits, versions and deletions. */
export const commitFaults = [
  faultyStorage(
    'lost update',
    'writes over whatever version is there: the second of two people wins, and the first never learns of it',
    [4, 5, 13, 15, 19],
    (good) => ({ commit: (changes) => overwrite(good, structuredClone(changes)) }),
  ),

  faultyStorage(
    'check, then write',
    'compares versions first and writes a moment later: right in every test with one writer',
    [13],
    (good) => ({
      async commit(given) {
        const changes = structuredClone(given);
        await refuseConflicts(good, changes);
        await pause(1);
        return overwrite(good, changes);
      },
    }),
  ),

  faultyStorage(
    'half-applied batch',
    'writes one change after the other, so that what came before a conflict stays',
    [4, 13, 15, 19],
    (good) => ({
      async commit(given) {
        const changes = structuredClone(given);
        let receipt = await good.commit([]);
        const refused = [];
        for (const change of changes) {
          try {
            receipt = await good.commit([change]);
          } catch (error) {
            if (!CoachingError.isInstance(error) || error.code !== 'conflict') throw error;
            refused.push(...error.documents);
          }
        }
        if (refused.length > 0)
          throw new CoachingError('conflict', 'some changes were refused', { documents: refused });
        return receipt;
      },
    }),
  ),

  faultyStorage(
    'names one conflict',
    'stops comparing at the first difference, so that a person who corrects it meets the next one',
    [5],
    (good) => ({
      async commit(changes) {
        try {
          return await good.commit(changes);
        } catch (error) {
          if (!CoachingError.isInstance(error) || error.code !== 'conflict') throw error;
          throw new CoachingError('conflict', error.message, { documents: error.documents.slice(0, 1) });
        }
      },
    }),
  ),

  faultyStorage(
    'versions do not restart',
    'counts on where a deleted document of the same id has ended, as a row that is only marked deleted does',
    [6],
    (good) => countOnAfterDeletion(good),
  ),

  faultyStorage(
    'deleted documents linger in an index',
    'answers a query as it did before when the document was only deleted: an index that is rebuilt on writes alone',
    [7, 19],
    (good) => {
      const deleted = new Map<string, StoredDocument>();
      return {
        async commit(given) {
          const changes = structuredClone(given);
          const documents = await Promise.all(changes.map(({ kind, id }) => good.get(kind, id)));
          const receipt = await good.commit(changes);
          for (const [position, { type, kind, id }] of changes.entries()) {
            const document = documents[position];
            if (type === 'put') deleted.delete(`${kind} ${id}`);
            else if (document) deleted.set(`${kind} ${id}`, document);
          }
          return receipt;
        },
        async query(kind, query) {
          const page = await good.query(kind, query);
          const lingering = [...deleted.values()].filter((document) => document.kind === kind);
          if (query.limit !== undefined || query.index === 'id') return page;
          return { ...page, documents: [...page.documents, ...lingering] };
        },
      };
    },
  ),
];

/** Writes whatever is stored, again and again until nothing comes in between. */
async function overwrite(good: Storage, changes: readonly StorageChange[]): Promise<CommitReceipt> {
  for (;;) {
    try {
      return await good.commit(await asExpected(good, changes));
    } catch (error) {
      if (!CoachingError.isInstance(error) || error.code !== 'conflict') throw error;
    }
  }
}

/**
 * The changes with the versions that are stored, or that an earlier change of the same commit leaves, so that nothing
 * conflicts.
 */
async function asExpected(storage: Storage, changes: readonly StorageChange[]): Promise<StorageChange[]> {
  const stored = await storedVersions(storage, changes);
  const left = new Map<string, number>();
  return changes.flatMap((change, position): StorageChange[] => {
    const document = `${change.kind} ${change.id}`;
    const expectedVersion = left.get(document) ?? stored[position] ?? 0;
    left.set(document, change.type === 'delete' ? 0 : expectedVersion + 1);
    return change.type === 'delete' && expectedVersion === 0 ? [] : [{ ...change, expectedVersion }];
  });
}

async function refuseConflicts(storage: Storage, changes: readonly StorageChange[]): Promise<void> {
  const versions = await storedVersions(storage, changes);
  const documents = changes.flatMap(({ kind, id, expectedVersion }, position) => {
    const actualVersion = versions[position] ?? 0;
    return actualVersion === expectedVersion ? [] : [{ kind, id, expectedVersion, actualVersion }];
  });
  if (documents.length > 0) throw new CoachingError('conflict', 'other versions are stored', { documents });
}

function storedVersions(storage: Storage, changes: readonly StorageChange[]): Promise<number[]> {
  return Promise.all(changes.map(async ({ kind, id }) => (await storage.get(kind, id))?.version ?? 0));
}

function countOnAfterDeletion(good: Storage): Partial<Storage> {
  const ended = new Map<string, number>();
  const before = (kind: DocumentKind, id: string): number => ended.get(`${kind} ${id}`) ?? 0;
  const shown = (document: StoredDocument): StoredDocument => ({
    ...document,
    version: document.version + before(document.kind, document.id),
  });
  return {
    async get(kind, id) {
      const document = await good.get(kind, id);
      return document && shown(document);
    },
    async query(kind, query) {
      const page = await good.query(kind, query);
      return { ...page, documents: page.documents.map(shown) };
    },
    async commit(changes) {
      const inner = changes.map((change) => {
        const offset = change.expectedVersion === 0 ? 0 : before(change.kind, change.id);
        return { ...change, expectedVersion: change.expectedVersion - offset };
      });
      const receipt = await good.commit(inner).catch((error: unknown) => {
        throw CoachingError.isInstance(error) && error.code === 'conflict' ? withOuterVersions(error, before) : error;
      });
      for (const { type, kind, id, expectedVersion } of changes)
        if (type === 'delete') ended.set(`${kind} ${id}`, expectedVersion);
      return receipt;
    },
  };
}

function withOuterVersions(error: CoachingError, before: (kind: DocumentKind, id: string) => number): CoachingError {
  const documents = error.documents.map((document) => {
    const offset = before(document.kind as DocumentKind, document.id);
    const outer = (version: number): number => (version === 0 ? 0 : version + offset);
    return {
      ...document,
      expectedVersion: outer(document.expectedVersion),
      actualVersion: outer(document.actualVersion),
    };
  });
  return new CoachingError('conflict', error.message, { documents });
}
