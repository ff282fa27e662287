import type { Storage, StorageEvent } from '@coachkit/core';
import type { StorageHarness, StorageNeed, StorageScope } from './harness.js';

/** One case of the suite. It has a tenant of its own, so cases can run in any order and over a medium in use. */
export interface StorageSuiteCase {
  /** The number of the promise in the port `Storage`. */
  readonly promise: number;
  /** A sentence that is true of an adapter that keeps the promise. Unique. */
  readonly name: string;
  readonly needs?: StorageNeed;
  /** Rejects with the reason when the promise is not kept. */
  run(harness: StorageHarness): Promise<void>;
}

/** What the body of a case works with. */
export interface CaseContext {
  readonly harness: StorageHarness;
  /** The scope of the case's own tenant; with a suffix, of another tenant that is the case's own too. */
  readonly scope: (suffix?: string) => StorageScope;
  /** Opens a storage of a scope. It is wiped and closed when the case is over. */
  readonly open: (suffix?: string) => Promise<Storage>;
}

/** Defines a case. */
export function storageCase(
  promise: number,
  name: string,
  body: (context: CaseContext) => Promise<void>,
  needs?: StorageNeed,
): StorageSuiteCase {
  const run = async (harness: StorageHarness): Promise<void> => {
    const tenant = `suite-${crypto.randomUUID()}`;
    const opened: Storage[] = [];
    const scope = (suffix = ''): StorageScope => ({ tenantId: tenant + suffix, personId: 'suite-person' });
    const open = async (suffix?: string): Promise<Storage> => {
      const storage = await harness.open(scope(suffix));
      opened.push(storage);
      return storage;
    };
    try {
      await body({ harness, scope, open });
    } finally {
      await leaveNothing(opened);
    }
  };
  return needs === undefined ? { promise, name, run } : { promise, name, needs, run };
}

/** Listens to a storage and keeps what it hears. */
export function record(storage: Storage): { readonly events: readonly StorageEvent[]; readonly stop: () => void } {
  const events: StorageEvent[] = [];
  return { events, stop: storage.subscribe((event) => events.push(event)) };
}

/** Waits until something is true; the case fails when it does not become so within three seconds. */
export async function until(isTrue: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    if (isTrue()) return;
    await pause(10);
  }
  throw new Error(`did not happen: ${what}`);
}

/** Waits some milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function leaveNothing(storages: readonly Storage[]): Promise<void> {
  // What goes wrong here says nothing about the promise of the case: wiping and closing have cases of their own.
  for (const storage of storages) await storage.wipe().catch(() => undefined);
  for (const storage of storages) await storage.close().catch(() => undefined);
}
