import { CoachingError } from '@coachkit/core';
import { closed, storageFull, unavailable } from '@coachkit/core/storage-parts';
import type { OpenedDatabase } from './open-database.js';
import { done, isDeadHandle, isNamed } from './requests.js';

/** What becomes of the handle, for the status of the storage. */
export interface ConnectionEvents {
  /** Work was done on this database. */
  worked(opened: OpenedDatabase): void;
  /** Neither the handle nor a new one worked. */
  lost(): void;
  /** Somebody deleted the database. */
  deleted(): void;
}

/**
 * The one owner of the database handle. Lets go at once when another tab wants to upgrade or delete the database,
 * opens it again when it is needed next, and does work again on a new handle when the old one turns out to be dead.
 */
export class Connection {
  readonly #open: () => Promise<OpenedDatabase>;
  readonly #events: ConnectionEvents;
  #opened: OpenedDatabase | undefined;
  #opening: Promise<OpenedDatabase> | undefined;
  #isClosed = false;

  constructor(first: OpenedDatabase, open: () => Promise<OpenedDatabase>, events: ConnectionEvents) {
    this.#open = open;
    this.#events = events;
    this.#adopt(first);
  }

  /**
   * Does work on the database; once more on a new handle when the first turned out to be dead. `isRetry` says so: what
   * the first attempt asked for may have been done although nobody heard.
   * @throws CoachingError whatever the work throws; `storage-full` | `storage-unavailable` | `closed`
   */
  async run<Result>(work: (opened: OpenedDatabase, isRetry: boolean) => Promise<Result>): Promise<Result> {
    let failure: unknown;
    for (const isRetry of [false, true]) {
      if (this.#isClosed) throw closed();
      let opened: OpenedDatabase | undefined;
      try {
        opened = this.#opened ?? (await this.#reopen());
        const result = await work(opened, isRetry);
        this.#events.worked(opened);
        return result;
      } catch (error) {
        if (opened && !isDeadHandle(error)) throw asCoachingError(error);
        failure = error;
        if (opened) this.#forget(opened.database);
      }
    }
    if (this.#isClosed) throw closed();
    this.#events.lost();
    throw unavailable('the database handle is dead and opening it again did not help', failure);
  }

  /** Removes every record, where that is possible without waiting for a new handle. */
  async empty(): Promise<void> {
    if (!this.#opened) return;
    const { database } = this.#opened;
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores, 'readwrite');
    for (const store of stores) transaction.objectStore(store).clear();
    await done(transaction);
  }

  /** Lets go for good. What is under way comes to its end. */
  close(): void {
    this.#isClosed = true;
    if (this.#opened) this.#forget(this.#opened.database);
  }

  async #reopen(): Promise<OpenedDatabase> {
    this.#opening ??= this.#open().finally(() => (this.#opening = undefined));
    const opened = await this.#opening;
    if (this.#isClosed) {
      opened.database.close();
      throw closed();
    }
    if (this.#opened !== opened) this.#adopt(opened);
    return opened;
  }

  #adopt(opened: OpenedDatabase): void {
    const { database } = opened;
    this.#opened = opened;
    database.onversionchange = ({ newVersion }) => {
      this.#forget(database);
      if (newVersion !== null) return;
      this.#isClosed = true;
      this.#events.deleted();
    };
    // Cut off by the browser: the profile was cleared, or its disk is gone.
    database.onclose = () => this.#forget(database);
  }

  #forget(database: IDBDatabase): void {
    database.close();
    if (this.#opened?.database === database) this.#opened = undefined;
  }
}

/** What callers of a storage see of an error: its code, or a mistake of theirs as it is. */
function asCoachingError(error: unknown): unknown {
  if (CoachingError.isInstance(error) || error instanceof RangeError) return error;
  if (isNamed(error, 'QuotaExceededError')) return storageFull(error);
  return unavailable('the database failed', error);
}
