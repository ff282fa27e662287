import { documentKinds, type DocumentKind } from '@coachkit/core';
import { expectIds, expectRefusal, expectSame } from './expectations.js';
import { put, session } from './samples.js';
import { pause, record, storageCase } from './storage-case.js';

const everyKind = Object.keys(documentKinds) as DocumentKind[];

/** Promises 17 and 18: wiping and closing. */
export const endingCases = [
  storageCase(17, 'wiping removes every document of every kind', async ({ open }) => {
    const storage = await open();
    await storage.commit(everyKind.flatMap((kind) => [put(kind, 'a', session()), put(kind, 'b', session())]));
    await storage.wipe();
    const again = await open();
    for (const kind of everyKind) {
      expectIds(await again.query(kind, { index: 'id' }), [], `what is left of kind ${kind}`);
      expectSame(await again.get(kind, 'a'), undefined, `a document of kind ${kind}`);
      for (const index of Object.keys(documentKinds[kind].indexes)) {
        expectIds(await again.query(kind, { index }), [], `what the index ${index} of ${kind} finds`);
      }
    }
  }),

  storageCase(17, 'wiping leaves other tenants alone', async ({ open }) => {
    const [storage, other] = [await open('-one'), await open('-other')];
    await storage.commit([put('session', 's', session())]);
    await other.commit([put('session', 's', session()), put('draft', 'd', { text: 'kept' })]);
    await storage.wipe();
    expectIds(await other.query('session', { index: 'byManager', equals: ['manager'] }), ['s'], 'the other tenant');
    expectSame((await other.get('draft', 'd'))?.body, { text: 'kept' }, 'a document of the other tenant');
  }),

  storageCase(17, 'what was wiped begins anew', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('goal', 'g', { n: 1 })]);
    await storage.commit([put('goal', 'g', { n: 2 }, 1)]);
    await storage.wipe();
    const again = await open();
    await again.commit([put('goal', 'g', { n: 3 })]);
    expectSame(await again.get('goal', 'g'), { kind: 'goal', id: 'g', version: 1, body: { n: 3 } }, 'the new document');
  }),

  storageCase(17, 'wiping removes what another object has written', async ({ open }) => {
    const [storage, other] = [await open(), await open()];
    await other.commit([put('draft', 'd', { text: 'mine' })]);
    await storage.wipe();
    const again = await open();
    expectSame(await again.get('draft', 'd'), undefined, 'the document of the other object');
  }),

  storageCase(18, 'after closing every call is refused', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('session', 's', session())]);
    await storage.close();
    await expectRefusal(() => storage.get('session', 's'), 'closed', 'get');
    await expectRefusal(() => storage.query('session', { index: 'id' }), 'closed', 'query');
    await expectRefusal(() => storage.commit([put('session', 't', session())]), 'closed', 'commit');
    await expectRefusal(() => storage.commit([]), 'closed', 'an empty commit');
    await expectRefusal(() => storage.wipe(), 'closed', 'wipe');
    const again = await open();
    expectSame(await again.get('session', 't'), undefined, 'what was committed after closing');
  }),

  storageCase(18, 'closing twice is no error', async ({ open }) => {
    const storage = await open();
    await storage.close();
    await storage.close();
    await expectRefusal(() => storage.get('session', 's'), 'closed', 'get');
  }),

  storageCase(18, 'closing one object leaves others open', async ({ open }) => {
    const [storage, other] = [await open(), await open()];
    await storage.commit([put('session', 's', session())]);
    await storage.close();
    await other.commit([put('session', 't', session())]);
    expectSame((await other.get('session', 't'))?.version, 1, 'what the other object has written');
  }),

  storageCase(18, 'a closed storage hears nothing', async ({ open }) => {
    const [storage, other] = [await open(), await open()];
    const heard = record(storage);
    await storage.close();
    await other.commit([put('session', 's', session())]);
    await pause(100);
    expectSame(
      heard.events.filter(({ type }) => type === 'changed'),
      [],
      'what it heard',
    );
  }),
];
