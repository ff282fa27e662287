import type { JsonObject } from '@coachkit/core';
import { expectIds, expectSame, expectTrue } from './expectations.js';
import { put, session } from './samples.js';
import { storageCase } from './storage-case.js';

const texts: Readonly<Record<string, string>> = {
  'right to left': 'شكراً جزيلاً, תודה רבה',
  'direction marks': '\u202Eabc\u202C\u200F\u2066x\u2069',
  'composed and combining': 'é e\u0301 Å \u212B ﬁ',
  'stacked combining marks': 'Z\u0351\u036B\u0343a\u0301\u0327\u0323lgo',
  'emoji with joiners': '👩🏽‍💻🏳️‍🌈👨‍👩‍👧‍👦',
  'unpaired surrogates': 'a\uD800b\uDC00c',
  'control characters': '\u0000\u0001\u001F\u007F\u0085',
  'line ends': 'one\ntwo\r\nthree\rfour\u2028five\u2029six',
  'byte order mark': '\uFEFFtext\uFEFF',
  'white space': '  \t two  spaces \u00A0 ',
  'looks like JSON': '{"a":[1,2],"b":"\\u0041\\""}',
  'looks like a date': '2026-03-29',
  'looks like an instant': '2026-03-29T01:30:00+01:00',
  'looks like a number': '007',
  'looks like null': 'null',
  'looks like SQL': "'; DROP TABLE documents; --",
  'name of an inherited property': '__proto__',
};

const ids = [
  'é',
  'e\u0301',
  'Å',
  '\u212B',
  'שלום',
  '😀',
  '__proto__',
  'constructor',
  'a/b',
  'a%2Fb',
  'a:b',
  'a b',
  "a'b",
  'a"b',
  'A',
  'a',
];

/** Promise 11: strings are kept exactly. */
export const textCases = [
  storageCase(11, 'every string is kept to the code unit, encrypted or not', async ({ open }) => {
    const storage = await open();
    for (const kind of ['session', 'sessionContent'] as const) {
      await storage.commit(Object.entries(texts).map(([name, text]) => put(kind, name, { text, list: [text] })));
      for (const [name, text] of Object.entries(texts)) {
        expectSame((await storage.get(kind, name))?.body, { text, list: [text] }, name);
      }
    }
  }),

  storageCase(11, 'every string is kept as a key', async ({ open }) => {
    const storage = await open();
    const body = Object.fromEntries(Object.values(texts).map((text, position) => [text, position]));
    await storage.commit([put('sessionContent', 'one', body)]);
    expectSame((await storage.get('sessionContent', 'one'))?.body, body, 'the body');
  }),

  storageCase(11, 'a key called __proto__ is kept and gives no object new properties', async ({ open }) => {
    const storage = await open();
    const body = JSON.parse(
      '{"__proto__":{"spoiled":true},"inner":{"constructor":{"prototype":{"spoiled":true}}}}',
    ) as JsonObject;
    await storage.commit([put('session', 'one', body), put('draft', 'one', body)]);
    for (const kind of ['session', 'draft'] as const) {
      const kept = (await storage.get(kind, 'one'))?.body;
      expectSame(kept, body, `the body of the ${kind}`);
      expectTrue(!('spoiled' in {}) && (kept === undefined || !('spoiled' in kept)), 'objects were given a property');
    }
  }),

  storageCase(11, 'ids that differ by one code unit are different documents', async ({ open }) => {
    const storage = await open();
    await storage.commit(ids.map((id) => put('unit', id, { id })));
    for (const id of ids)
      expectSame(await storage.get('unit', id), { kind: 'unit', id, version: 1, body: { id } }, `the id ${id}`);
    expectIds(await storage.query('unit', { index: 'id' }), ids.toSorted(compareCodeUnits), 'all ids');
  }),

  storageCase(11, 'index fields are compared to the code unit', async ({ open }) => {
    const storage = await open();
    await storage.commit(ids.map((managerId, position) => put('session', `s${position}`, session({ managerId }))));
    for (const [position, managerId] of ids.entries()) {
      const page = await storage.query('session', { index: 'byManager', equals: [managerId] });
      expectIds(page, [`s${position}`], `the sessions of ${managerId}`);
    }
  }),

  storageCase(11, 'dates are not shifted, around the changes of the clock either', async ({ open }) => {
    const storage = await open();
    const dates = ['2026-03-29', '2026-10-25', '2026-12-31', '2027-01-01', '2028-02-29', '0001-01-01', '2026-02-31'];
    const instants = ['2026-03-29T00:59:59.999Z', '2026-03-29T02:30', '2026-10-25T02:30:00+02:00'];
    const body = { dates, instants, date: '2026-10-25', managerId: 'm' };
    await storage.commit([put('session', 'one', body)]);
    expectSame((await storage.get('session', 'one'))?.body, body, 'the body');
    expectIds(
      await storage.query('session', { index: 'byManager', equals: ['m', '2026-10-25'] }),
      ['one'],
      'by its date',
    );
  }),
];

function compareCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
