import type { Storage, StorageCapabilities, StorageNotice } from '@coachkit/core';
import { databaseNameFor } from './database-name.js';
import { deleteDatabase } from './delete-database.js';
import { DeviceStorage } from './device-storage.js';
import { createMemoryFallback } from './memory-fallback.js';
import { openDatabase, OpeningFailed } from './open-database.js';
import { resolveKey, type IndexedDbStorageOptions } from './options.js';
import { joinOtherTabs } from './other-tabs.js';
import type { UpgradeStep } from './schema.js';
import { sealerFor } from './sealing.js';

/**
 * Opens the storage of one person on this device, or goes on in memory where the device keeps nothing.
 * @param steps the upgrade steps of the stored form; tests hand over older and newer ones
 * @throws CoachingError as `createIndexedDbStorage`
 */
export async function openStorage(options: IndexedDbStorageOptions, steps: readonly UpgradeStep[]): Promise<Storage> {
  const { tenantId, personId } = options;
  const key = await resolveKey(options);
  const factory = findFactory(options);
  const inMemory = (
    notice: StorageNotice,
    hearsOthers = false,
    rest = { wipeDevice: nothing, close: () => {} },
  ): Storage => {
    const capabilities: StorageCapabilities = { level: 'device', hearsOthers, encryptsWords: key !== undefined };
    return createMemoryFallback({ tenantId, notice, capabilities, ...rest });
  };
  // Without WebCrypto (an insecure origin) no word could be encrypted and no database named.
  if (!factory || !(crypto.subtle as SubtleCrypto | undefined)) return inMemory('no-device-storage');

  const sealer = key && (await sealerFor(key));
  const address = { factory, name: await databaseNameFor(tenantId, personId), steps };
  const tabs = joinOtherTabs(address.name);
  try {
    return new DeviceStorage({ address, opened: await openDatabase(address, tabs), tabs, sealer });
  } catch (error) {
    if (!(error instanceof OpeningFailed)) throw error;
    // A sandboxed frame refuses everything, and so has nothing to wipe either.
    const wipeDevice = error.isRefused ? nothing : () => deleteDatabase(factory, address.name, tabs);
    return inMemory(error.notice, tabs.isHeard, { wipeDevice, close: () => tabs.close() });
  }
}

function findFactory({ indexedDB }: IndexedDbStorageOptions): IDBFactory | undefined {
  try {
    return indexedDB ?? globalThis.indexedDB;
  } catch {
    // Some browsers throw already here in a sandboxed frame.
    return undefined;
  }
}

async function nothing(): Promise<void> {
  // There is nothing on the device to remove.
}
