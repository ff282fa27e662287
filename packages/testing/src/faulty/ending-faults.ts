import { CoachingError, documentKinds, type DocumentKind, type StorageChange, type StorageEvent } from '@coachkit/core';
import { pause } from '../storage-suite/storage-case.js';
import { faultyStorage } from './faulty-storage-type.js';

const everyKind = Object.keys(documentKinds) as DocumentKind[];

/** Faults of listening, wiping and closing. */
export const endingFaults = [
  faultyStorage(
    'tells before it can be read',
    'calls listeners when it begins to write: what they read then is what was there before',
    [14, 15],
    (good) => {
      const listeners = new Set<(event: StorageEvent) => void>();
      return {
        subscribe(listener) {
          listeners.add(listener);
          const stop = good.subscribe((event) => {
            if (event.type !== 'changed' || event.origin !== 'here') listener(event);
          });
          return () => {
            listeners.delete(listener);
            stop();
          };
        },
        async commit(changes) {
          const copy = structuredClone(changes);
          const documents = copy.map(({ type, kind, id }) => ({ kind, id, deleted: type === 'delete' }));
          for (const listener of listeners) callSafely(() => listener({ type: 'changed', documents, origin: 'here' }));
          // Long enough for whoever was told to read what is still the old state.
          await pause(1);
          return good.commit(copy);
        },
      };
    },
  ),

  faultyStorage(
    'listens to itself',
    'hears its own changes a second time, as if another tab had made them',
    [15],
    (good) => ({
      subscribe: (listener) =>
        good.subscribe((event) => {
          listener(event);
          if (event.type === 'changed' && event.origin === 'here') listener({ ...event, origin: 'elsewhere' });
        }),
    }),
  ),

  faultyStorage(
    'one listener stops the others',
    'calls listeners in a row without a guard, so that the first that throws ends it',
    [15],
    (good) => {
      const listeners = new Set<(event: StorageEvent) => void>();
      good.subscribe((event) => listeners.forEach((listener) => listener(event)));
      return {
        subscribe(listener) {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
        async close() {
          listeners.clear();
          await good.close();
        },
      };
    },
  ),

  faultyStorage('survives being closed', 'goes on as if nothing had happened', [18], () => ({
    close: () => Promise.resolve(),
  })),

  faultyStorage('closes once only', 'fails when it is closed a second time', [18], (good) => {
    let isClosed = false;
    return {
      close() {
        if (isClosed) return Promise.reject(new CoachingError('closed', 'this storage was closed'));
        isClosed = true;
        return good.close();
      },
    };
  }),

  faultyStorage(
    'wipe forgets one kind',
    'goes through a list of kinds that was written before drafts existed',
    [17],
    (good, scope, harness) => ({
      async wipe() {
        const { documents } = await good.query('draft', { index: 'id' });
        await good.wipe();
        const storage = await harness.open(scope);
        await storage.commit(
          documents.map(({ kind, id, body = {} }): StorageChange => ({
            type: 'put',
            kind,
            id,
            body,
            expectedVersion: 0,
          })),
        );
        await storage.close();
      },
    }),
  ),

  faultyStorage(
    'wipe forgets what others wrote',
    'removes the documents that this object has committed, and no others',
    [17],
    (good) => {
      const own = new Set<string>();
      return {
        async commit(changes) {
          const names = changes.map(({ kind, id }) => `${kind} ${id}`);
          const receipt = await good.commit(changes);
          for (const name of names) own.add(name);
          return receipt;
        },
        async wipe() {
          const found = await Promise.all(everyKind.map((kind) => good.query(kind, { index: 'id' })));
          const removals = found
            .flatMap(({ documents }) => documents)
            .filter(({ kind, id }) => own.has(`${kind} ${id}`))
            .map(({ kind, id, version }): StorageChange => ({ type: 'delete', kind, id, expectedVersion: version }));
          await good.commit(removals);
        },
      };
    },
  ),

  faultyStorage('wipe answers too early', 'starts to wipe and does not wait for it', [17, 18], (good) => ({
    wipe() {
      setTimeout(() => void good.wipe().catch(() => undefined), 50);
      return Promise.resolve();
    },
  })),
];

function callSafely(call: () => void): void {
  try {
    call();
  } catch {
    // Not the fault that this adapter is about.
  }
}
