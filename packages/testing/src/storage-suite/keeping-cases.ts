import { documentKinds, type DocumentKind, type JsonObject } from '@coachkit/core';
import { expectIds, expectSame, expectTrue } from './expectations.js';
import { action, put, session } from './samples.js';
import { storageCase } from './storage-case.js';

const everyKind = Object.keys(documentKinds) as DocumentKind[];

// Names that an adapter built on plain objects would find without anybody having put them there.
const inheritedNames = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

/** Promises 1 to 3: documents come back as they were, are absent when they were not committed, and belong to nobody. */
export const keepingCases = [
  storageCase(1, 'a committed document comes back as it was', async ({ open }) => {
    const storage = await open();
    const body: JsonObject = {
      empty: '',
      nothing: null,
      yes: true,
      no: false,
      numbers: [0, 1, -1, 0.1, 1e21, 5e-324, Number.MAX_SAFE_INTEGER],
      nested: { list: [[], {}, [[['deep']]]], object: { '': 'an empty key' } },
    };
    await storage.commit([put('sessionContent', 'one', body)]);
    expectSame(
      await storage.get('sessionContent', 'one'),
      { kind: 'sessionContent', id: 'one', version: 1, body },
      'the document',
    );
  }),

  storageCase(1, 'the keys of a body keep their order', async ({ open }) => {
    const storage = await open();
    const body = { zebra: 1, alpha: 2, Beta: 3, nested: { y: 1, x: 2 } };
    await storage.commit([put('session', 'one', body)]);
    expectSame((await storage.get('session', 'one'))?.body, body, 'the body');
  }),

  storageCase(1, 'a text of 300,000 characters is kept whole', async ({ open }) => {
    const storage = await open();
    const text = 'Übung macht den Meister. '.repeat(12_000);
    await storage.commit([put('sessionContent', 'long', { text })]);
    expectTrue((await storage.get('sessionContent', 'long'))?.body?.['text'] === text, 'the text has changed');
  }),

  storageCase(1, 'every kind of document is kept', async ({ open }) => {
    const storage = await open();
    await storage.commit(everyKind.map((kind) => put(kind, 'same-id', { of: kind })));
    for (const kind of everyKind) {
      expectSame((await storage.get(kind, 'same-id'))?.body, { of: kind }, `the document of kind ${kind}`);
      expectIds(await storage.query(kind, { index: 'id' }), ['same-id'], `all documents of kind ${kind}`);
    }
  }),

  storageCase(1, 'a query returns documents as they were', async ({ open }) => {
    const storage = await open();
    const body = action({ activities: [{ kind: 'course', courseId: 'c1' }], text: 'Übung' });
    await storage.commit([put('action', 'one', body)]);
    const { documents } = await storage.query('action', { index: 'byOwner', equals: ['owner'] });
    expectSame(documents, [{ kind: 'action', id: 'one', version: 1, body }], 'the documents found');
  }),

  storageCase(1, 'an update replaces the whole body', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('session', 'one', { ...session(), note: 'old' })]);
    await storage.commit([put('session', 'one', { only: 'this' }, 1)]);
    expectSame((await storage.get('session', 'one'))?.body, { only: 'this' }, 'the body');
  }),

  storageCase(2, 'what was never committed is undefined', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('session', 'one', session())]);
    for (const id of ['two', 'one ', 'On', 'ONE', ...inheritedNames]) {
      expectSame(await storage.get('session', id), undefined, `the session ${id}`);
    }
    expectSame(await storage.get('sessionContent', 'one'), undefined, 'another kind with the same id');
  }),

  storageCase(2, 'a query that finds nothing answers an empty last page', async ({ open }) => {
    const storage = await open();
    expectSame(await storage.query('session', { index: 'id' }), { documents: [] }, 'all sessions');
    expectSame(
      await storage.query('session', { index: 'byManager', equals: ['nobody'], limit: 1 }),
      { documents: [] },
      'the sessions of nobody',
    );
  }),

  storageCase(3, 'changing an argument afterwards changes nothing that is stored', async ({ open }) => {
    const storage = await open();
    const body = { list: ['as it was'], inner: { text: 'as it was' } };
    const changes = [put('draft', 'one', body)];
    const committing = storage.commit(changes);
    // At once, while an adapter may still be busy, and again when it is done.
    body.list.push('changed');
    body.inner.text = 'changed';
    changes.push(put('draft', 'two', {}));
    await committing;
    body.inner.text = 'changed again';
    expectSame(
      (await storage.get('draft', 'one'))?.body,
      { list: ['as it was'], inner: { text: 'as it was' } },
      'the body',
    );
    expectSame(await storage.get('draft', 'two'), undefined, 'a change added after the call');
  }),

  storageCase(3, 'changing an argument afterwards changes no index', async ({ open }) => {
    const storage = await open();
    const body = { managerId: 'before', date: '2026-01-01' };
    const committing = storage.commit([put('session', 'one', body)]);
    body.managerId = 'after';
    await committing;
    expectIds(
      await storage.query('session', { index: 'byManager', equals: ['before'] }),
      ['one'],
      'under the old manager',
    );
    expectIds(await storage.query('session', { index: 'byManager', equals: ['after'] }), [], 'under the new manager');
  }),

  storageCase(3, 'changing a result changes nothing that is stored', async ({ open }) => {
    const storage = await open();
    const body = { list: ['as it was'], managerId: 'm', date: '2026-01-01' };
    await storage.commit([put('session', 'one', body)]);
    const query = { index: 'byManager', equals: ['m'] };
    spoil((await storage.get('session', 'one'))?.body);
    spoil((await storage.query('session', query)).documents[0]?.body);
    expectSame((await storage.get('session', 'one'))?.body, body, 'the document after its result was changed');
    expectSame((await storage.query('session', query)).documents[0]?.body, body, 'the document that a query finds');
  }),
];

/** Changes an object in depth, or fails to where it is frozen: both are fine. */
function spoil(body: JsonObject | undefined): void {
  try {
    (body?.['list'] as string[]).push('changed');
    Object.assign(body ?? {}, { managerId: 'changed' });
  } catch {
    // A frozen result cannot be changed, which keeps the promise as well.
  }
}
