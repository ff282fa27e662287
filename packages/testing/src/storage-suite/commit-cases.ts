import type { StorageChange } from '@coachkit/core';
import { expectIds, expectRefusal, expectSame } from './expectations.js';
import { action, put, remove, session, wording } from './samples.js';
import { storageCase } from './storage-case.js';

/** Promises 4 to 7: all or nothing, expected versions, versions, deletion. */
export const commitCases = [
  storageCase(4, 'a commit with one conflict writes nothing', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('session', 'stands', session({ state: 'planned' }))]);
    const changes = [
      put('sessionContent', 'before', { points: ['new'] }),
      put('session', 'stands', session({ state: 'recorded' }), 7),
      put('action', 'after', action()),
    ];
    await expectRefusal(() => storage.commit(changes), 'conflict', 'the commit');
    expectSame(await storage.get('sessionContent', 'before'), undefined, 'the change before the conflict');
    expectSame(await storage.get('action', 'after'), undefined, 'the change after the conflict');
    expectSame(
      (await storage.get('session', 'stands'))?.body,
      session({ state: 'planned' }),
      'the document in conflict',
    );
    expectIds(
      await storage.query('action', { index: 'byOwner', equals: ['owner'] }),
      [],
      'the index of the last change',
    );
  }),

  storageCase(4, 'a refused commit undoes its deletions and updates', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('action', 'a', action()), put('action', 'b', action()), put('action', 'c', action())]);
    const changes = [
      remove('action', 'a'),
      put('action', 'b', action({ ownerId: 'other' }), 1),
      put('action', 'c', action(), 0),
    ];
    await expectRefusal(() => storage.commit(changes), 'conflict', 'the commit');
    const page = await storage.query('action', { index: 'byOwner', equals: ['owner', 'open'] });
    expectIds(page, ['a', 'b', 'c'], 'the actions afterwards');
    expectSame(
      page.documents.map(({ version }) => version),
      [1, 1, 1],
      'their versions',
    );
    expectIds(await storage.query('action', { index: 'byOwner', equals: ['other'] }), [], 'the index of the update');
  }),

  storageCase(4, 'a refused commit can be followed by one that succeeds', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('draft', 'd', { text: 'first' })]);
    const changes = (expectedVersion: number): StorageChange[] => [
      put('sessionContent', 's', { points: [] }),
      remove('draft', 'd', expectedVersion),
    ];
    await expectRefusal(() => storage.commit(changes(2)), 'conflict', 'the first commit');
    await storage.commit(changes(1));
    expectSame((await storage.get('sessionContent', 's'))?.version, 1, 'the version of the new document');
    expectSame(await storage.get('draft', 'd'), undefined, 'the deleted document');
  }),

  storageCase(5, 'every way of expecting the wrong version is a conflict', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('goal', 'g', { text: 'one' })]);
    await storage.commit([put('goal', 'g', { text: 'two' }, 1)]);
    const wrong: readonly (readonly [string, StorageChange, number, number])[] = [
      ['creating what exists', put('goal', 'g', {}), 0, 2],
      ['updating an older version', put('goal', 'g', {}, 1), 1, 2],
      ['updating a version to come', put('goal', 'g', {}, 3), 3, 2],
      ['updating what does not exist', put('goal', 'none', {}, 1), 1, 0],
      ['deleting an older version', remove('goal', 'g', 1), 1, 2],
      ['deleting what does not exist', remove('goal', 'none', 1), 1, 0],
    ];
    for (const [what, change, expectedVersion, actualVersion] of wrong) {
      const { documents } = await expectRefusal(() => storage.commit([change]), 'conflict', what);
      expectSame(
        documents.map(sorted),
        [sorted({ kind: 'goal', id: change.id, expectedVersion, actualVersion })],
        what,
      );
      expectSame((await storage.get('goal', 'g'))?.body, { text: 'two' }, `the document after ${what}`);
      expectSame(await storage.get('goal', 'none'), undefined, `the missing document after ${what}`);
    }
  }),

  storageCase(5, 'a conflict names every document that differed and no other', async ({ open }) => {
    const storage = await open();
    await storage.commit([
      put('session', 'a', session()),
      put('session', 'b', session()),
      put('action', 'c', action()),
    ]);
    await storage.commit([put('session', 'b', session(), 1)]);
    const changes = [
      put('session', 'a', session(), 1),
      put('session', 'b', session(), 1),
      put('action', 'c', action()),
      put('action', 'new', action()),
      remove('draft', 'gone', 3),
    ];
    const { documents } = await expectRefusal(() => storage.commit(changes), 'conflict', 'the commit');
    expectSame(
      documents.map(sorted).sort(),
      [
        { kind: 'action', id: 'c', expectedVersion: 0, actualVersion: 1 },
        { kind: 'draft', id: 'gone', expectedVersion: 3, actualVersion: 0 },
        { kind: 'session', id: 'b', expectedVersion: 1, actualVersion: 2 },
      ]
        .map(sorted)
        .sort(),
      'the documents of the conflict',
    );
  }),

  storageCase(6, 'versions start at 1 and rise by 1', async ({ open }) => {
    const storage = await open();
    for (let version = 1; version <= 5; version += 1) {
      await storage.commit([put('goal', 'g', { employeeId: 'e', status: 'open', version }, version - 1)]);
      const stored = await storage.get('goal', 'g');
      expectSame([stored?.version, stored?.body?.['version']], [version, version], 'version and body');
      const { documents } = await storage.query('goal', { index: 'byEmployee', equals: ['e'] });
      expectSame(
        documents.map((document) => document.version),
        [version],
        'the version that a query returns',
      );
    }
  }),

  storageCase(6, 'a change of one document leaves the versions of others alone', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('goal', 'a', {}), put('goal', 'b', {}), put('action', 'a', action())]);
    await storage.commit([put('goal', 'a', {}, 1)]);
    const versions = [await storage.get('goal', 'a'), await storage.get('goal', 'b'), await storage.get('action', 'a')];
    expectSame(
      versions.map((document) => document?.version),
      [2, 1, 1],
      'the versions',
    );
  }),

  storageCase(6, 'a document that is created again starts at version 1', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('draft', 'd', { text: 'one' })]);
    await storage.commit([put('draft', 'd', { text: 'two' }, 1)]);
    await storage.commit([remove('draft', 'd', 2)]);
    await storage.commit([put('draft', 'd', { text: 'again' })]);
    expectSame((await storage.get('draft', 'd'))?.version, 1, 'the version');
    await storage.commit([put('draft', 'd', { text: 'and on' }, 1)]);
    expectSame((await storage.get('draft', 'd'))?.version, 2, 'the version after an update');
  }),

  storageCase(7, 'a deleted document is gone from get and from every index', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('action', 'goes', action()), put('action', 'stays', action())]);
    await storage.commit([remove('action', 'goes')]);
    expectSame(await storage.get('action', 'goes'), undefined, 'the deleted document');
    const queries = [
      { index: 'id' },
      { index: 'byRelationship', equals: ['pair', 'open'] },
      { index: 'byOwner', equals: ['owner'] },
      { index: 'byEmployee', equals: ['employee'] },
      { index: 'bySession', equals: ['session'] },
    ];
    for (const query of queries) expectIds(await storage.query('action', query), ['stays'], `the index ${query.index}`);
  }),

  storageCase(7, 'a query asked before a deletion does not bring the document back after it', async ({ open }) => {
    const storage = await open();
    const query = { index: 'bySession', equals: ['s'] };
    await storage.commit([put('sessionVersion', 'w', wording('s', 1))]);
    expectIds(await storage.query('sessionVersion', query), ['w'], 'before');
    await storage.commit([remove('sessionVersion', 'w')]);
    expectIds(await storage.query('sessionVersion', query), [], 'after');
  }),

  storageCase(7, 'a document that is created again is found by its new fields only', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('session', 's', session({ managerId: 'old' }))]);
    await storage.commit([remove('session', 's')]);
    await storage.commit([put('session', 's', session({ managerId: 'new' }))]);
    expectIds(await storage.query('session', { index: 'byManager', equals: ['old'] }), [], 'under the old manager');
    expectIds(await storage.query('session', { index: 'byManager', equals: ['new'] }), ['s'], 'under the new manager');
  }),
];

/** The entries of an object in the order of their keys, as text: an adapter may name them in any order. */
function sorted(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
