import { openPostgresStorage } from '@coachkit/adapters/storage/postgres';
import { openSqliteStorage, type SqlStorageSource } from '@coachkit/adapters/storage/sqlite';
import type { Clock } from '@coachkit/core';
import type { StorageHarness } from '@coachkit/testing/storage-suite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startPostgres, type TestDatabase, type TestPostgres } from '../../support/postgres.ts';

/** A database for the tests of one file, opened as often as they like. */
export interface SqlLaboratory {
  readonly name: string;
  open(options?: SqlOpening): Promise<SqlStorageSource>;
  /** Runs statements past the storage, as the owner. */
  query(text: string): Promise<Record<string, unknown>[]>;
  /** Leaves no room until the returned function is called. */
  fill(): Promise<() => Promise<void>>;
  /** Removes the database. */
  end(): Promise<void>;
}

/** How to open it. */
export interface SqlOpening {
  readonly clock?: Clock;
  readonly onStatement?: (text: string) => void;
}

/** A SQLite file in a folder of its own. */
export function sqliteLaboratory(): SqlLaboratory & { readonly file: string } {
  console.log(`SQLite ${process.versions['sqlite']}`);
  const folder = mkdtempSync(join(tmpdir(), 'coachkit-sqlite-'));
  const file = join(folder, 'coachkit.db');
  const beside = <Result>(work: (database: DatabaseSync) => Result): Result => {
    const database = new DatabaseSync(file);
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  return {
    name: 'SQLite',
    file,
    open: ({ onStatement } = {}) =>
      openSqliteStorage({ file, mostBytes: 64_000_000, ...(onStatement && { onStatement }) }),
    query: async (text) => beside((database) => database.prepare(text).all() as Record<string, unknown>[]),
    async fill() {
      // Another process without a limit takes all the room that the file may have.
      beside((database) => {
        database.exec('CREATE TABLE filler (body BLOB)');
        database.exec('INSERT INTO filler VALUES (zeroblob(64000000))');
      });
      return async () => beside((database) => database.exec('DROP TABLE filler'));
    },
    end: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A database of a PostgreSQL server. */
export async function postgresLaboratory(
  server: TestPostgres,
): Promise<SqlLaboratory & { readonly database: TestDatabase }> {
  const database = await server.createDatabase();
  return {
    name: 'PostgreSQL',
    database,
    open: (options = {}) =>
      openPostgresStorage({ connectionString: database.connectionString, poolSize: 4, ...options }),
    query: (text) => database.query(text),
    async fill() {
      // What a disk without room makes the server say, said for every row that is written.
      await database.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
      const tables = await database.query(
        `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND rowsecurity`,
      );
      for (const { tablename } of tables)
        await database.query(
          `CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON "${String(tablename)}" FOR EACH ROW EXECUTE FUNCTION no_room()`,
        );
      return async () => void (await database.query('DROP FUNCTION no_room() CASCADE'));
    },
    end: async () => undefined,
  };
}

/** Starts what there is: SQLite always, PostgreSQL where one is found. */
export async function sqlLaboratories(): Promise<{
  readonly laboratories: readonly SqlLaboratory[];
  readonly stop: () => Promise<void>;
}> {
  const server = await startPostgres();
  const laboratories = [sqliteLaboratory(), ...(server ? [await postgresLaboratory(server)] : [])];
  return {
    laboratories,
    async stop() {
      for (const laboratory of laboratories) await laboratory.end();
      await server?.stop();
    },
  };
}

/** The conformance suite's view of a source: storages of whole tenants, because its people have no parts in pairs. */
export function suiteHarness(laboratory: SqlLaboratory, source: SqlStorageSource): StorageHarness {
  return {
    open: ({ tenantId }) => source.storageOfTenant(tenantId),
    fill: () => laboratory.fill(),
    async damage({ tenantId }, kind, id) {
      const table = kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      await laboratory.query(
        `UPDATE "${table}" SET body = '{"half' WHERE tenant_id = 's${tenantId}' AND id = 's${id}' RETURNING id`,
      );
    },
  };
}
