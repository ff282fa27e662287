import { openPostgresStorage } from '@coachkit/adapters/storage/postgres';
import { openSqliteStorage, type SqlStorageSource } from '@coachkit/adapters/storage/sqlite';
import type { SentOperation } from '@coachkit/core/wire';
import { setTimeout as pause } from 'node:timers/promises';
import { tenantId } from '../../support/server/actor-headers.ts';
import { foundPairs } from '../../support/server/found-pairs.ts';
import { startServer, type ServerProcess, type StorageChoice } from '../../support/server/server-process.ts';
import { Ledger } from './ledger.ts';
import { look } from './look.ts';
import { newState, nextOperation, type PairState } from './next-operations.ts';
import { RefusedOperation, sendOperations } from './send-operations.ts';

/** What became of operations when the server, or its database, was killed. */
export interface CrashFigures {
  readonly kills: number;
  readonly acknowledged: number;
  /** Operations that were on their way when it was killed; they were sent again. */
  readonly unanswered: number;
  readonly missing: number;
  readonly half: number;
  readonly doubled: number;
  /** The first thing that is wrong. */
  readonly first?: string | undefined;
}

/** What is killed. */
export type Victim =
  | { readonly kind: 'server' }
  /** It is up again when `kill` resolves. */
  | { readonly kind: 'database'; kill(): Promise<void> };

const writers = 8;
const patience = 20_000;

/** Kills a server, or the database under it, again and again while eight managers write, and looks what is there. */
export async function crashDuringWrites(storage: StorageChoice, kills: number, victim: Victim): Promise<CrashFigures> {
  const founding = await open(storage);
  const pairs = await foundPairs(founding, writers);
  await founding.close();
  const states = pairs.map(newState);
  const ledger = new Ledger();
  const figures = { kills: 0, unanswered: 0, missing: 0, half: 0, doubled: 0 };
  let first: string | undefined;
  let server = await startServer({ storage });
  try {
    for (; figures.kills < kills; figures.kills += 1) {
      const pending = await writeUntilKilled(server, states, ledger, victim);
      if (victim.kind === 'server') server = await startServer({ storage });
      const looking = await open(storage);
      try {
        const found = await look(looking.storageOfTenant(tenantId), ledger);
        figures.unanswered += pending.flat().length;
        await sendAgain(server, states, pending, ledger);
        const after = await look(looking.storageOfTenant(tenantId), ledger);
        first ??= [...found.missing, ...found.half, ...after.missing, ...after.half, ...after.doubled][0];
        figures.missing += new Set([...found.missing, ...after.missing]).size;
        figures.half += new Set([...found.half, ...after.half]).size;
        figures.doubled += after.doubled.length;
      } finally {
        await looking.close();
      }
      if (first !== undefined) break;
    }
    return { ...figures, acknowledged: ledger.acknowledged, first };
  } finally {
    await server.kill();
  }
}

/** @returns by manager, what was sent and not answered */
async function writeUntilKilled(
  server: ServerProcess,
  states: readonly PairState[],
  ledger: Ledger,
  victim: Victim,
): Promise<readonly (readonly SentOperation[])[]> {
  let isDying = false;
  let onFirst: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (onFirst = resolve));
  const gone = new AbortController();
  const writing = states.map(async (state): Promise<readonly SentOperation[]> => {
    while (!isDying) {
      const batch = Array.from({ length: 1 + Math.floor(Math.random() * 4) }, () => nextOperation(state));
      const open = await trySend(server, state, batch, ledger, gone.signal);
      if (open.length > 0) {
        if (!isDying) throw new Error(`${open.length} operations were not applied, though nothing was killed`);
        return open;
      }
      onFirst();
    }
    return [];
  });
  await Promise.race([answered, ...writing]);
  await pause(Math.random() * 300);
  isDying = true;
  await (victim.kind === 'server' ? server.kill() : victim.kill());
  // A server that is alive answers in the end, whatever became of its database.
  const timer = setTimeout(() => gone.abort(), victim.kind === 'server' ? 0 : patience);
  const pending = await Promise.all(writing);
  clearTimeout(timer);
  return pending;
}

/** @returns what was not answered as applied */
async function trySend(
  { origin }: ServerProcess,
  { pair }: PairState,
  batch: readonly SentOperation[],
  ledger: Ledger,
  signal: AbortSignal,
): Promise<readonly SentOperation[]> {
  for (const operation of batch) ledger.sending(operation, pair);
  try {
    const applied = await sendOperations(origin, pair.managerId, batch, signal);
    for (const id of applied) ledger.acknowledge(id);
    return batch.filter(({ id }) => !applied.includes(id));
  } catch (error) {
    if (error instanceof RefusedOperation) throw error;
    return batch;
  }
}

/** Sends what was not answered twice at the same time, as a device does whose first attempt is slow. */
async function sendAgain(
  server: ServerProcess,
  states: readonly PairState[],
  pending: readonly (readonly SentOperation[])[],
  ledger: Ledger,
): Promise<void> {
  await Promise.all(
    states.map(async (state, index) => {
      const batch = pending[index] ?? [];
      if (batch.length === 0) return;
      for (let turn = 1; ; turn += 1) {
        const attempts = [1, 2].map(() => trySend(server, state, batch, ledger, AbortSignal.timeout(patience)));
        const open = await Promise.all(attempts);
        if (open.some((each) => each.length === 0)) return;
        if (turn === 50) throw new Error('what was not answered cannot be sent again');
        await pause(100);
      }
    }),
  );
}

function open(storage: StorageChoice): Promise<SqlStorageSource> {
  return storage.kind === 'sqlite'
    ? openSqliteStorage({ file: storage.file })
    : openPostgresStorage({ connectionString: storage.connectionString, poolSize: 2 });
}
