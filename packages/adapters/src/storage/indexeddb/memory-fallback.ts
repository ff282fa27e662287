import type { Storage, StorageCapabilities, StorageNotice, StorageStatus } from '@coachkit/core';
import { closed, createListeners } from '@coachkit/core/storage-parts';
import { createMemoryStorage } from '../memory.js';

/** Why documents go into memory, and what is left to remove from the device. */
export interface MemoryFallbackParts {
  readonly tenantId: string;
  readonly notice: StorageNotice;
  readonly capabilities: StorageCapabilities;
  /** Removes what an earlier page kept on the device. */
  readonly wipeDevice: () => Promise<void>;
  /** Lets go of everything else. */
  readonly close: () => void;
}

/**
 * Keeps documents in memory because the device will not, and says so in `status`. It stays in memory until the page is
 * loaded again: what was kept on the device may differ from what was written here.
 */
export function createMemoryFallback(parts: MemoryFallbackParts): Storage {
  const { tenantId, notice, capabilities, wipeDevice, close } = parts;
  const memory = createMemoryStorage({ tenantId });
  const status: StorageStatus = { level: 'memory', readOnly: false, notice };
  const listeners = createListeners();
  let isClosed = false;
  memory.subscribe((event) => listeners.emit(event.type === 'status' ? { type: 'status', status } : event));
  // Told once those who have just been handed this storage had a turn to subscribe.
  setTimeout(() => listeners.emit({ type: 'status', status }), 0);
  return {
    capabilities,
    status,
    get: (kind, id) => memory.get(kind, id),
    query: (kind, query) => memory.query(kind, query),
    commit: (changes) => memory.commit(changes),
    subscribe: (listener) => listeners.add(listener),
    async wipe() {
      if (isClosed) throw closed();
      await wipeDevice();
      isClosed = true;
      await memory.wipe();
      close();
    },
    async close() {
      isClosed = true;
      await memory.close();
      listeners.clear();
      close();
    },
  };
}
