import type { JsonObject } from '@coachkit/core';
import { expectIds } from './expectations.js';
import { action, commitSessions, put, session, wording } from './samples.js';
import { storageCase } from './storage-case.js';

/** Promise 8: a query finds exactly what lies within its bounds. */
export const queryCases = [
  storageCase(8, 'leading fields are compared whole', async ({ open }) => {
    const storage = await open();
    const managers = ['m1', 'm10', 'm', 'M1', 'm1 ', ' m1', ''];
    await commitSessions(
      storage,
      Object.fromEntries(managers.map((managerId, position) => [`s${position}`, { managerId }])),
    );
    for (const [position, managerId] of managers.entries()) {
      const page = await storage.query('session', { index: 'byManager', equals: [managerId] });
      expectIds(page, [`s${position}`], `the sessions of "${managerId}"`);
    }
  }),

  storageCase(8, 'two leading fields narrow what one finds', async ({ open }) => {
    const storage = await open();
    await storage.commit([
      put('action', 'a', action({ status: 'open' })),
      put('action', 'b', action({ status: 'done' })),
      put('action', 'c', action({ status: 'open', ownerId: 'another' })),
    ]);
    expectIds(
      await storage.query('action', { index: 'byOwner', equals: ['owner', 'open'] }),
      ['a'],
      'owner and status',
    );
    expectIds(await storage.query('action', { index: 'byOwner', equals: ['owner'] }), ['b', 'a'], 'owner only');
    const all = await storage.query('action', { index: 'byOwner', equals: ['owner', 'open', '2026-04-30'] });
    expectIds(all, ['a'], 'every field');
  }),

  storageCase(8, 'both ends of a range are included', async ({ open }) => {
    const storage = await open();
    const dates = ['2026-03-01', '2026-03-02', '2026-03-15', '2026-03-31', '2026-04-01'];
    await commitSessions(storage, Object.fromEntries(dates.map((date) => [date, { date }])));
    const ask = (range: object, ids: readonly string[], what: string): Promise<void> =>
      storage
        .query('session', { index: 'byManager', equals: ['manager'], ...range })
        .then((page) => expectIds(page, ids, what));
    await ask({ from: '2026-03-02', to: '2026-03-31' }, ['2026-03-02', '2026-03-15', '2026-03-31'], 'from and to');
    await ask({ from: '2026-03-31' }, ['2026-03-31', '2026-04-01'], 'from alone');
    await ask({ to: '2026-03-02' }, ['2026-03-01', '2026-03-02'], 'to alone');
    await ask({ from: '2026-03-15', to: '2026-03-15' }, ['2026-03-15'], 'one value');
    await ask({ from: '2026-03-16', to: '2026-03-14' }, [], 'an end before its start');
    await ask({ from: '2026-03', to: '2026-04' }, dates.slice(0, 4), 'ends that no document has');
  }),

  storageCase(8, 'a range stays within its leading fields', async ({ open }) => {
    const storage = await open();
    await commitSessions(storage, {
      a: { managerId: 'm1', date: '2026-03-01' },
      b: { managerId: 'm2', date: '2026-03-01' },
      c: { managerId: 'm3', date: '2026-03-01' },
    });
    const from = await storage.query('session', { index: 'byManager', equals: ['m2'], from: '2026-01-01' });
    expectIds(from, ['b'], 'an open end');
    const to = await storage.query('session', { index: 'byManager', equals: ['m2'], to: '2026-12-31' });
    expectIds(to, ['b'], 'an open start');
  }),

  storageCase(8, 'a range of the first field takes every value of the others', async ({ open }) => {
    const storage = await open();
    await commitSessions(storage, {
      a: { managerId: 'm1', date: '2026-03-09' },
      b: { managerId: 'm2', date: '2026-03-05' },
      c: { managerId: 'm2', date: '2026-03-07' },
      d: { managerId: 'm3', date: '2026-03-01' },
    });
    expectIds(
      await storage.query('session', { index: 'byManager', from: 'm1', to: 'm2' }),
      ['a', 'b', 'c'],
      'm1 to m2',
    );
    expectIds(await storage.query('session', { index: 'byManager' }), ['a', 'b', 'c', 'd'], 'everything');
  }),

  storageCase(8, 'a range of the third field works as one of the second', async ({ open }) => {
    const storage = await open();
    const dates = ['2026-05-01', '2026-05-02', '2026-05-03'];
    await storage.commit(dates.map((dueDate) => put('action', dueDate, action({ dueDate }))));
    const page = await storage.query('action', { index: 'byOwner', equals: ['owner', 'open'], to: '2026-05-02' });
    expectIds(page, dates.slice(0, 2), 'actions due by the second');
  }),

  storageCase(8, 'a document without a field of an index is not in it', async ({ open }) => {
    const storage = await open();
    const { managerId, date, ...bare } = session() as { managerId: string; date: string };
    const incomplete: Readonly<Record<string, JsonObject>> = {
      'no-manager': { ...bare, date },
      'no-date': { ...bare, managerId },
      'null-date': { ...bare, managerId, date: null },
      'boolean-date': { ...bare, managerId, date: true },
      'list-date': { ...bare, managerId, date: ['2026-03-01'] },
      'object-date': { ...bare, managerId, date: {} },
    };
    await storage.commit([
      put('session', 'whole', session()),
      ...Object.entries(incomplete).map(([id, body]) => put('session', id, body)),
    ]);
    expectIds(await storage.query('session', { index: 'byManager' }), ['whole'], 'everything in the index');
    expectIds(await storage.query('session', { index: 'byManager', equals: ['manager'] }), ['whole'], 'by manager');
    const everything = [...Object.keys(incomplete), 'whole'].sort();
    expectIds(await storage.query('session', { index: 'id' }), everything, 'by id');
  }),

  storageCase(8, 'an update moves a document to where its new fields are', async ({ open }) => {
    const storage = await open();
    const by = (managerId: string) => storage.query('session', { index: 'byManager', equals: [managerId] });
    await storage.commit([put('session', 's', session({ managerId: 'old' }))]);
    expectIds(await by('old'), ['s'], 'under the old manager, before');
    await storage.commit([put('session', 's', session({ managerId: 'new' }), 1)]);
    expectIds(await by('old'), [], 'under the old manager');
    expectIds(await by('new'), ['s'], 'under the new manager');
    await storage.commit([put('session', 's', { employeeId: 'employee', date: '2026-03-29' }, 2)]);
    expectIds(await by('new'), [], 'under the new manager, once the field is gone');
    expectIds(await storage.query('session', { index: 'byEmployee', equals: ['employee'] }), ['s'], 'by employee');
  }),

  storageCase(8, 'a number is not the string that looks like it', async ({ open }) => {
    const storage = await open();
    await storage.commit([
      put('sessionVersion', 'number', wording('s', 1)),
      put('sessionVersion', 'string', wording('s', '1')),
    ]);
    const ask = (query: object) => storage.query('sessionVersion', { index: 'bySession', ...query });
    expectIds(await ask({ equals: ['s', 1] }), ['number'], 'equal to the number');
    expectIds(await ask({ equals: ['s', '1'] }), ['string'], 'equal to the string');
    expectIds(await ask({ equals: ['s'], to: 2 }), ['number'], 'up to a number');
    expectIds(await ask({ equals: ['s'], from: '' }), ['string'], 'from the empty string');
  }),

  storageCase(8, 'the empty string is a value like any other', async ({ open }) => {
    const storage = await open();
    await commitSessions(storage, { a: { managerId: '', date: '' }, b: { managerId: '', date: '2026-01-01' } });
    const ask = (query: object) => storage.query('session', { index: 'byManager', ...query });
    expectIds(await ask({ equals: [''] }), ['a', 'b'], 'by an empty manager');
    expectIds(await ask({ equals: ['', ''] }), ['a'], 'by an empty manager and date');
    expectIds(await ask({ equals: [''], from: '', to: '' }), ['a'], 'from and to the empty string');
    expectIds(await ask({ equals: [], to: '' }), ['a', 'b'], 'without a leading field');
  }),

  storageCase(8, 'dates are compared as the strings they are', async ({ open }) => {
    const storage = await open();
    const dates = ['2026-03-28', '2026-03-29', '2026-03-29T00:30:00Z', '2026-03-30', '29.03.2026'];
    await commitSessions(storage, Object.fromEntries(dates.map((date) => [date, { date }])));
    const page = await storage.query('session', {
      index: 'byManager',
      equals: ['manager'],
      from: '2026-03-29',
      to: '2026-03-29',
    });
    expectIds(page, ['2026-03-29'], 'the sessions of 29 March');
  }),
];
