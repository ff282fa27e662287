import { expect } from '@open-wc/testing';
import { documentKinds, type DocumentKind, type Storage } from '@coachkit/core';
import { createIndexedDbStorage, databaseNameFor } from '@coachkit/adapters/storage/indexeddb';
import { freshScope, refusalOf } from './frames.ts';
import { keyOf, openBeside, requestResult } from './indexeddb-harness.ts';

interface RawRecord {
  id: string;
  version: number;
  fields: Record<string, unknown>;
  text?: string;
  sealed?: Uint8Array;
}

const word = 'Marzipanschwein';
const everyKind = Object.keys(documentKinds) as DocumentKind[];

describe('IndexedDB storage, encryption at rest', () => {
  it('refuses to open without a key, with a wrong one, and with one that is not wanted', async () => {
    const scope = freshScope();
    expect(await refusalOf(createIndexedDbStorage(scope))).to.equal('invalid-input');
    expect(await refusalOf(createIndexedDbStorage({ ...scope, encryption: 'with-key' }))).to.equal('invalid-input');
    expect(await refusalOf(createIndexedDbStorage({ ...scope, key: new Uint8Array(16) }))).to.equal('invalid-input');
    const off = { ...scope, encryption: 'off-for-local-demo', key: keyOf(1) } as const;
    expect(await refusalOf(createIndexedDbStorage(off))).to.equal('invalid-input');
    const decryptOnly = await crypto.subtle.importKey('raw', keyOf(1), 'AES-GCM', false, ['decrypt']);
    expect(await refusalOf(createIndexedDbStorage({ ...scope, key: decryptOnly }))).to.equal('invalid-input');
    const short = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, false, ['encrypt', 'decrypt']);
    expect(await refusalOf(createIndexedDbStorage({ ...scope, key: short }))).to.equal('invalid-input');
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    expect(databases).not.to.include(await databaseNameFor(scope.tenantId, scope.personId));
  });

  it('takes a CryptoKey, bytes, or a function for either, and reads what the other has written', async () => {
    const scope = freshScope();
    const cryptoKey = await crypto.subtle.importKey('raw', keyOf(3), 'AES-GCM', false, ['encrypt', 'decrypt']);
    for (const key of [keyOf(3), cryptoKey, () => keyOf(3), () => Promise.resolve(cryptoKey)]) {
      const storage = await createIndexedDbStorage({ ...scope, key });
      const version = (await storage.get('draft', 'd'))?.version ?? 0;
      await storage.commit([{ type: 'put', kind: 'draft', id: 'd', body: { word }, expectedVersion: version }]);
      expect((await storage.get('draft', 'd'))?.body).to.deep.equal({ word });
      await storage.close();
    }
  });

  it('rejects with storage-unavailable, to be tried again, when the key cannot be had', async () => {
    const cause = new Error('offline');
    const error = await createIndexedDbStorage({ ...freshScope(), key: () => Promise.reject(cause) }).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.include({ code: 'storage-unavailable', retryable: true, cause });
  });

  it('does not keep the key, and does not follow changes of its bytes', async () => {
    const scope = freshScope();
    const bytes = keyOf(4);
    const storage = await createIndexedDbStorage({ ...scope, key: bytes });
    bytes.fill(0);
    await storage.commit([{ type: 'put', kind: 'draft', id: 'd', body: { word }, expectedVersion: 0 }]);
    await storage.close();
    const again = await createIndexedDbStorage({ ...scope, key: keyOf(4) });
    expect((await again.get('draft', 'd'))?.body).to.deep.equal({ word });
    await again.close();
  });

  it('seals the bodies of every kind with words, and leaves index fields and the rest in the clear', async () => {
    const scope = freshScope();
    const storage = await createIndexedDbStorage({ ...scope, key: keyOf(5) });
    const body = { employeeId: 'e1', managerId: 'm1', authorId: 'a1', date: '2026-01-01', word };
    await storage.commit(everyKind.map((kind) => ({ type: 'put', kind, id: 'one', body, expectedVersion: 0 })));
    for (const kind of everyKind) {
      const record = await rawRecord(scope, kind, 'one');
      const { holdsWords, indexes } = documentKinds[kind];
      expect(record.sealed !== undefined, `${kind} is sealed`).to.equal(holdsWords);
      expect(JSON.stringify(record).includes(word), `${kind} shows the word`).to.equal(!holdsWords);
      const fields = new Set<string>(Object.values(indexes).flat());
      expect(new Set(Object.keys(record.fields))).to.deep.equal(
        new Set(Object.keys(body).filter((field) => fields.has(field))),
      );
    }
    await storage.close();
  });

  it('seals the same words differently each time', async () => {
    const scope = freshScope();
    const storage = await createIndexedDbStorage({ ...scope, key: keyOf(5) });
    const seen = new Set<string>();
    for (let version = 0; version < 20; version += 1) {
      await storage.commit([{ type: 'put', kind: 'draft', id: 'd', body: { word }, expectedVersion: version }]);
      const { sealed } = await rawRecord(scope, 'draft', 'd');
      // After the form and the mark of the key comes the nonce.
      seen.add(sealed!.slice(9, 21).join());
    }
    expect(seen.size).to.equal(20);
    await storage.close();
  });

  it('opens sealed words under no other id, kind or version', async () => {
    const scope = freshScope();
    const storage = await createIndexedDbStorage({ ...scope, key: keyOf(6) });
    const put = (kind: DocumentKind, id: string, expectedVersion: number) =>
      storage.commit([{ type: 'put', kind, id, body: { kind, id, expectedVersion }, expectedVersion }]);
    await put('draft', 'one', 0);
    const old = await rawRecord(scope, 'draft', 'one');
    await put('draft', 'one', 1);
    await put('draft', 'two', 0);
    await put('comment', 'one', 0);
    const comment = await rawRecord(scope, 'comment', 'one');

    const reads = async (id: string) => (await storage.get('draft', id))?.unreadable;
    const spoil = (record: RawRecord) => putRaw(scope, 'draft', record);
    await spoil({ ...(await rawRecord(scope, 'draft', 'two')), sealed: old.sealed! });
    expect(await reads('two'), 'the words of another id').to.equal('damaged');
    await spoil({ ...(await rawRecord(scope, 'draft', 'one')), sealed: old.sealed! });
    expect(await reads('one'), 'the words of an older version').to.equal('damaged');
    await spoil({ ...old, sealed: comment.sealed! });
    expect(await reads('one'), 'the words of another kind').to.equal('damaged');
    await spoil(old);
    expect(await reads('one'), 'words and version of before, which belong together').to.equal(undefined);
    await storage.close();
  });

  it('says of every document that it was sealed with another key, hides none, and reads what has no words', async () => {
    const scope = freshScope();
    const first = await createIndexedDbStorage({ ...scope, key: keyOf(1) });
    await fillWithThree(first);
    await first.close();
    for (const options of [{ key: keyOf(2) }, { encryption: 'off-for-local-demo' } as const]) {
      const second = await createIndexedDbStorage({ ...scope, ...options });
      const { documents } = await second.query('action', { index: 'byOwner', equals: ['o'] });
      expect(documents).to.deep.equal(
        ['a', 'b', 'c'].map((id) => ({ kind: 'action', id, version: 1, unreadable: 'wrong-key' })),
      );
      expect((await second.get('unit', 'u'))?.body).to.deep.equal({ name: 'readable' });
      await second.close();
    }
    const third = await createIndexedDbStorage({ ...scope, key: keyOf(1) });
    expect((await third.get('action', 'b'))?.body).to.include({ word });
    await third.close();
  });

  it('reads words that were written while encryption was off, and seals them when they change', async () => {
    const scope = freshScope();
    const open = await createIndexedDbStorage({ ...scope, encryption: 'off-for-local-demo' });
    await fillWithThree(open);
    expect((await rawRecord(scope, 'action', 'a')).text).to.include(word);
    await open.close();
    const sealing = await createIndexedDbStorage({ ...scope, key: keyOf(1) });
    const { body, version } = (await sealing.get('action', 'a'))!;
    await sealing.commit([{ type: 'put', kind: 'action', id: 'a', body: body!, expectedVersion: version }]);
    expect((await rawRecord(scope, 'action', 'a')).text).to.equal(undefined);
    expect((await sealing.get('action', 'a'))?.body).to.include({ word });
    await sealing.close();
  });

  it('keeps every spoilt record apart from the others, whatever is wrong with it', async () => {
    const scope = freshScope();
    const storage = await createIndexedDbStorage({ ...scope, key: keyOf(1) });
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'whole'];
    await storage.commit(
      ids.map((id) => ({ type: 'put', kind: 'draft', id, body: { authorId: 'x', updatedAt: id }, expectedVersion: 0 })),
    );
    const spoilt: Readonly<Record<string, (record: RawRecord) => object>> = {
      a: ({ id, fields }) => ({ id, fields }),
      b: (record) => ({ ...record, sealed: new Uint8Array() }),
      c: (record) => ({ ...record, sealed: record.sealed!.slice(0, 30) }),
      d: (record) => ({ ...record, version: 7 }),
      e: ({ id, fields, version }) => ({ id, fields, version, text: '[1]' }),
      f: ({ id, fields, version }) => ({ id, fields, version, text: 'null' }),
      g: (record) => ({ ...record, sealed: 'not bytes' }),
      h: (record) => ({ ...record, sealed: record.sealed!.map((byte, position) => (position === 0 ? 9 : byte)) }),
    };
    for (const [id, spoil] of Object.entries(spoilt)) {
      await putRaw(scope, 'draft', spoil(await rawRecord(scope, 'draft', id)));
    }
    const { documents } = await storage.query('draft', { index: 'byAuthor', equals: ['x'] });
    expect(documents.map(({ id, unreadable }) => `${id} ${unreadable}`)).to.deep.equal([
      ...Object.keys(spoilt).map((id) => `${id} damaged`),
      'whole undefined',
    ]);
    await storage.close();
  });
});

describe('databaseNameFor', () => {
  it('shows the tenant, hides the person, and gives every scope a name of its own', async () => {
    const name = await databaseNameFor('Northwind', 'anna.schmidt@northwind.example');
    expect(name).to.match(/^coachkit-Northwind-[0-9a-f]{32}$/);
    expect(await databaseNameFor('Northwind', 'anna.schmidt@northwind.example')).to.equal(name);
    const scopes = [
      ['Northwind', 'b'],
      ['Northwind', undefined],
      ['Northwind', ''],
      ['Northwind', 'undefined'],
      ['Northwind', 'null'],
      ['northwind', 'b'],
      ['North wind', 'b'],
      ['North/wind', 'b'],
      ['North\uD800wind', 'b'],
      ['North\uD801wind', 'b'],
      ['Northwind"', 'b'],
      ['Northwind', '","b'],
    ] as const;
    const names = await Promise.all(scopes.map(([tenantId, personId]) => databaseNameFor(tenantId, personId)));
    expect(new Set(names).size).to.equal(scopes.length);
  });
});

async function fillWithThree(storage: Storage): Promise<void> {
  await storage.commit([
    ...['a', 'b', 'c'].map((id) => {
      const body = { ownerId: 'o', status: 'open', dueDate: '2026-01-01', word };
      return { type: 'put', kind: 'action', id, body, expectedVersion: 0 } as const;
    }),
    { type: 'put', kind: 'unit', id: 'u', body: { name: 'readable' }, expectedVersion: 0 },
  ]);
}

async function rawRecord(scope: ReturnType<typeof freshScope>, kind: DocumentKind, id: string): Promise<RawRecord> {
  const database = await openBeside(scope);
  const record: RawRecord = await requestResult(database.transaction(kind).objectStore(kind).get(id));
  database.close();
  return record;
}

async function putRaw(scope: ReturnType<typeof freshScope>, kind: DocumentKind, record: object): Promise<void> {
  const database = await openBeside(scope);
  await requestResult(database.transaction(kind, 'readwrite').objectStore(kind).put(record));
  database.close();
}
