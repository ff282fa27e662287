import { expect } from '@open-wc/testing';
import { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';
import { keyOf } from './indexeddb-harness.ts';
import { compareWithModel } from './storage-model.ts';

const ways = [
  { name: 'encrypted', options: { key: keyOf(9) } },
  { name: 'not encrypted', options: { encryption: 'off-for-local-demo' } },
] as const;

describe('IndexedDB storage, compared with a plain map', () => {
  for (const { name, options } of ways) {
    it(`does the same over 100 runs of 60 random commands, ${name}`, async function () {
      this.timeout(170_000);
      const open = (tenantId: string) => createIndexedDbStorage({ tenantId, ...options });
      expect(await compareWithModel(open, { runs: 100, commands: 60 })).to.equal(6_000);
    });
  }
});
