import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import { foundPairs, type FoundedPair } from '../../support/server/found-pairs.ts';
import { startScript, startServer, type ServerProcess } from '../../support/server/server-process.ts';
import type { BenchRow } from '../bench-types.ts';
import { putLoad, type Load, type LoadFigures } from './load.ts';

const pairCount = 64;
const sessionsOfPair = 8;
const rounds = 3;
const seconds = 1.5;
const days = 1000;

/** Reads and records through the handler, beside node:http with the driver. */
export async function besideHandMade(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'coachkit-bench-'));
  const servers: ServerProcess[] = [];
  try {
    const file = join(folder, 'coachkit.db');
    const pairs = await found(file);
    const first = await startServer({ storage: { kind: 'sqlite', file } });
    servers.push(first);
    const filling = { origin: first.origin, pairs, connections: pairCount };
    await fill(filling);
    await first.kill();
    // Both begin with the same file.
    const open = await openSqliteStorage({ file });
    await open.close();
    const copy = join(folder, 'by-hand.db');
    copyFileSync(file, copy);
    const product = await startServer({ storage: { kind: 'sqlite', file } });
    const limit = await startScript('test/bench/server/hand-made-server.ts', { file: copy });
    servers.push(product, limit);
    await assertSame(product, limit, pairs);
    return await measure('SQLite', product, limit, pairs);
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function found(file: string): Promise<readonly FoundedPair[]> {
  const source = await openSqliteStorage({ file });
  const pairs = await foundPairs(source, pairCount);
  await source.close();
  return pairs;
}

/** Each pair has some sessions, all of them read once today. */
export async function fill({ origin, pairs }: Pick<Load, 'origin' | 'pairs'>): Promise<void> {
  await Promise.all(
    pairs.map(async ({ managerId, employeeId, relationshipId }) => {
      for (let place = 0; place < sessionsOfPair; place += 1) {
        const date = new Date(Date.UTC(2000, 0, 3 + place)).toISOString().slice(0, 10);
        const id = (number: number): string => `first-${managerId}-${number}`;
        const action = { text: 'Draft three questions', ownerId: employeeId, dueDate: '2099-01-01' };
        const record = {
          ...{ date, durationMinutes: 50 },
          focus: { kind: 'skill-development', label: 'Negotiation', skillId: 'skill-negotiation' },
          points: ['Tom led two renewal calls on his own.', 'The opening went as he had planned it.', 'He waits.'],
          reviews: place === 0 ? [] : [{ actionId: id(place * 2 - 1), outcome: 'done' }],
          actions: [
            { ...action, id: id(place * 2) },
            { ...action, id: id(place * 2 + 1) },
          ],
        };
        const send = async (path: string, body?: unknown): Promise<void> => {
          const response = await fetch(`${origin}/v1${path}`, {
            method: body === undefined ? 'GET' : 'POST',
            headers: {
              ...{ 'x-person': managerId, 'coachkit-version': '1', 'content-type': 'application/json' },
              ...(body !== undefined && { 'idempotency-key': crypto.randomUUID() }),
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
            signal: AbortSignal.timeout(20_000),
          });
          const text = await response.text();
          assert.ok(response.ok, text);
        };
        await send(`/relationships/${relationshipId}/records`, record);
        await send(`/sessions/${relationshipId}.${date}/comments`, { text: 'That was a good hour.' });
        await send(`/sessions/${relationshipId}.${date}`);
      }
    }),
  );
}

/** The two answer the same, or the comparison means nothing. */
async function assertSame(product: ServerProcess, limit: ServerProcess, [pair]: readonly FoundedPair[]): Promise<void> {
  const ask = async ({ origin }: ServerProcess): Promise<unknown> => {
    const response = await fetch(`${origin}/v1/sessions/${pair?.relationshipId}.2000-01-05`, {
      headers: { 'x-person': pair?.managerId ?? '' },
      signal: AbortSignal.timeout(20_000),
    });
    return response.json();
  };
  assert.deepEqual(await ask(limit), await ask(product));
}

async function measure(
  name: string,
  product: ServerProcess,
  limit: ServerProcess,
  pairs: readonly FoundedPair[],
): Promise<readonly BenchRow[]> {
  const section = `Server over ${name}, beside node:http and the same driver by hand, median of ${rounds}`;
  const rows: BenchRow[] = [];
  let from = 100;
  for (const kind of ['read', 'record'] as const) {
    const figures: { limit: LoadFigures[]; product: LoadFigures[] }[] = [];
    // What has just been started is slow at first, and no server is judged by that.
    for (const { origin } of [limit, product])
      await putLoad({
        kind,
        connections: 16,
        seconds: 4,
        pairs,
        origin,
        from: kind === 'read' ? sessionsOfPair : from,
      });
    if (kind === 'record') from += days;
    for (const connections of [16, 64]) {
      const both = { limit: [] as LoadFigures[], product: [] as LoadFigures[] };
      for (let round = 0; round < rounds; round += 1) {
        const load = { kind, connections, seconds, pairs, from: kind === 'read' ? sessionsOfPair : from };
        both.limit.push(await putLoad({ ...load, origin: limit.origin }));
        both.product.push(await putLoad({ ...load, origin: product.origin }));
        if (kind === 'record') from += days;
      }
      figures.push(both);
    }
    const [few, many] = figures;
    if (few === undefined || many === undefined) continue;
    const what = kind === 'read' ? 'read of one session' : 'record of one session';
    const rate = (all: readonly LoadFigures[]): number => median(all.map(({ throughput }) => throughput));
    const late = (all: readonly LoadFigures[]): number => median(all.map(({ p95 }) => p95));
    for (const [clients, { limit: hand, product: ours }] of [
      [16, few],
      [64, many],
    ] as const) {
      const ratio = rate(ours) / rate(hand);
      rows.push({
        ...{ section, name: `${what}, ${clients} clients`, ratio, budget: '≥ 0.5 ×', passed: ratio >= 0.5 },
        ...{ limit: `${rate(hand).toFixed(0)} / s`, product: `${rate(ours).toFixed(0)} / s` },
      });
    }
    const ratio = late(many.product) / late(many.limit);
    rows.push({
      ...{ section, name: `${what}, 95 of 100 within, 64 clients`, ratio, budget: '≤ 2 ×', passed: ratio <= 2 },
      ...{ limit: `${late(many.limit).toFixed(1)} ms`, product: `${late(many.product).toFixed(1)} ms` },
    });
  }
  return rows;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
