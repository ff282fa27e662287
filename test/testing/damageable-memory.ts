import type { DocumentKind, Storage, StoredDocument } from '@coachkit/core';
import { createMemoryMedium, createMemoryStorage } from '@coachkit/adapters/storage/memory';
import type { StorageHarness } from '@coachkit/testing/storage-suite';

/** The memory adapter with everything a harness can offer: a medium that can be full, and documents that get damaged. */
export function damageableMemory(): StorageHarness {
  const medium = createMemoryMedium();
  const damaged = new Map<string, number>();
  const keyOf = (tenantId: string, kind: DocumentKind, id: string): string => JSON.stringify([tenantId, kind, id]);
  return {
    open({ tenantId }): Storage {
      const memory = createMemoryStorage({ tenantId, medium });
      const shown = (document: StoredDocument): StoredDocument => {
        const { kind, id, version } = document;
        const isDamaged = damaged.get(keyOf(tenantId, kind, id)) === version;
        return isDamaged ? { kind, id, version, unreadable: 'damaged' } : document;
      };
      return {
        ...memory,
        async get(kind, id) {
          const document = await memory.get(kind, id);
          return document && shown(document);
        },
        async query(kind, query) {
          const page = await memory.query(kind, query);
          return { ...page, documents: page.documents.map(shown) };
        },
      };
    },
    fill() {
      medium.capacity = 0;
      return () => {
        medium.capacity = Infinity;
      };
    },
    async damage({ tenantId }, kind, id) {
      const document = await createMemoryStorage({ tenantId, medium }).get(kind, id);
      damaged.set(keyOf(tenantId, kind, id), document?.version ?? 0);
    },
  };
}
