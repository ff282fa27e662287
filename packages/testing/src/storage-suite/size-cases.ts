import { expectIds, expectRefusal, expectSame } from './expectations.js';
import { action, put, remove, session } from './samples.js';
import { storageCase } from './storage-case.js';

const ids = Array.from({ length: 5_000 }, (_, position) => `a${String(position).padStart(4, '0')}`);

/** Promise 19: commits of many changes and of none. */
export const sizeCases = [
  storageCase(19, 'a commit of 5,000 documents works', async ({ open }) => {
    const storage = await open();
    await storage.commit(
      ids.map((id, position) => put('action', id, action({ ownerId: `owner-${position % 50}`, position }))),
    );
    const { documents } = await storage.query('action', { index: 'byOwner', equals: ['owner-7', 'open'] });
    expectSame(documents.length, 100, 'how many one owner has');
    expectIds(await storage.query('action', { index: 'id' }), ids, 'all ids');
    expectSame((await storage.get('action', 'a4999'))?.body?.['position'], 4_999, 'the last document');
  }),

  storageCase(
    19,
    'a commit of 3,000 changes of every sort works, and one conflict refuses it whole',
    async ({ open }) => {
      const storage = await open();
      const [updated, deleted, created] = [ids.slice(0, 1_000), ids.slice(1_000, 2_000), ids.slice(2_000, 3_000)];
      await storage.commit([...updated, ...deleted].map((id) => put('session', id, session())));
      const changes = [
        ...updated.map((id) => put('session', id, session({ managerId: 'new' }), 1)),
        ...deleted.map((id) => remove('session', id)),
        ...created.map((id) => put('session', id, session({ managerId: 'new' }))),
      ];
      await expectRefusal(
        () => storage.commit([...changes, put('session', 'none', {}, 9)]),
        'conflict',
        'the first commit',
      );
      expectIds(await storage.query('session', { index: 'byManager', equals: ['new'] }), [], 'after the refusal');
      await storage.commit(changes);
      expectIds(
        await storage.query('session', { index: 'byManager', equals: ['new'] }),
        [...updated, ...created],
        'afterwards',
      );
      expectIds(
        await storage.query('session', { index: 'byManager', equals: ['manager'] }),
        [],
        'under the old manager',
      );
    },
  ),

  storageCase(19, 'a commit of nothing changes nothing', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('session', 's', session())]);
    const { level } = await storage.commit([]);
    expectSame(level, storage.status.level, 'the level of the receipt');
    expectSame((await storage.get('session', 's'))?.version, 1, 'the version');
  }),
];
