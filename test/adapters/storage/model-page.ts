import { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';
import { compareWithModel } from './storage-model.ts';

// The page of the proof that IndexedDB storage does as a plain map does.

declare global {
  interface Window {
    compareIndexedDb: (runs: number, isEncrypted: boolean) => Promise<number>;
  }
}

window.compareIndexedDb = (runs, isEncrypted) => {
  const options = isEncrypted ? { key: new Uint8Array(32).fill(9) } : ({ encryption: 'off-for-local-demo' } as const);
  return compareWithModel((tenantId) => createIndexedDbStorage({ tenantId, ...options }), { runs, commands: 60 });
};
