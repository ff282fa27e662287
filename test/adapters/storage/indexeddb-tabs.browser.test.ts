import { expect } from '@open-wc/testing';
import type { Storage, StorageEvent } from '@coachkit/core';
import { createIndexedDbStorage, databaseNameFor } from '@coachkit/adapters/storage/indexeddb';
import { openStorage } from '../../../packages/adapters/dist/storage/indexeddb/open-storage.js';
import { upgradeSteps } from '../../../packages/adapters/dist/storage/indexeddb/schema.js';
import { freshScope, openOtherTab, pause, refusalOf, until, type OtherTab } from './frames.ts';
import { keyOf, openBeside, requestResult } from './indexeddb-harness.ts';

const put = (storage: Storage, id: string, expectedVersion = 0) =>
  storage.commit([
    { type: 'put', kind: 'draft', id, body: { authorId: 'me', updatedAt: id, text: id }, expectedVersion },
  ]);

function record(storage: Storage): StorageEvent[] {
  const events: StorageEvent[] = [];
  storage.subscribe((event) => events.push(event));
  return events;
}

describe('IndexedDB storage and other tabs', () => {
  const key = keyOf(1);
  let other: OtherTab;

  beforeEach(async () => {
    other = await openOtherTab();
  });

  afterEach(() => other.close());

  it('hears what another tab commits, and reads it at once', async () => {
    const scope = freshScope();
    const here = await createIndexedDbStorage({ ...scope, key });
    const there = await other.createIndexedDbStorage({ ...scope, key });
    const events = record(here);
    await put(there, 'd');
    await until(() => events.length > 0);
    expect(events).to.deep.equal([
      { type: 'changed', documents: [{ kind: 'draft', id: 'd', deleted: false }], origin: 'elsewhere' },
    ]);
    expect((await here.get('draft', 'd'))?.body).to.deep.include({ text: 'd' });
    await here.close();
  });

  it('tells other tabs ids and kinds and no words', async () => {
    const scope = freshScope();
    const here = await createIndexedDbStorage({ ...scope, key });
    const messages: unknown[] = [];
    const channel = new BroadcastChannel(await databaseNameFor(scope.tenantId, scope.personId));
    channel.onmessage = ({ data }) => messages.push(data);
    await here.commit([{ type: 'put', kind: 'draft', id: 'd', body: { text: 'Marzipanschwein' }, expectedVersion: 0 }]);
    await until(() => messages.length > 0);
    expect(messages).to.deep.equal([{ type: 'changed', documents: [{ kind: 'draft', id: 'd', deleted: false }] }]);
    channel.close();
    await here.close();
  });

  it('takes no notice of nonsense in the channel', async () => {
    const scope = freshScope();
    const here = await createIndexedDbStorage({ ...scope, key });
    const events = record(here);
    const channel = new BroadcastChannel(await databaseNameFor(scope.tenantId, scope.personId));
    const nonsense = [null, 1, 'wipe', {}, { type: 'erase' }, { type: 'changed' }, { type: 'changed', documents: [1] }];
    const documents = [{ kind: '__proto__', id: 'x', deleted: false }];
    for (const message of [...nonsense, { type: 'changed', documents }]) channel.postMessage(message);
    await pause(100);
    expect(events).to.deep.equal([]);
    await put(here, 'd');
    channel.close();
    await here.close();
  });

  it('tells a second tab of a conflict and loses nothing', async () => {
    const scope = freshScope();
    const here = await createIndexedDbStorage({ ...scope, key });
    const there = await other.createIndexedDbStorage({ ...scope, key });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, writer) => put(writer % 2 === 0 ? here : there, 'd')),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).to.equal(1);
    expect((await here.get('draft', 'd'))?.version).to.equal(1);
    await here.close();
  });

  it('deletes the database when it is wiped while another tab holds it, which is closed then', async () => {
    const scope = freshScope();
    const here = await createIndexedDbStorage({ ...scope, key });
    const there = await other.createIndexedDbStorage({ ...scope, key });
    await put(there, 'd');
    const events = record(there);
    await here.wipe();
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.to.include(await databaseNameFor(scope.tenantId, scope.personId));
    for (const storage of [here, there]) {
      expect(await refusalOf(storage.get('draft', 'd'))).to.equal('closed');
      expect(await refusalOf(put(storage, 'e'))).to.equal('closed');
    }
    expect(events.map(({ type }) => type)).to.deep.equal(['status']);
    expect((await indexedDB.databases()).length, 'nobody has brought it back').to.equal(names.length);
  });

  it('leaves nothing of a commit that was under way when the wipe began', async () => {
    const scope = freshScope();
    const here = await createIndexedDbStorage({ ...scope, key });
    const committing = Array.from({ length: 50 }, (_, position) => refusalOf(put(here, `d${position}`)));
    await here.wipe();
    expect([undefined, 'closed']).to.include.members(await Promise.all(committing));
    const again = await createIndexedDbStorage({ ...scope, key });
    expect((await again.query('draft', { index: 'id' })).documents).to.deep.equal([]);
    await again.wipe();
  });

  it('says that a wipe was held up, has removed the words by then, and can be asked again', async function () {
    this.timeout(30_000);
    const scope = freshScope();
    const here = await createIndexedDbStorage({ ...scope, key });
    await put(here, 'd');
    // A connection that does not react, as a frozen tab or other software has.
    const stubborn = await openBeside(scope);
    const error: unknown = await here.wipe().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'storage-unavailable', retryable: true });
    expect(await requestResult(stubborn.transaction('draft').objectStore('draft').count())).to.equal(0);
    expect(await refusalOf(put(here, 'e'))).to.equal('closed');
    stubborn.close();
    await here.wipe();
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.to.include(await databaseNameFor(scope.tenantId, scope.personId));
  });

  it('lets go at once when a newer version wants the database, then reads and no longer writes', async () => {
    const scope = freshScope();
    const here = await createIndexedDbStorage({ ...scope, key });
    await put(here, 'd');
    const events = record(here);
    const name = await databaseNameFor(scope.tenantId, scope.personId);
    const request = indexedDB.open(name, upgradeSteps.length + 1);
    let wasBlocked = false;
    request.onblocked = () => (wasBlocked = true);
    request.onupgradeneeded = () => request.result.createObjectStore('of-the-future');
    const newer = await requestResult(request);
    expect(wasBlocked).to.equal(false);

    expect(await refusalOf(put(here, 'e'))).to.equal('storage-read-only');
    expect((await here.get('draft', 'd'))?.body).to.deep.include({ text: 'd' });
    expect(here.status).to.deep.equal({ level: 'device', readOnly: true, notice: 'newer-version' });
    expect(events).to.deep.equal([{ type: 'status', status: here.status }]);
    expect([...newer.objectStoreNames]).to.include('of-the-future');
    newer.close();
    await here.wipe();
    expect((await indexedDB.databases()).map((database) => database.name)).not.to.include(name);
  });

  it('opens data of a newer version for reading and says so to whoever subscribes right away', async () => {
    const scope = freshScope();
    const nothing = (): void => {};
    const newer = await openStorage({ ...scope, key }, [...upgradeSteps, nothing, nothing]);
    await put(newer, 'd');
    await newer.close();
    const here = await createIndexedDbStorage({ ...scope, key });
    const events = record(here);
    expect(here.status).to.deep.equal({ level: 'device', readOnly: true, notice: 'newer-version' });
    expect((await here.get('draft', 'd'))?.version).to.equal(1);
    expect(await refusalOf(put(here, 'd', 1))).to.equal('storage-read-only');
    await until(() => events.length > 0);
    expect(events).to.deep.equal([{ type: 'status', status: here.status }]);
    await here.close();
    const again = await openStorage({ ...scope, key }, [...upgradeSteps, nothing, nothing]);
    expect((await again.get('draft', 'd'))?.version).to.equal(1);
    await again.wipe();
  });

  it('upgrades what an older version has kept, and loses nothing', async () => {
    const scope = freshScope();
    const older = await openStorage({ ...scope, key }, upgradeSteps);
    for (let position = 0; position < 20; position += 1) await put(older, `d${position}`);
    let ran = 0;
    const newer = await openStorage({ ...scope, key }, [...upgradeSteps, () => (ran += 1), () => (ran += 10)]);
    expect(ran).to.equal(11);
    const { documents } = await newer.query('draft', { index: 'byAuthor', equals: ['me'] });
    expect(documents.length).to.equal(20);
    expect(documents.every(({ body }) => body !== undefined)).to.equal(true);
    await newer.wipe();
    await older.close();
  });

  it('goes on in memory when an upgrade fails, and leaves the data as it was', async () => {
    const scope = freshScope();
    const older = await createIndexedDbStorage({ ...scope, key });
    await put(older, 'd');
    await older.close();
    const failing = (): void => {
      throw new Error('an upgrade step that fails');
    };
    const storage = await openStorage({ ...scope, key }, [...upgradeSteps, failing]);
    expect(storage.status).to.deep.equal({ level: 'memory', readOnly: false, notice: 'no-device-storage' });
    await storage.close();
    const again = await createIndexedDbStorage({ ...scope, key });
    expect((await again.get('draft', 'd'))?.version).to.equal(1);
    await again.wipe();
  });

  it('answers within 2.5 s when an older tab blocks the upgrade, and goes on in memory', async () => {
    const scope = freshScope();
    await (await createIndexedDbStorage({ ...scope, key })).close();
    const stubborn = await openBeside(scope);
    const steps = [...upgradeSteps, () => undefined];
    const start = performance.now();
    const storage = await openStorage({ ...scope, key }, steps);
    expect(performance.now() - start).to.be.within(1_900, 2_500);
    const events = record(storage);
    expect(storage.status).to.deep.equal({ level: 'memory', readOnly: false, notice: 'blocked-upgrade' });
    await until(() => events.length > 0);
    expect(events).to.deep.equal([{ type: 'status', status: storage.status }]);
    expect(await put(storage, 'd')).to.deep.equal({ level: 'memory' });
    expect((await storage.get('draft', 'd'))?.body).to.deep.include({ text: 'd' });

    // A third tab waits behind the second, which the browser does not tell it.
    const startOfThird = performance.now();
    const third = await openStorage({ ...scope, key }, steps);
    expect(performance.now() - startOfThird).to.be.below(2_500);
    expect(third.status.notice).to.equal('blocked-upgrade');
    await third.close();

    stubborn.close();
    const late = await openStorage({ ...scope, key }, steps);
    expect(late.status).to.deep.equal({ level: 'device', readOnly: false });
    await late.wipe();
  });

  it('removes what is on the device when a storage that went on in memory is wiped', async () => {
    const scope = freshScope();
    const first = await createIndexedDbStorage({ ...scope, key });
    await put(first, 'd');
    await first.close();
    const stubborn = await openBeside(scope);
    const storage = await openStorage({ ...scope, key }, [...upgradeSteps, () => undefined]);
    expect(storage.status.notice).to.equal('blocked-upgrade');
    stubborn.close();
    await storage.wipe();
    expect(await refusalOf(storage.get('draft', 'd'))).to.equal('closed');
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.to.include(await databaseNameFor(scope.tenantId, scope.personId));
  });
});
