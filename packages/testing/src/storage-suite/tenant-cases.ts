import { expectIds, expectSame } from './expectations.js';
import { put, session } from './samples.js';
import { pause, record, storageCase } from './storage-case.js';

// Suffixes that a careless key would take for each other.
const lookalikes = ['', '2', '-a', '-A', '-é', '-e\u0301', '/x', '%2Fx', ':x', '-__proto__', ' ', '-ß', '-SS', '-ss'];

/** Promise 12: tenants never see each other's documents. */
export const tenantCases = [
  storageCase(12, 'two tenants keep documents of the same id apart', async ({ open }) => {
    const [one, other] = [await open('-one'), await open('-other')];
    await one.commit([put('session', 's', session({ of: 'one' }))]);
    expectSame(await other.get('session', 's'), undefined, 'the document of the other tenant');
    await other.commit([put('session', 's', session({ of: 'other' }))]);
    expectSame((await one.get('session', 's'))?.body?.['of'], 'one', 'the first tenant reads its own');
    expectSame((await other.get('session', 's'))?.body?.['of'], 'other', 'the second tenant reads its own');
  }),

  storageCase(12, 'a query finds documents of its tenant only', async ({ open }) => {
    const [one, other] = [await open('-one'), await open('-other')];
    await one.commit([put('session', 'a', session()), put('session', 'b', session())]);
    await other.commit([put('session', 'c', session())]);
    for (const query of [
      { index: 'id' },
      { index: 'byManager', equals: ['manager'] },
      { index: 'byManager', limit: 1 },
    ]) {
      expectIds(await other.query('session', query), ['c'], `what the second tenant finds by ${query.index}`);
    }
    expectIds(await one.query('session', { index: 'byManager', descending: true }), ['b', 'a'], 'what the first finds');
  }),

  storageCase(12, 'tenants whose names look alike are different tenants', async ({ open }) => {
    const storages = [];
    for (const suffix of lookalikes) storages.push(await open(suffix));
    for (const [position, storage] of storages.entries()) await storage.commit([put('unit', 'u', { position })]);
    for (const [position, storage] of storages.entries()) {
      expectSame(
        (await storage.get('unit', 'u'))?.body,
        { position },
        `the tenant with "${lookalikes[position] ?? ''}"`,
      );
    }
  }),

  storageCase(12, 'a tenant hears nothing of another', async ({ open }) => {
    const [one, other] = [await open('-one'), await open('-other')];
    const heard = record(other);
    await one.commit([put('session', 's', session())]);
    await pause(100);
    expectSame(heard.events, [], 'what the other tenant heard');
  }),
];
