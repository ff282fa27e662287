import { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';
import type { DocumentKind, JsonObject, Storage } from '@coachkit/core';
import { openRawDatabase, type RawDatabase } from './raw-database.ts';

// The page of the storage benchmark: limit and product in turn, in the same page, on the same disk.

declare global {
  interface Window {
    benchStorage: typeof benchStorage;
  }
}

/** Times in milliseconds, one for each round or for each call. */
export interface Pair {
  readonly limit: readonly number[];
  readonly product: readonly number[];
}

/** What was measured. */
export interface StorageFigures {
  readonly bulk: Pair;
  readonly bulkEncrypted: Pair;
  readonly one: Pair;
  readonly pointRead: Pair;
  readonly period: Pair;
}

const count = 10_000;
const people = 200;
const rounds = 7;
const key = new Uint8Array(32).fill(42);

async function benchStorage(): Promise<StorageFigures> {
  // Two kinds: one with two indexes and no words, and one with words, which has four.
  const bulk = await bulkWrites('accessReceipt');
  const bulkEncrypted = await bulkWrites('action');
  return { bulk, bulkEncrypted, ...(await singleCalls()) };
}

async function bulkWrites(kind: DocumentKind): Promise<Pair> {
  const records = recordsOf(count);
  return inTurn(rounds, {
    limit: async () => {
      const raw = await openRawDatabase(kind);
      const time = await timeOf(() => raw.writeAll(records));
      await raw.remove();
      return time;
    },
    product: async () => {
      const storage = await openProduct();
      const time = await timeOf(() => writeAll(storage, kind, records));
      await storage.wipe();
      return time;
    },
  });
}

async function singleCalls(): Promise<Pick<StorageFigures, 'one' | 'pointRead' | 'period'>> {
  const records = recordsOf(count);
  const raw = await openRawDatabase('session');
  await raw.writeAll(records);
  const storage = await openProduct();
  await writeAll(storage, 'session', records);
  const idOf = (call: number): string => `r${(call * 7919) % count}`;
  const personOf = (call: number): string => `person-${(call * 7) % people}`;
  const pointRead = await blocks(100, {
    limit: (call) => raw.read(idOf(call)),
    product: (call) => storage.get('session', idOf(call)),
  });
  const period = await blocks(50, {
    limit: (call) => raw.readPeriod(personOf(call), '2026-04-01', '2026-06-30'),
    product: (call) =>
      storage.query('session', {
        index: 'byEmployee',
        equals: [personOf(call)],
        from: '2026-04-01',
        to: '2026-06-30',
      }),
  });
  await agree(raw, storage);
  let written = 0;
  const one = await inTurn(300, {
    limit: () => timeOf(() => raw.writeAll([recordAt(count + (written += 1))])),
    product: () => timeOf(() => writeAll(storage, 'session', [recordAt(count + (written += 1))])),
  });
  await raw.remove();
  await storage.wipe();
  return { one, pointRead, period };
}

/** What is compared has to find the same. */
async function agree(raw: RawDatabase, storage: Storage): Promise<void> {
  const found = await raw.readPeriod('person-7', '2026-04-01', '2026-06-30');
  const { documents } = await storage.query('session', {
    index: 'byEmployee',
    equals: ['person-7'],
    from: '2026-04-01',
    to: '2026-06-30',
  });
  const same = JSON.stringify(found) === JSON.stringify(documents.map(({ body }) => body));
  if (!same || found.length < 5) throw new Error(`the limit finds ${found.length}, the product ${documents.length}`);
}

async function openProduct(): Promise<Storage> {
  const storage = await createIndexedDbStorage({ tenantId: `bench-${crypto.randomUUID()}`, key });
  // The first commit waits for what opening has begun; that is no part of a write.
  await storage.commit([{ type: 'put', kind: 'unit', id: 'first', body: {}, expectedVersion: 0 }]);
  return storage;
}

async function writeAll(storage: Storage, kind: DocumentKind, records: readonly JsonObject[]): Promise<void> {
  await storage.commit(
    records.map((body) => ({ type: 'put', kind, id: String(body['id']), body, expectedVersion: 0 })),
  );
}

/** Limit and product in turn, each first in every other round: what slows the machine down hits both alike. */
async function inTurn(
  times: number,
  { limit, product }: { readonly limit: () => Promise<number>; readonly product: () => Promise<number> },
): Promise<Pair> {
  const pair = { limit: [] as number[], product: [] as number[] };
  // One round that does not count: what is compiled at first use is compiled then.
  for (let round = -1; round < times; round += 1) {
    const order = round % 2 === 0 ? (['limit', 'product'] as const) : (['product', 'limit'] as const);
    for (const which of order) {
      const time = await (which === 'limit' ? limit() : product());
      if (round >= 0) pair[which].push(time);
    }
  }
  return pair;
}

/** Time for one call, as the mean of a block of calls one after the other: the clock is too coarse for one. */
function blocks(
  length: number,
  calls: Readonly<Record<'limit' | 'product', (call: number) => Promise<unknown>>>,
): Promise<Pair> {
  let call = 0;
  const block = (which: 'limit' | 'product') => async () => {
    const start = (call += length);
    const time = await timeOf(async () => {
      for (let index = 0; index < length; index += 1) await calls[which](start + index);
    });
    return time / length;
  };
  return inTurn(20, { limit: block('limit'), product: block('product') });
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function recordsOf(length: number): JsonObject[] {
  return Array.from({ length }, (_, index) => recordAt(index));
}

/** A record of about 1 kB with every field that an index of the three kinds names. */
function recordAt(index: number): JsonObject {
  const date = `2026-${two(1 + (index % 12))}-${two(1 + (index % 28))}`;
  return {
    id: `r${index}`,
    relationshipId: `pair-${index % people}`,
    sessionId: `session-${index % 2_000}`,
    managerId: `manager-${index % 20}`,
    ownerId: `person-${index % people}`,
    employeeId: `person-${index % people}`,
    date,
    dueDate: date,
    status: index % 3 === 0 ? 'done' : 'open',
    durationMinutes: 45,
    text: wordsOf(index, 640),
    tags: ['one', 'two', 'three'],
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const vocabulary = 'she names the trade-off first then waits for an answer and asks what would make it easier'.split(
  ' ',
);

function wordsOf(seed: number, length: number): string {
  let text = '';
  for (let state = seed + 1; text.length < length; state = (state * 48_271) % 2_147_483_647) {
    text += `${vocabulary[state % vocabulary.length]} `;
  }
  return text;
}

window.benchStorage = benchStorage;
