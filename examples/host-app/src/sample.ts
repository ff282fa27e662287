import { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';
import { createMemoryStorage, type Coaching, type Storage, type StorageStatus } from '@coachkit/core';
import { createDemoCoaching, demoTenantId } from '@coachkit/core/demo';

/**
 * The sample organisation of this browser. One database holds it for everybody, so that a manager, an employee and
 * somebody of the programme see the same: that is what a demonstration needs. A product gives each person a database
 * and a key of their own.
 */
export class Sample {
  readonly #channel = new BroadcastChannel('northwind-people');
  readonly #storage: Promise<Storage>;

  /** @param statusChanged - hears how far what is entered is kept, at first and whenever that changes */
  constructor(statusChanged: (status: StorageStatus) => void) {
    this.#storage = openStorage();
    void this.#storage.then((storage) => {
      statusChanged(storage.status);
      storage.subscribe((event) => {
        if (event.type === 'status') statusChanged(event.status);
      });
    });
    this.#channel.addEventListener('message', () => location.reload());
  }

  /** Acts for a person from here on. The sample is drawn when there is none yet. */
  async signIn(personId: string): Promise<Coaching> {
    const storage = await this.#storage;
    return createDemoCoaching({ as: personId, storage: keptOpen(storage) });
  }

  /** Draws the sample anew: what was entered is gone, in every window. */
  async reset(): Promise<void> {
    await (await this.#storage).wipe();
    this.#channel.postMessage('reset');
    location.reload();
  }
}

/** Made-up people need no key; with real ones this option has no place. */
async function openStorage(): Promise<Storage> {
  try {
    const storage = await createIndexedDbStorage({ tenantId: demoTenantId, encryption: 'off-for-local-demo' });
    await createDemoCoaching({ storage: keptOpen(storage) });
    return storage;
  } catch {
    // A device without room, or with storage that is broken: the demonstration goes on, and says so.
    return createMemoryStorage({ tenantId: demoTenantId });
  }
}

/** The storage as one sign-in may hold it: closing it is left to the page, which needs it for the next one. */
function keptOpen(storage: Storage): Storage {
  return {
    get capabilities() {
      return storage.capabilities;
    },
    get status() {
      return storage.status;
    },
    get: (kind, id) => storage.get(kind, id),
    query: (kind, query) => storage.query(kind, query),
    commit: (changes) => storage.commit(changes),
    subscribe: (listener) => storage.subscribe(listener),
    wipe: () => storage.wipe(),
    close: () => Promise.resolve(),
  };
}
