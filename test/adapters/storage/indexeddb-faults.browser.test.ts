import { expect } from '@open-wc/testing';
import type { Storage, StorageEvent } from '@coachkit/core';
import { createIndexedDbStorage, databaseNameFor } from '@coachkit/adapters/storage/indexeddb';
import { freshScope, refusalOf } from './frames.ts';
import { refuseWrites } from './indexeddb-harness.ts';

const demo = { encryption: 'off-for-local-demo' } as const;
const put = (storage: Storage, id: string, expectedVersion = 0, text = id) =>
  storage.commit([{ type: 'put', kind: 'draft', id, body: { authorId: 'me', updatedAt: id, text }, expectedVersion }]);

/** The databases that were opened through it, and a switch that makes every further opening fail. */
class WatchedIndexedDb {
  readonly opened: IDBDatabase[] = [];
  fails = false;

  readonly factory = {
    open: (name: string, version?: number) => {
      const request = indexedDB.open(name, this.fails ? 0.5 : version);
      // Not the passing one that makes the browser begin a new log.
      if (name !== 'coachkit-fresh-log') request.addEventListener('success', () => this.opened.push(request.result));
      return request;
    },
    deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
  } as unknown as IDBFactory;
}

describe('IndexedDB storage, a dead handle', () => {
  it('is opened again once, without anybody noticing', async () => {
    const watched = new WatchedIndexedDb();
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo, indexedDB: watched.factory });
    await put(storage, 'd');
    for (const ask of [
      () => storage.get('draft', 'd'),
      () => storage.query('draft', { index: 'byAuthor' }),
      () => put(storage, 'd', 1),
    ]) {
      const before = watched.opened.length;
      watched.opened.at(-1)!.close();
      await ask();
      expect(watched.opened.length).to.equal(before + 1);
    }
    expect((await storage.get('draft', 'd'))?.version).to.equal(2);
    expect(storage.status).to.deep.equal({ level: 'device', readOnly: false });
    await storage.wipe();
  });

  it('is opened once for all calls that meet it together', async () => {
    const watched = new WatchedIndexedDb();
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo, indexedDB: watched.factory });
    await put(storage, 'd');
    watched.opened[0]!.close();
    const found = await Promise.all(Array.from({ length: 10 }, () => storage.get('draft', 'd')));
    expect(found.every((document) => document?.version === 1)).to.equal(true);
    expect(watched.opened.length).to.equal(2);
    await storage.wipe();
  });

  it('is said to be lost when it cannot be opened again, and works again when it can', async () => {
    const watched = new WatchedIndexedDb();
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo, indexedDB: watched.factory });
    await put(storage, 'd');
    const events: StorageEvent[] = [];
    storage.subscribe((event) => events.push(event));
    watched.fails = true;
    watched.opened[0]!.close();
    const error: unknown = await put(storage, 'e').catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'storage-unavailable', retryable: true });
    expect(await refusalOf(storage.get('draft', 'd'))).to.equal('storage-unavailable');
    expect(storage.status).to.deep.equal({ level: 'device', readOnly: false, notice: 'handle-lost' });

    watched.fails = false;
    expect(await storage.get('draft', 'e'), 'nothing was reported as kept that was not').to.equal(undefined);
    expect(storage.status).to.deep.equal({ level: 'device', readOnly: false });
    expect(
      events.map((event) => (event.type === 'status' ? (event.status.notice ?? 'fine') : event.type)),
    ).to.deep.equal(['handle-lost', 'fine']);
    await storage.wipe();
  });

  it('is given up when the browser closes the connection, and opened again', async () => {
    const watched = new WatchedIndexedDb();
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo, indexedDB: watched.factory });
    await put(storage, 'd');
    watched.opened[0]!.dispatchEvent(new Event('close'));
    expect((await storage.get('draft', 'd'))?.version).to.equal(1);
    expect(watched.opened.length).to.equal(2);
    await storage.wipe();
  });
});

describe('IndexedDB storage, a transaction that fails', () => {
  for (const name of ['UnknownError', 'AbortError']) {
    it(`is tried once more after ${name}`, async () => {
      const storage = await createIndexedDbStorage({ ...freshScope(), ...demo });
      const faults = failTransactions({ name, times: 1 });
      await put(storage, 'd');
      faults.stop();
      expect(faults.count).to.equal(1);
      expect((await storage.get('draft', 'd'))?.version).to.equal(1);
      await storage.wipe();
    });

    it(`is storage-unavailable when ${name} comes again, and nothing is written`, async () => {
      const storage = await createIndexedDbStorage({ ...freshScope(), ...demo });
      await put(storage, 'd');
      const faults = failTransactions({ name, times: 2 });
      expect(await refusalOf(put(storage, 'd', 1, 'new'))).to.equal('storage-unavailable');
      faults.stop();
      expect(faults.count).to.equal(2);
      expect((await storage.get('draft', 'd'))?.body).to.deep.include({ text: 'd' });
      await storage.wipe();
    });
  }

  it('is no conflict with itself when it was kept and only the answer was lost', async () => {
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo });
    await put(storage, 'changes');
    await put(storage, 'goes');
    const faults = failTransactions({ name: 'UnknownError', times: 1, isKept: true });
    const receipt = await storage.commit([
      { type: 'put', kind: 'draft', id: 'comes', body: { text: 'new' }, expectedVersion: 0 },
      { type: 'put', kind: 'draft', id: 'changes', body: { text: 'changed' }, expectedVersion: 1 },
      { type: 'delete', kind: 'draft', id: 'goes', expectedVersion: 1 },
    ]);
    faults.stop();
    expect(faults.count).to.equal(1);
    expect(receipt).to.deep.equal({ level: 'device' });
    const { documents } = await storage.query('draft', { index: 'id' });
    expect(documents.map(({ id, version }) => `${id} ${version}`)).to.deep.equal(['changes 2', 'comes 1']);
    await storage.wipe();
  });

  it('is still a conflict when somebody else came first', async () => {
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo });
    await put(storage, 'd');
    const faults = failTransactions({ name: 'UnknownError', times: 1 });
    expect(await refusalOf(put(storage, 'd', 0, 'mine'))).to.equal('conflict');
    faults.stop();
    expect((await storage.get('draft', 'd'))?.body).to.deep.include({ text: 'd' });
    await storage.wipe();
  });

  it('is storage-full when it runs out of room, and nothing is written', async () => {
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo });
    await put(storage, 'd');
    const free = refuseWrites();
    const error: unknown = await put(storage, 'd', 1, 'new').catch((reason: unknown) => reason);
    free();
    expect(error).to.include({ code: 'storage-full' });
    expect((error as { cause: DOMException }).cause.name).to.equal('QuotaExceededError');
    expect((await storage.get('draft', 'd'))?.version).to.equal(1);
    await put(storage, 'd', 1, 'new');
    await storage.wipe();
  });

  it('is storage-full when a single write is refused at once', async () => {
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo });
    const original = IDBObjectStore.prototype.add;
    let calls = 0;
    IDBObjectStore.prototype.add = function (...parts) {
      calls += 1;
      if (calls === 3) throw new DOMException('the disk is full', 'QuotaExceededError');
      return original.apply(this, parts);
    };
    const changes = ['a', 'b', 'c', 'd'].map(
      (id) => ({ type: 'put', kind: 'draft', id, body: {}, expectedVersion: 0 }) as const,
    );
    expect(await refusalOf(storage.commit(changes))).to.equal('storage-full');
    IDBObjectStore.prototype.add = original;
    expect((await storage.query('draft', { index: 'id' })).documents).to.deep.equal([]);
    await storage.wipe();
  });
});

describe('IndexedDB storage, no device storage', () => {
  const missing = { level: 'memory', readOnly: false, notice: 'no-device-storage' };

  it('goes on in memory without IndexedDB, says so, and keeps its promises there', async () => {
    const original = Object.getOwnPropertyDescriptor(window, 'indexedDB')!;
    Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true });
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo });
    Object.defineProperty(window, 'indexedDB', original);
    expect(storage.status).to.deep.equal(missing);
    expect(storage.capabilities.level).to.equal('device');
    expect(await put(storage, 'd')).to.deep.equal({ level: 'memory' });
    expect(await refusalOf(put(storage, 'd'))).to.equal('conflict');
    expect((await storage.get('draft', 'd'))?.version).to.equal(1);
    await storage.wipe();
    expect(await refusalOf(storage.get('draft', 'd'))).to.equal('closed');
    expect(await refusalOf(storage.wipe())).to.equal('closed');
    await storage.close();
  });

  it('goes on in memory where IndexedDB throws, as in a sandboxed frame', async () => {
    const throwing = {
      open: () => {
        throw new DOMException('access is denied', 'SecurityError');
      },
      deleteDatabase: () => {
        throw new DOMException('access is denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo, indexedDB: throwing });
    expect(storage.status).to.deep.equal(missing);
    await put(storage, 'd');
    await storage.wipe();
  });

  it('goes on in memory where reaching for IndexedDB throws already', async () => {
    const original = Object.getOwnPropertyDescriptor(window, 'indexedDB')!;
    Object.defineProperty(window, 'indexedDB', {
      configurable: true,
      get: () => {
        throw new DOMException('access is denied', 'SecurityError');
      },
    });
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo });
    Object.defineProperty(window, 'indexedDB', original);
    expect(storage.status).to.deep.equal(missing);
    await storage.close();
  });

  it('goes on in memory where the database does not open', async () => {
    const watched = new WatchedIndexedDb();
    watched.fails = true;
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo, indexedDB: watched.factory });
    expect(storage.status).to.deep.equal(missing);
    await storage.close();
  });

  it('goes on in memory where the page has no WebCrypto, rather than in the clear', async () => {
    const original = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')!;
    Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined, configurable: true });
    const storage = await createIndexedDbStorage({ ...freshScope(), key: new Uint8Array(32) });
    const naming: unknown = await databaseNameFor('t').catch((reason: unknown) => reason);
    Object.defineProperty(Crypto.prototype, 'subtle', original);
    expect(storage.status).to.deep.equal(missing);
    expect(naming).to.include({ code: 'storage-unavailable' });
    await storage.close();
  });

  it('works without BroadcastChannel, and says that it hears no other tab', async () => {
    const original = window.BroadcastChannel;
    Object.defineProperty(window, 'BroadcastChannel', { value: undefined, configurable: true, writable: true });
    const storage = await createIndexedDbStorage({ ...freshScope(), ...demo });
    window.BroadcastChannel = original;
    expect(storage.capabilities.hearsOthers).to.equal(false);
    await put(storage, 'd');
    expect((await storage.get('draft', 'd'))?.version).to.equal(1);
    await storage.wipe();
  });
});

/**
 * Makes the next read-write transactions end as if their connection had broken: aborted with a reason from outside or,
 * with `isKept`, kept while the page is told that they were not.
 */
function failTransactions({ name, times, isKept = false }: { name: string; times: number; isKept?: boolean }) {
  const original = IDBDatabase.prototype.transaction;
  const faults = {
    count: 0,
    stop: () => {
      IDBDatabase.prototype.transaction = original;
    },
  };
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const transaction = original.call(this, stores, mode, options);
    if (mode !== 'readwrite' || faults.count >= times) return transaction;
    faults.count += 1;
    Object.defineProperty(transaction, 'error', { value: new DOMException('the backend is gone', name) });
    if (isKept) {
      // The adapter listens through these two properties.
      Object.defineProperty(transaction, 'oncomplete', { set: () => undefined });
      transaction.addEventListener('complete', () => transaction.dispatchEvent(new Event('abort')));
    } else {
      // After the adapter has placed its requests, which it does without a pause.
      queueMicrotask(() => transaction.abort());
    }
    return transaction;
  };
  return faults;
}
