import { CoachingError, type StoredDocument, type Storage } from '@coachkit/core';
import type { StorageHarness, StorageScope } from '../storage-suite/harness.js';
import { faultyStorage, insteadOf, type FaultyStorage } from './faulty-storage-type.js';

/** Faults between a storage and the medium that it shares with others. */
export const mediumFaults: readonly FaultyStorage[] = [
  faultyStorage(
    'silent success on a full disk',
    'catches the error of a full disk and says that all is well',
    [14],
    (good) => ({
      async commit(changes) {
        try {
          return await good.commit(changes);
        } catch (error) {
          if (!CoachingError.isInstance(error) || error.code !== 'storage-full') throw error;
          return { level: good.status.level };
        }
      },
    }),
  ),

  faultyStorage(
    'keeps half on a full disk',
    'writes what still fits, deletes what makes room, and only then says that the disk is full',
    [14],
    (good) => ({
      async commit(changes) {
        try {
          return await good.commit(changes);
        } catch (error) {
          if (CoachingError.isInstance(error) && error.code === 'storage-full') {
            await good.commit(changes.filter(({ type }) => type === 'delete'));
          }
          throw error;
        }
      },
    }),
  ),

  faultyStorage(
    'reads what it has read before',
    'keeps a cache that only its own commits renew, so that what another tab has written is not seen',
    [14],
    (good) => {
      const cache = new Map<string, StoredDocument | undefined>();
      return {
        async get(kind, id) {
          const key = `${kind} ${id}`;
          if (!cache.has(key)) cache.set(key, await good.get(kind, id));
          return structuredClone(cache.get(key));
        },
        async commit(changes) {
          for (const { kind, id } of changes) cache.delete(`${kind} ${id}`);
          const receipt = await good.commit(changes);
          for (const { kind, id } of changes) cache.delete(`${kind} ${id}`);
          return receipt;
        },
      };
    },
  ),

  faultyStorage(
    'answers before it has written',
    'resolves a commit at once and writes later: fast in every benchmark, and gone when the page is',
    [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20],
    (good) => ({
      commit(changes) {
        const copy = structuredClone(changes);
        setTimeout(() => void good.commit(copy).catch(() => undefined), 300);
        return Promise.resolve({ level: good.status.level });
      },
    }),
  ),

  {
    name: 'forgets when it is closed',
    fault: 'says that documents have reached the device while they are in memory only',
    breaks: [16],
    over: (harness) => {
      // Each time a storage was closed, the scope starts anew.
      const closures = new Map<string, number>();
      return {
        ...harness,
        async open(scope) {
          const count = closures.get(scope.tenantId) ?? 0;
          const tenantId = count === 0 ? scope.tenantId : `${scope.tenantId} after ${count}`;
          const good = await harness.open({ ...scope, tenantId });
          return insteadOf(good, {
            capabilities: { ...good.capabilities, level: 'device' },
            close() {
              if (closures.get(scope.tenantId) === undefined) closures.set(scope.tenantId, count + 1);
              return good.close();
            },
          });
        },
      };
    },
  },

  ofTenant('ignores the tenant', 'leaves the tenant out of its keys', [10, 12, 17], () => 'everybody'),

  ofTenant('ignores the case of a tenant', 'compares tenants as its database compares text', [12], (tenantId) =>
    tenantId.toLowerCase(),
  ),

  ofTenant('takes tenants for folders', 'makes a file name of a tenant that two of them share', [12], (tenantId) =>
    tenantId.replace(/[^\w-]/g, '_'),
  ),

  faultyStorage(
    'the unreadable hides the rest',
    'fails a query when one document in it cannot be read',
    [20],
    (good) => ({
      async query(kind, query) {
        const page = await good.query(kind, query);
        if (page.documents.some(({ unreadable }) => unreadable !== undefined)) {
          throw new CoachingError('storage-unavailable', 'a document cannot be read');
        }
        return page;
      },
    }),
  ),

  faultyStorage(
    'leaves out the unreadable',
    'keeps quiet about what it cannot read, so that nobody knows that something is missing',
    [20],
    (good) => ({
      async get(kind, id) {
        const document = await good.get(kind, id);
        return document?.unreadable === undefined ? document : undefined;
      },
      async query(kind, query) {
        const page = await good.query(kind, query);
        return { ...page, documents: page.documents.filter(({ unreadable }) => unreadable === undefined) };
      },
    }),
  ),
];

/** A faulty adapter that takes some tenants for others. */
function ofTenant(
  name: string,
  fault: string,
  breaks: readonly number[],
  confuse: (tenantId: string) => string,
): FaultyStorage {
  const confused = (scope: StorageScope): StorageScope => ({ ...scope, tenantId: confuse(scope.tenantId) });
  return {
    name,
    fault,
    breaks,
    over: (harness: StorageHarness) => ({
      ...harness,
      open: (scope): Storage | Promise<Storage> => harness.open(confused(scope)),
      ...(harness.damage && { damage: (scope, kind, id) => harness.damage?.(confused(scope), kind, id) }),
    }),
  };
}
