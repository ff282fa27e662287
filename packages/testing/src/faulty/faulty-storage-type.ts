import type { Storage } from '@coachkit/core';
import type { StorageHarness, StorageScope } from '../storage-suite/harness.js';

/** A storage adapter that is broken on purpose, built over one that is not. */
export interface FaultyStorage {
  readonly name: string;
  /** What is wrong with it, and how such a fault comes about. */
  readonly fault: string;
  /** The promises that the suite must find broken, rising. */
  readonly breaks: readonly number[];
  /** Breaks the adapter of a harness. */
  readonly over: (good: StorageHarness) => StorageHarness;
}

/** A storage that does as another does, except for some of its members. */
export function insteadOf(good: Storage, other: Partial<Storage>): Storage {
  return {
    capabilities: good.capabilities,
    get status() {
      return good.status;
    },
    get: (kind, id) => good.get(kind, id),
    query: (kind, query) => good.query(kind, query),
    commit: (changes) => good.commit(changes),
    subscribe: (listener) => good.subscribe(listener),
    wipe: () => good.wipe(),
    close: () => good.close(),
    ...other,
  };
}

/** A faulty adapter that breaks each storage as it is opened. */
export function faultyStorage(
  name: string,
  fault: string,
  breaks: readonly number[],
  spoil: (good: Storage, scope: StorageScope, harness: StorageHarness) => Partial<Storage>,
): FaultyStorage {
  return {
    name,
    fault,
    breaks,
    over: (harness) => ({
      ...harness,
      async open(scope) {
        const good = await harness.open(scope);
        return insteadOf(good, spoil(good, scope, harness));
      },
    }),
  };
}
