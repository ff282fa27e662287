import type { Actor, CommitReceipt, Storage, StorageChange, StorageSource } from '@coachkit/core';

/** What is done instead of a commit; `good` is the storage that the commit was meant for. */
export type Committing = (actor: Actor, changes: readonly StorageChange[], good: Storage) => Promise<CommitReceipt>;

/** A source that does as another one does, except for commits. */
export function withCommits(source: StorageSource, commit: Committing): StorageSource {
  return {
    ready: () => source.ready(),
    close: () => source.close(),
    storageFor(actor) {
      const good = source.storageFor(actor);
      return {
        capabilities: good.capabilities,
        get status() {
          return good.status;
        },
        get: (kind, id) => good.get(kind, id),
        query: (kind, query) => good.query(kind, query),
        commit: (changes) => commit(actor, changes, good),
        subscribe: (listener) => good.subscribe(listener),
        wipe: () => good.wipe(),
        close: () => good.close(),
      };
    },
  };
}
