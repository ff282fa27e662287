import { CoachingError, type Storage, type StorageChange } from '@coachkit/core';
import { createIndexedDbStorage, databaseNameFor } from '@coachkit/adapters/storage/indexeddb';

// The page of the whole-browser tests: what they call from outside hangs on `lab`.

/** Told of each save once the storage has acknowledged it. Put there by the test. */
declare global {
  interface Window {
    acknowledge?: (count: number) => void;
    lab: typeof lab;
  }
}

const scope = { tenantId: 'northwind', personId: 'anna' };
const encrypted = { ...scope, key: new Uint8Array(32).fill(42) };

/** What was found of the saves of earlier pages. */
export interface Findings {
  /** How many saves are there whole. */
  readonly whole: number;
  /** Saves of which only a part is there, or a part that cannot be read. */
  readonly halfWritten: number;
  readonly level: string;
}

const lab = {
  /** Saves without end: a session with its words, two actions, and the version of a draft, in one commit. */
  async saveForEver(): Promise<void> {
    const storage = await createIndexedDbStorage(encrypted);
    for (let count = (await countWhole(storage)).whole + 1; ; count += 1) {
      const { level } = await storage.commit(changesOfSave(count));
      if (level === 'device') window.acknowledge?.(count);
    }
  },

  /** Looks at what is there. */
  async look(): Promise<Findings> {
    const storage = await createIndexedDbStorage(encrypted);
    const findings = await countWhole(storage);
    await storage.close();
    return findings;
  },

  /** Writes a word into a document of every kind that holds words, and a second one into an id, in the clear. */
  async writeWords(word: string, clearWord: string, encryption: 'with-key' | 'off-for-local-demo'): Promise<number> {
    const options = encryption === 'with-key' ? encrypted : ({ ...scope, encryption } as const);
    const storage = await createIndexedDbStorage(options);
    const kinds = ['sessionContent', 'draft', 'action', 'comment'] as const;
    for (let version = 0; version < 3; version += 1) {
      await storage.commit(
        kinds.map((kind) => {
          const body = { text: `${word} ${version}`, points: [word, `long ${'x'.repeat(100)} ${word}`] };
          return { type: 'put', kind, id: `${clearWord}-${kind}`, body, expectedVersion: version };
        }),
      );
    }
    const read = await Promise.all(kinds.map((kind) => storage.get(kind, `${clearWord}-${kind}`)));
    await storage.close();
    return read.filter((document) => JSON.stringify(document?.body).includes(word)).length;
  },

  /** Writes documents until there is no room, and says how that went. */
  async fillUp(): Promise<{ written: number; code: string; there: number; isWhole: boolean }> {
    const storage = await createIndexedDbStorage(encrypted);
    let written = 0;
    let code = 'never full';
    try {
      for (; written < 2_000; written += 1) await storage.commit([big(`b${written}`), big(`c${written}`)]);
    } catch (error) {
      code = CoachingError.isInstance(error) ? error.code : String(error);
    }
    const { documents } = await storage.query('draft', { index: 'id' });
    await storage.close();
    const isWhole = documents.every(({ body }) => String(body?.['text']).length === bigLength);
    return { written, code, there: documents.length, isWhole };
  },

  /** Writes some small drafts and one that is too large to lie in the database itself. */
  async writeLarge(): Promise<void> {
    const storage = await createIndexedDbStorage(encrypted);
    const bodies = { a: 'small', b: 'large '.repeat(100_000), c: 'small' };
    await storage.commit(
      Object.entries(bodies).map(([id, text]) => {
        const body = { text, authorId: 'me', updatedAt: id };
        return { type: 'put', kind: 'draft', id, body, expectedVersion: 0 };
      }),
    );
    await storage.close();
  },

  /** Every draft with its state, by each way of reading. */
  async readDrafts(): Promise<string[][]> {
    const storage = await createIndexedDbStorage(encrypted);
    const query = { index: 'byAuthor', equals: ['me'] };
    const pages = [
      await storage.query('draft', { index: 'id' }),
      await storage.query('draft', query),
      await storage.query('draft', { ...query, descending: true, limit: 2 }),
    ];
    const { next } = await storage.query('draft', { ...query, limit: 2 });
    pages.push(await storage.query('draft', { ...query, limit: 2, ...(next !== undefined && { after: next }) }));
    const one = await storage.get('draft', 'b');
    await storage.close();
    const states = pages.map(({ documents }) =>
      documents.map(({ id, unreadable }) => `${id} ${unreadable ?? 'whole'}`),
    );
    return [...states, [`b ${one?.unreadable ?? 'whole'}`]];
  },

  /** Replaces a document that cannot be read any more. */
  async replaceDraft(): Promise<string> {
    const storage = await createIndexedDbStorage(encrypted);
    const found = await storage.get('draft', 'b');
    await storage.commit([
      { type: 'put', kind: 'draft', id: 'b', body: { text: 'new' }, expectedVersion: found?.version ?? 0 },
    ]);
    const text = String((await storage.get('draft', 'b'))?.body?.['text']);
    await storage.close();
    return text;
  },

  /** Wipes, and lists the databases that are left. */
  async wipe(): Promise<string[]> {
    const storage = await createIndexedDbStorage(encrypted);
    await storage.wipe();
    return (await indexedDB.databases()).map(({ name = '' }) => name);
  },

  /** How a storage opens here. */
  async open(): Promise<object> {
    const storage = await createIndexedDbStorage(encrypted);
    const { level } = await storage.commit([big('one')]);
    const version = (await storage.get('draft', 'one'))?.version;
    await storage.wipe();
    return { status: storage.status, level, version };
  },

  databaseName: () => databaseNameFor(scope.tenantId, scope.personId),
};

const bigLength = 20_000;

function big(id: string): StorageChange {
  // Nothing that could be compressed.
  const bytes = crypto.getRandomValues(new Uint8Array(bigLength / 2));
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { type: 'put', kind: 'draft', id, body: { text }, expectedVersion: 0 };
}

function changesOfSave(count: number): StorageChange[] {
  const add = (kind: 'session' | 'sessionContent' | 'action', id: string): StorageChange => {
    const body = { count, managerId: 'm', date: '2026-11-24', text: `save ${count} `.repeat(20) };
    return { type: 'put', kind, id, body, expectedVersion: 0 };
  };
  return [
    add('session', `s${count}`),
    add('sessionContent', `s${count}`),
    add('action', `s${count}-one`),
    add('action', `s${count}-two`),
    { type: 'put', kind: 'draft', id: 'latest', body: { count }, expectedVersion: count - 1 },
  ];
}

async function countWhole(storage: Storage): Promise<Findings> {
  const counts = new Map<number, number>();
  for (const kind of ['session', 'sessionContent', 'action'] as const) {
    for (const { id, body } of (await storage.query(kind, { index: 'id' })).documents) {
      const count = Number(/\d+/.exec(id)?.[0]);
      const isWhole = body?.['count'] === count && body['text'] === `save ${count} `.repeat(20);
      counts.set(count, (counts.get(count) ?? 0) + (isWhole ? 1 : 0));
    }
  }
  const latest = Number((await storage.get('draft', 'latest'))?.body?.['count'] ?? 0);
  const whole = [...counts].filter(([count, documents]) => documents === 4 && count <= latest).length;
  // Saves follow one another, so the draft has to be of the last one.
  const halfWritten = counts.size - whole + (latest === counts.size ? 0 : 1);
  return { whole, halfWritten, level: storage.status.level };
}

window.lab = lab;

// In a sandboxed frame nobody can call in; the frame reports by itself.
if (window.origin === 'null') {
  lab.open().then(
    (found) => parent.postMessage(found, '*'),
    (error: unknown) => parent.postMessage({ error: String(error) }, '*'),
  );
}
