import type { Storage } from '../ports/storage.js';
import type { StorageSource } from '../ports/storage-source.js';
import { createMemoryMedium, createMemoryStorage, type MemoryMedium } from './memory.js';

/**
 * A `StorageSource` that keeps every tenant in memory: for tests, examples and trials of a server. What it holds is
 * gone with the process.
 */
export function createMemoryStorageSource(medium: MemoryMedium = createMemoryMedium()): StorageSource {
  const tenants = new Map<string, Storage>();
  return {
    storageFor({ tenantId }) {
      const storage = tenants.get(tenantId) ?? createMemoryStorage({ tenantId, medium });
      tenants.set(tenantId, storage);
      // The storage of the tenant goes on when one of those who were given it is done.
      return { ...storage, close: () => Promise.resolve() };
    },
    ready: () => Promise.resolve(),
    async close() {
      await Promise.all([...tenants.values()].map((storage) => storage.close()));
      tenants.clear();
    },
  };
}
