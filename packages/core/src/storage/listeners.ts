import type { StorageEvent } from '../ports/storage.js';

/** Those who want to hear of changes. */
export interface Listeners {
  /** Adds a listener and returns the function that removes it; the same one may be added twice. */
  add(listener: (event: StorageEvent) => void): () => void;
  /** Tells all of them. */
  emit(event: StorageEvent): void;
  /** Removes all. */
  clear(): void;
}

/** A set of listeners in which one that throws hurts neither the others nor the commit that is reported. */
export function createListeners(): Listeners {
  const entries = new Set<{ readonly hear: (event: StorageEvent) => void }>();
  return {
    add(hear) {
      const entry = { hear };
      entries.add(entry);
      return () => void entries.delete(entry);
    },
    emit(event) {
      for (const entry of [...entries]) {
        try {
          entry.hear(event);
        } catch {
          // The change is kept whatever a listener makes of it, and the host page must see no error of ours.
        }
      }
    },
    clear: () => entries.clear(),
  };
}
