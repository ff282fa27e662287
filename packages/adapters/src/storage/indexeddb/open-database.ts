import type { StorageNotice } from '@coachkit/core';
import type { OtherTabs } from './other-tabs.js';
import { isNamed } from './requests.js';
import { upgrade, type UpgradeStep } from './schema.js';

/** Where a database is and what form it should have. */
export interface DatabaseAddress {
  readonly factory: IDBFactory;
  readonly name: string;
  readonly steps: readonly UpgradeStep[];
}

/** An open database. */
export interface OpenedDatabase {
  readonly database: IDBDatabase;
  /** Whether a newer version of CoachKit wrote it; then it may be read and not written. */
  readonly isNewer: boolean;
}

/** The database cannot be opened now; `notice` is what to tell people. */
export class OpeningFailed extends Error {
  readonly notice: StorageNotice;
  /** Whether the page may not use IndexedDB at all. */
  readonly isRefused: boolean;

  constructor(notice: StorageNotice, cause?: unknown) {
    super(`the database did not open: ${notice}`, { cause });
    this.notice = notice;
    this.isRefused = isNamed(cause, 'SecurityError');
  }
}

/** How long to wait for an older tab that holds up an upgrade, in milliseconds. */
const heldUpTime = 2_000;
/** How long to wait for a database that neither opens nor fails: longer, because a busy disk can be slow for once. */
const silenceTime = 10_000;

/**
 * Opens a database, creates or upgrades it where needed. A request that was given up is closed as soon as it succeeds,
 * so that it holds up nobody else.
 * @throws OpeningFailed
 */
export async function openDatabase(address: DatabaseAddress, tabs: OtherTabs): Promise<OpenedDatabase> {
  try {
    return { database: await open(address, address.steps.length, tabs), isNewer: false };
  } catch (error) {
    if (!isNamed(error, 'VersionError')) throw asFailure(error);
  }
  try {
    return { database: await open(address, undefined, tabs), isNewer: true };
  } catch (error) {
    throw asFailure(error);
  }
}

function open(
  { factory, name, steps }: DatabaseAddress,
  version: number | undefined,
  tabs: OtherTabs,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let hasGivenUp = false;
    let isHeldUp = false;
    const giveUp = (notice: StorageNotice): void => {
      hasGivenUp = true;
      reject(new OpeningFailed(notice));
    };
    // A sandboxed frame throws here.
    const request = factory.open(name, version);
    let timer = setTimeout(() => giveUp('no-device-storage'), silenceTime);

    const holdUp = (): void => {
      if (isHeldUp) return;
      isHeldUp = true;
      clearTimeout(timer);
      timer = setTimeout(() => giveUp('blocked-upgrade'), heldUpTime);
    };
    const stopListening = tabs.listen((message) => {
      if (message.type === 'held-up' && !hasGivenUp) holdUp();
      if (message.type === 'opening' && isHeldUp) tabs.tell({ type: 'held-up' });
    });
    const settle = (): void => {
      clearTimeout(timer);
      stopListening();
    };
    tabs.tell({ type: 'opening' });

    request.onblocked = () => {
      holdUp();
      tabs.tell({ type: 'held-up' });
    };
    request.onupgradeneeded = ({ oldVersion }) => {
      // The wait is over and the work has begun, which may take its time.
      if (!hasGivenUp) clearTimeout(timer);
      try {
        if (request.transaction) upgrade(steps, request.result, request.transaction, oldVersion);
      } catch (error) {
        // Thrown on, the host page would see it. What the database held stays as it was.
        reject(asFailure(error));
        request.transaction?.abort();
      }
    };
    request.onsuccess = () => {
      settle();
      if (hasGivenUp) request.result.close();
      else resolve(request.result);
    };
    request.onerror = (event) => {
      event.preventDefault();
      settle();
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a DOMException, never null here
      reject(request.error);
    };
  });
}

function asFailure(error: unknown): OpeningFailed {
  return error instanceof OpeningFailed ? error : new OpeningFailed('no-device-storage', error);
}
