import { openPostgresStorage } from '@coachkit/adapters/storage/postgres';
import { openSqliteStorage, type SqlStorageSource } from '@coachkit/adapters/storage/sqlite';
import type { DocumentKind } from '@coachkit/core';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestPostgres } from '../../support/postgres.ts';
import { sqliteLaboratory } from './sql-harness.ts';

/** What was found after kills. */
export interface KillFigures {
  readonly kills: number;
  /** Commits that were said to be kept. */
  readonly acknowledged: number;
  /** Of those, the ones that were not. */
  readonly missing: number;
  /** Commits of three documents of which one or two were kept. */
  readonly halfKept: number;
}

const kinds = ['session', 'sessionContent', 'action'] as const satisfies readonly DocumentKind[];

/** Kills a process that keeps documents in SQLite, again and again on one file. */
export async function killSqlite(kills: number): Promise<KillFigures> {
  const laboratory = sqliteLaboratory();
  const acknowledged: string[] = [];
  try {
    for (let round = 0; round < kills; round += 1) {
      const parameters = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', writer];
      const child = spawn(process.execPath, [...parameters, laboratory.file, `r${round}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
      // At another moment each time, after it has got going.
      while (said.length < 200) await pause(1);
      await pause((round * 7) % 40);
      child.kill('SIGKILL');
      await once(child, 'close');
      acknowledged.push(...said.split('\n').slice(0, -1));
    }
    const source = await openSqliteStorage({ file: laboratory.file });
    const figures = await compare(source, acknowledged, kills);
    await source.close();
    return figures;
  } finally {
    await laboratory.end();
  }
}

// Several at a time, so that commits share transactions.
const writer = `
  import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
  const [file, round] = process.argv.slice(1);
  const source = await openSqliteStorage({ file });
  const storage = source.storageOfTenant('t');
  for (let number = 0; ; number += 1) {
    await Promise.all(['a', 'b', 'c'].map(async (each) => {
      const id = [round, each, number].join('-');
      await storage.commit(${JSON.stringify(kinds)}.map((kind) => ({ type: 'put', kind, id, body: { id, text: 'x'.repeat(500) }, expectedVersion: 0 })));
      process.stdout.write(id + '\\n');
    }));
  }`;

/** Kills every process of a PostgreSQL server, again and again on one directory, while documents are written. */
export async function killPostgres(server: TestPostgres, kills: number): Promise<KillFigures> {
  const { connectionString } = await server.createDatabase();
  const source = await openPostgresStorage({ connectionString, poolSize: 4 });
  const storage = source.storageOfTenant('t');
  const acknowledged: string[] = [];
  for (let round = 0; round < kills; round += 1) {
    let isOver = false;
    const write = async (name: string): Promise<void> => {
      for (let number = 0; !isOver; number += 1) {
        const id = `r${round}-${name}-${number}`;
        const changes = kinds.map((kind) => ({
          type: 'put' as const,
          kind,
          id,
          body: { id, text: 'x'.repeat(500) },
          expectedVersion: 0,
        }));
        try {
          await storage.commit(changes);
          acknowledged.push(id);
        } catch {
          // It was not said to be kept, and may be kept or not, whole.
          await pause(5);
        }
      }
    };
    const before = acknowledged.length;
    const writing = Promise.all(['a', 'b', 'c', 'd'].map(write));
    while (acknowledged.length < before + 20) await pause(1);
    await pause((round * 7) % 40);
    await server.kill();
    isOver = true;
    await writing;
  }
  const figures = await compare(source, acknowledged, kills);
  await source.close();
  return figures;
}

async function compare(source: SqlStorageSource, acknowledged: readonly string[], kills: number): Promise<KillFigures> {
  const storage = source.storageOfTenant('t');
  const found = await Promise.all(
    kinds.map(async (kind) => new Set((await storage.query(kind, { index: 'id' })).documents.map(({ id }) => id))),
  );
  const everything = new Set(found.flatMap((ids) => [...ids]));
  const isWhole = (id: string): boolean => found.every((ids) => ids.has(id));
  return {
    kills,
    acknowledged: acknowledged.length,
    missing: acknowledged.filter((id) => !isWhole(id)).length,
    halfKept: [...everything].filter((id) => !isWhole(id)).length,
  };
}
