import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import type { BrowserLaboratory } from '../../support/browser-laboratory.ts';
import { makeLaboratory, searchProfileForWord } from './whole-browser.ts';

describe('IndexedDB storage in a whole browser', () => {
  let laboratory: BrowserLaboratory;

  before(async () => {
    laboratory = await makeLaboratory();
  });

  after(() => laboratory.remove());

  /** Opens the page; the browser ends with the test, however that ends. */
  async function open(test: TestContext) {
    const opened = await laboratory.open();
    test.after(() => opened.context.close());
    return opened;
  }

  test('leaves no word in the profile on disk', async () => {
    const { documents, files, filesWithClearWord } = await searchProfileForWord('with-key');
    assert.equal(documents, 4);
    assert.deepEqual(files, []);
    assert.notEqual(filesWithClearWord.length, 0);
  });

  test('shows the same words to the same search when encryption is off', async () => {
    const { documents, files } = await searchProfileForWord('off-for-local-demo');
    assert.equal(documents, 4);
    assert.notEqual(files.length, 0);
  });

  test('says that there is no room when the origin is out of quota, and loses nothing', async (test) => {
    const { context, page } = await open(test);
    const session = await context.newCDPSession(page);
    const quota = (quotaSize?: number) =>
      session.send('Storage.overrideQuotaForOrigin', {
        origin: laboratory.server.origin,
        ...(quotaSize !== undefined && { quotaSize }),
      });
    await quota(1_000_000);
    const { written, code, there, isWhole } = await page.evaluate(() => window.lab.fillUp());
    assert.equal(code, 'storage-full');
    assert.ok(written > 0, 'nothing fitted in at all');
    assert.deepEqual({ there, isWhole }, { there: written * 2, isWhole: true });
    await quota();
    assert.equal(await page.evaluate(() => window.lab.replaceDraft()), 'new');
    await page.evaluate(() => window.lab.wipe());
  });

  test('goes on in memory in a sandboxed frame, with no error on the page', async (test) => {
    const { page } = await open(test);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const found = await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', ({ data }) => resolve(data), { once: true });
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', 'allow-scripts');
          frame.src = '/sandboxed.html';
          document.body.append(frame);
        }),
    );
    assert.deepEqual(found, {
      status: { level: 'memory', readOnly: false, notice: 'no-device-storage' },
      level: 'memory',
      version: 1,
    });
    assert.deepEqual(errors, []);
  });

  test('returns a document whose file is gone as damaged, and all others', async (test) => {
    const first = await open(test);
    await first.page.evaluate(() => window.lab.writeLarge());
    await first.context.close();
    assert.notEqual(removeBlobs(laboratory.profile.path), 0, 'no value lies in a file of its own');

    const second = await open(test);
    assert.deepEqual(await second.page.evaluate(() => window.lab.readDrafts()), [
      ['a whole', 'b damaged', 'c whole'],
      ['a whole', 'b damaged', 'c whole'],
      ['c whole', 'b damaged'],
      ['c whole'],
      ['b damaged'],
    ]);
    assert.equal(await second.page.evaluate(() => window.lab.replaceDraft()), 'new');
  });

  test('leaves no database behind when it is wiped, offline too', async (test) => {
    const { context, page } = await open(test);
    await page.evaluate(() => window.lab.writeLarge().catch(() => undefined));
    const name = await page.evaluate(() => window.lab.databaseName());
    await context.setOffline(true);
    assert.ok(!(await page.evaluate(() => window.lab.wipe())).includes(name));
  });
});

/** Removes the files in which the browser keeps large values of IndexedDB. @returns how many there were */
function removeBlobs(profile: string): number {
  const files = readdirSync(profile, { withFileTypes: true, recursive: true }).filter(
    (entry) => entry.isFile() && entry.parentPath.includes('.indexeddb.blob'),
  );
  for (const { parentPath, name } of files) rmSync(join(parentPath, name));
  return files.length;
}
