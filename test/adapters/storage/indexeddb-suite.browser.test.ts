import { expect } from '@open-wc/testing';
import { runStorageSuite, type StorageCertificate } from '@coachkit/testing/storage-suite';
import { indexedDbHarness } from './indexeddb-harness.ts';

for (const encryption of ['with-key', 'off-for-local-demo'] as const) {
  describe(`IndexedDB storage, encryption ${encryption}`, () => {
    let certificate: StorageCertificate;

    before(async function () {
      this.timeout(120_000);
      certificate = await runStorageSuite(indexedDbHarness(encryption));
    });

    for (let promise = 1; promise <= 20; promise += 1) {
      it(`keeps promise ${promise}`, () => {
        const row = certificate.rows.find((each) => each.promise === promise);
        expect(row?.outcomes.filter(({ result }) => result !== 'pass')).to.deep.equal([]);
        expect(row?.result).to.equal('pass');
      });
    }
  });
}
