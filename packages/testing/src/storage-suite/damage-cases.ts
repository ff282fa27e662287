import type { StoredDocument } from '@coachkit/core';
import { expectIds, expectSame, expectTrue } from './expectations.js';
import { action, put, readPages, remove } from './samples.js';
import { storageCase, type CaseContext } from './storage-case.js';

/** Promise 20: what cannot be read is said to be so and hides nothing else. */
export const damageCases = [
  storageCase(
    20,
    'a document that cannot be read is returned as such',
    async (context) => {
      const storage = await storeThree(context);
      expectUnreadable(await storage.get('action', 'b'));
      expectSame((await storage.get('action', 'c'))?.body, action(), 'its neighbour');
    },
    'damage',
  ),

  storageCase(
    20,
    'a document that cannot be read hides no other from a query',
    async (context) => {
      const storage = await storeThree(context);
      for (const descending of [false, true]) {
        const { documents } = await storage.query('action', { index: 'id', descending });
        expectSame(documents.map(({ id }) => id).sort(), ['a', 'b', 'c'], 'all documents');
        expectUnreadable(documents.find(({ id }) => id === 'b'));
        const pages = await readPages(storage, 'action', { index: 'id', descending }, 1);
        expectSame(pages.map(({ id }) => id).sort(), ['a', 'b', 'c'], 'all documents, one a page');
        for (const { id, body } of documents) if (id !== 'b') expectSame(body, action(), `the document ${id}`);
      }
    },
    'damage',
  ),

  storageCase(
    20,
    'a document that cannot be read can be replaced and deleted',
    async (context) => {
      const storage = await storeThree(context);
      const found = await storage.get('action', 'b');
      await storage.commit([put('action', 'b', action({ text: 'new' }), found?.version ?? 0)]);
      expectSame((await storage.get('action', 'b'))?.body, action({ text: 'new' }), 'the new document');
      await context.harness.damage?.(context.scope(), 'action', 'c');
      await storage.commit([remove('action', 'c', (await storage.get('action', 'c'))?.version ?? 0)]);
      expectIds(await storage.query('action', { index: 'id' }), ['a', 'b'], 'what is left');
    },
    'damage',
  ),
];

async function storeThree({ open, scope, harness }: CaseContext) {
  const storage = await open();
  await storage.commit(['a', 'b', 'c'].map((id) => put('action', id, action())));
  await harness.damage?.(scope(), 'action', 'b');
  return storage;
}

function expectUnreadable(document: StoredDocument | undefined): void {
  expectTrue(document !== undefined, 'the damaged document is missing');
  expectTrue(document?.unreadable !== undefined, 'the damaged document is not said to be unreadable');
  expectSame(document?.body, undefined, 'the body of the damaged document');
  expectTrue((document?.version ?? 0) >= 1, 'the version of the damaged document is not a version');
}
