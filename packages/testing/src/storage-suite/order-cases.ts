import { expectIds, expectSame, expectTrue } from './expectations.js';
import { commitSessions, put, readPages, remove, session, wording } from './samples.js';
import { storageCase } from './storage-case.js';

// In the order of code units. A collation would mix cases and put Ä beside A; the order of code points would put the
// emoji, which is made of surrogates, after the full-width letter.
const byCodeUnit = [
  '',
  '1',
  '10',
  '2',
  'Adam',
  'Zoë',
  'a',
  'a b',
  'a-b',
  'aa',
  'adam',
  'zoë',
  'Ärla',
  'ß',
  'ä',
  '中',
  '😀',
  'ａ',
];

/** Promises 9 and 10: order and pages. */
export const orderCases = [
  storageCase(9, 'documents are ordered by the code units of their ids', async ({ open }) => {
    const storage = await open();
    const ids = byCodeUnit.filter((id) => id !== '');
    await storage.commit(scattered(ids).map((id) => put('unit', id, {})));
    expectIds(await storage.query('unit', { index: 'id' }), ids, 'by id');
    expectIds(await storage.query('unit', { index: 'id', descending: true }), ids.toReversed(), 'by id, descending');
  }),

  storageCase(9, 'documents are ordered by the code units of their fields', async ({ open }) => {
    const storage = await open();
    await storage.commit(scattered(byCodeUnit).map((date) => put('session', `s-${date}`, session({ date }))));
    const query = { index: 'byManager', equals: ['manager'] };
    const ids = byCodeUnit.map((date) => `s-${date}`);
    expectIds(await storage.query('session', query), ids, 'by date');
    expectIds(await storage.query('session', { ...query, descending: true }), ids.toReversed(), 'by date, descending');
  }),

  storageCase(9, 'numbers come before strings and in the order of their size', async ({ open }) => {
    const storage = await open();
    const revisions = [-5, -0.5, 0, 0.5, 2, 10, 100, '', '-5', '10', '2'];
    const ids = revisions.map((_, position) => `w${String(position).padStart(2, '0')}`);
    const changes = revisions.map((revision, position) =>
      put('sessionVersion', ids[position] ?? '', wording('s', revision)),
    );
    await storage.commit(scattered(changes));
    const query = { index: 'bySession', equals: ['s'] };
    expectIds(await storage.query('sessionVersion', query), ids, 'by revision');
    expectIds(await storage.query('sessionVersion', { ...query, descending: true }), ids.toReversed(), 'descending');
  }),

  storageCase(9, 'equal fields are ordered by id, and backwards when descending', async ({ open }) => {
    const storage = await open();
    await commitSessions(storage, { c: {}, B: {}, a: {}, d: { date: '2026-01-01' }, ä: {} });
    const query = { index: 'byManager', equals: ['manager'] };
    expectIds(await storage.query('session', query), ['d', 'B', 'a', 'c', 'ä'], 'ascending');
    expectIds(await storage.query('session', { ...query, descending: true }), ['ä', 'c', 'a', 'B', 'd'], 'descending');
    const limited = await storage.query('session', { ...query, descending: true, limit: 2 });
    expectIds(limited, ['ä', 'c'], 'the last two');
  }),

  storageCase(9, 'the first field decides before the second', async ({ open }) => {
    const storage = await open();
    await commitSessions(storage, {
      a: { managerId: 'm2', date: '2026-01-01' },
      b: { managerId: 'm1', date: '2026-12-31' },
      // Joined into one text, these two fields would stand between the others.
      c: { managerId: 'm1-', date: '' },
    });
    expectIds(await storage.query('session', { index: 'byManager' }), ['b', 'c', 'a'], 'the whole index');
  }),

  storageCase(10, 'pages of every size add up to the whole, in both directions', async ({ open }) => {
    const storage = await open();
    const ids = Array.from({ length: 13 }, (_, position) => `s${String(position).padStart(2, '0')}`);
    // Few dates, so that most pages end between documents with equal fields.
    await storage.commit(
      scattered(ids).map((id) => put('session', id, session({ date: `2026-03-0${Number(id.slice(1)) % 3}` }))),
    );
    for (const index of ['byManager', 'id']) {
      for (const descending of [false, true]) {
        const query = { index, descending };
        const whole = (await storage.query('session', query)).documents.map(({ id }) => id);
        expectSame(whole.length, ids.length, 'how many there are');
        for (const limit of [1, 2, 3, 5, 12, 13, 14]) {
          const pages = (await readPages(storage, 'session', query, limit)).map(({ id }) => id);
          expectSame(pages, whole, `pages of ${limit} by ${index}${descending ? ', descending' : ''}`);
        }
      }
    }
  }),

  storageCase(10, 'pages stay within the range of their query', async ({ open }) => {
    const storage = await open();
    const dates = Array.from({ length: 9 }, (_, day) => `2026-03-0${day + 1}`);
    await commitSessions(storage, Object.fromEntries(dates.map((date) => [date, { date }])));
    await commitSessions(storage, { other: { managerId: 'another', date: '2026-03-05' } });
    const query = { index: 'byManager', equals: ['manager'], from: '2026-03-03', to: '2026-03-07' };
    const expected = dates.slice(2, 7);
    const forwards = await readPages(storage, 'session', query, 2);
    expectSame(
      forwards.map(({ id }) => id),
      expected,
      'ascending',
    );
    const backwards = await readPages(storage, 'session', { ...query, descending: true }, 2);
    expectSame(
      backwards.map(({ id }) => id),
      expected.toReversed(),
      'descending',
    );
  }),

  storageCase(10, 'the last page has no next one, also when it is full', async ({ open }) => {
    const storage = await open();
    await storage.commit(['a', 'b', 'c', 'd'].map((id) => put('unit', id, {})));
    const first = await storage.query('unit', { index: 'id', limit: 2 });
    expectTrue(first.next !== undefined, 'the first page has a next one');
    const last = await storage.query('unit', { index: 'id', limit: 2, after: first.next ?? '' });
    expectIds(last, ['c', 'd'], 'the last page');
    expectTrue(last.next === undefined, 'the last page must not have a next one');
    expectTrue((await storage.query('unit', { index: 'id', limit: 4 })).next === undefined, 'one page that holds all');
  }),

  storageCase(10, 'documents that come and go before the cursor neither repeat nor hide others', async ({ open }) => {
    for (const descending of [false, true]) {
      const storage = await open(descending ? '-descending' : '');
      const ids = ['b', 'c', 'd', 'e', 'f', 'g'];
      await commitSessions(storage, Object.fromEntries(ids.map((id) => [id, {}])));
      const query = { index: 'byManager', equals: ['manager'], descending, limit: 2 };
      const [first, second, third, ...rest] = descending ? ids.toReversed() : ids;
      const page = await storage.query('session', query);
      expectIds(page, [first ?? '', second ?? ''], 'the first page');
      // One comes before the cursor; the one the cursor stands on goes.
      await commitSessions(storage, { [descending ? 'z' : 'a']: {} });
      await storage.commit([remove('session', second ?? '')]);
      const next = await storage.query('session', { ...query, after: page.next ?? '' });
      expectIds(next, [third ?? '', rest[0] ?? ''], 'the second page');
      await storage.commit([
        remove('session', first ?? ''),
        remove('session', third ?? ''),
        remove('session', rest[0] ?? ''),
      ]);
      const last = await storage.query('session', { ...query, after: next.next ?? '' });
      expectIds(last, rest.slice(1), 'the last page');
    }
  }),

  storageCase(10, 'a document that is added behind the cursor is found', async ({ open }) => {
    const storage = await open();
    await storage.commit(['a', 'b', 'd'].map((id) => put('unit', id, {})));
    const page = await storage.query('unit', { index: 'id', limit: 2 });
    await storage.commit([put('unit', 'c', {}), put('unit', 'e', {})]);
    expectIds(await storage.query('unit', { index: 'id', after: page.next ?? '' }), ['c', 'd', 'e'], 'the rest');
  }),

  storageCase(10, 'a page holds no more than its limit and a limit above all is no limit', async ({ open }) => {
    const storage = await open();
    await storage.commit(['a', 'b', 'c'].map((id) => put('unit', id, {})));
    expectIds(await storage.query('unit', { index: 'id', limit: 1 }), ['a'], 'one');
    expectIds(await storage.query('unit', { index: 'id', limit: 1_000_000 }), ['a', 'b', 'c'], 'a million');
  }),
];

/** The same values in another order, always the same one. */
function scattered<Value>(values: readonly Value[]): Value[] {
  return [
    ...values.filter((_, position) => position % 3 === 1),
    ...values.filter((_, position) => position % 3 !== 1).reverse(),
  ];
}
