import { instantOf, type Storage } from '@coachkit/core';
import type { Job } from './jobs.js';

const day = 24 * 60 * 60 * 1000;

/** Applied operations are kept for 30 days, so that one that comes again within that time is answered, not repeated. */
export const forgetOperations: Job = {
  name: 'forget-operations',
  every: 60 * 60 * 1000,
  async run({ storage, tenants, now, signal }) {
    for (const tenantId of tenants) {
      if (signal.aborted) return;
      await forget(storage.storageFor({ tenantId, personId: 'worker', roles: ['worker'] }), now - 30 * day, signal);
    }
  },
};

async function forget(storage: Storage, before: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { documents } = await storage.query('operation', { index: 'byDate', to: instantOf(before), limit: 200 });
    if (documents.length === 0) return;
    await storage.commit(
      documents.map(({ kind, id, version }) => ({ type: 'delete', kind, id, expectedVersion: version })),
    );
  }
}
