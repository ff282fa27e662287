import type { StorageChange } from '@coachkit/core';
import { expectIds, expectRefusal, expectSame, expectTrue } from './expectations.js';
import type { FreeAgain } from './harness.js';
import { action, put, remove, session } from './samples.js';
import { record, storageCase, type CaseContext } from './storage-case.js';

const levels = ['memory', 'device', 'server'] as const;

/** Promises 14 and 16: what is reported as kept is kept. */
export const durabilityCases = [
  storageCase(14, 'when a commit resolves, others can read it', async ({ open }) => {
    const [storage, other] = [await open(), await open()];
    await other.get('session', 's');
    await storage.commit([put('session', 's', session())]);
    expectSame((await other.get('session', 's'))?.body, session(), 'what another object reads');
    await storage.commit([put('session', 's', session({ state: 'planned' }), 1)]);
    expectSame((await other.get('session', 's'))?.body?.['state'], 'planned', 'what it reads after an update');
    expectIds(await other.query('session', { index: 'byManager', equals: ['manager'] }), ['s'], 'what it finds');
  }),

  storageCase(14, 'a receipt names the level of the status, and no higher one than offered', async ({ open }) => {
    const storage = await open();
    const { level } = await storage.commit([put('session', 's', session())]);
    expectSame(level, storage.status.level, 'the level of the receipt');
    expectTrue(levels.indexOf(level) <= levels.indexOf(storage.capabilities.level), `${level} is more than is offered`);
  }),

  storageCase(
    14,
    'a commit for which there is no room is refused and changes nothing',
    async (context) => {
      const storage = await context.open();
      await storage.commit([put('action', 'a', action()), put('action', 'b', action())]);
      const heard = record(storage);
      const changes: StorageChange[] = [
        put('action', 'new', action({ text: 'x'.repeat(20_000) })),
        put('action', 'a', action({ text: 'y'.repeat(20_000) }), 1),
        remove('action', 'b'),
      ];
      await whileFull(context, async () => {
        await expectRefusal(() => storage.commit(changes), 'storage-full', 'the commit');
        const { documents } = await storage.query('action', { index: 'byOwner', equals: ['owner'] });
        const unchanged = ['a', 'b'].map((id) => ({ kind: 'action', id, version: 1, body: action() }));
        expectSame(documents, unchanged, 'the documents, read while it is full');
        expectSame(
          heard.events.filter(({ type }) => type === 'changed'),
          [],
          'what listeners heard',
        );
      });
      await storage.commit(changes);
      expectIds(await storage.query('action', { index: 'id' }), ['a', 'new'], 'the same commit once there is room');
    },
    'fill',
  ),

  storageCase(
    14,
    'a full medium loses nothing that was kept before',
    async (context) => {
      const storage = await context.open();
      const ids = Array.from({ length: 50 }, (_, position) => `d${String(position).padStart(2, '0')}`);
      await storage.commit(ids.map((id) => put('draft', id, { id })));
      await whileFull(context, async () => {
        for (const id of ids.slice(0, 5)) {
          const longer = put('draft', id, { id, text: 'z'.repeat(20_000) }, 1);
          await expectRefusal(() => storage.commit([longer]), 'storage-full', 'an update');
        }
        expectIds(await storage.query('draft', { index: 'id' }), ids, 'the documents while it is full');
      });
      const again = await context.open();
      const { documents } = await again.query('draft', { index: 'id' });
      expectSame(
        documents.map(({ body }) => body),
        ids.map((id) => ({ id })),
        'the documents afterwards',
      );
    },
    'fill',
  ),

  storageCase(
    16,
    'documents and their indexes are there after closing and opening again',
    async ({ open }) => {
      const first = await open();
      const { level } = await first.commit([
        put('action', 'a', action()),
        put('action', 'b', action()),
        put('draft', 'd', { text: 'ü' }),
      ]);
      expectTrue(level !== 'memory', `the commit has reached ${level} only`);
      await first.commit([put('action', 'a', action({ status: 'done' }), 1), remove('action', 'b')]);
      await first.close();
      const second = await open();
      expectSame(
        await second.get('action', 'a'),
        { kind: 'action', id: 'a', version: 2, body: action({ status: 'done' }) },
        'the updated document',
      );
      expectSame(await second.get('action', 'b'), undefined, 'the deleted document');
      expectSame((await second.get('draft', 'd'))?.body, { text: 'ü' }, 'a document with words');
      expectIds(
        await second.query('action', { index: 'byOwner', equals: ['owner', 'done'] }),
        ['a'],
        'what an index finds',
      );
      await second.commit([put('action', 'a', action(), 2)]);
      expectSame((await second.get('action', 'a'))?.version, 3, 'the version after a further change');
    },
    'keeps',
  ),

  storageCase(
    16,
    'what was committed right before closing is there',
    async ({ open }) => {
      for (let round = 0; round < 5; round += 1) {
        const storage = await open();
        await storage.commit([put('draft', `d${round}`, { round })]);
        await storage.close();
      }
      const storage = await open();
      expectIds(await storage.query('draft', { index: 'id' }), ['d0', 'd1', 'd2', 'd3', 'd4'], 'the drafts');
    },
    'keeps',
  ),
];

async function whileFull({ harness }: CaseContext, body: () => Promise<void>): Promise<void> {
  const free: FreeAgain | undefined = await harness.fill?.();
  try {
    await body();
  } finally {
    await free?.();
  }
}
