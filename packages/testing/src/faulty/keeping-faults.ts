import type { StorageChange, StoredDocument } from '@coachkit/core';
import { pause } from '../storage-suite/storage-case.js';
import { faultyStorage } from './faulty-storage-type.js';

/** Faults of keeping documents and of copying them in and out. */
export const keepingFaults = [
  faultyStorage(
    'finds what nobody has put there',
    'keeps documents in a plain object, which has a `constructor` from the start',
    [2],
    (good) => ({
      async get(kind, id) {
        const document = await good.get(kind, id);
        return document ?? (id in {} ? { kind, id, version: 1, body: {} } : undefined);
      },
    }),
  ),

  faultyStorage(
    'aliases arguments',
    'reads the changes after something else was awaited, when their owner has long gone on writing into them',
    [3],
    (good) => ({
      async commit(changes) {
        await pause(1);
        return good.commit(changes);
      },
    }),
  ),

  faultyStorage(
    'copies bodies and aliases what they hold',
    'copies an argument with a spread, which leaves the lists and objects inside shared',
    [3],
    (good) => ({
      async commit(changes) {
        const shallow = changes.map((change): StorageChange =>
          change.type === 'put' ? { ...change, body: { ...change.body } } : { ...change },
        );
        await pause(1);
        return good.commit(shallow);
      },
    }),
  ),

  faultyStorage(
    'aliases results',
    'hands out the object that it keeps in a cache until the next change',
    [3],
    (good) => {
      const cache = new Map<string, StoredDocument>();
      good.subscribe(() => cache.clear());
      const cached = (document: StoredDocument): StoredDocument => {
        const key = `${document.kind} ${document.id}`;
        const known = cache.get(key) ?? document;
        cache.set(key, known);
        return known;
      };
      return {
        async get(kind, id) {
          const document = await good.get(kind, id);
          return document && cached(document);
        },
        async query(kind, query) {
          const page = await good.query(kind, query);
          return { ...page, documents: page.documents.map(cached) };
        },
      };
    },
  ),
];
