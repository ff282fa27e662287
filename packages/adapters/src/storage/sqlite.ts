import { createSqlSource, type SqlStorageSource } from './sql/sql-source.js';
import type { StatementObserver } from './sql/sql-database.js';
import { SqliteDatabase } from './sql/sqlite/sqlite-database.js';

export type { SqlStorageSource } from './sql/sql-source.js';
export type { StatementObserver } from './sql/sql-database.js';

/** Which file a server keeps its documents in. */
export interface SqliteStorageOptions {
  /** Its path. It is made when it is not there; two more files, `-wal` and `-shm`, stand beside it while it is open. */
  readonly file: string;
  /** How long to wait for another process that is writing, in milliseconds; 5,000 unless set. Nothing else runs then. */
  readonly busyTimeout?: number;
  /** The most bytes the file may grow to; commits beyond are refused with `storage-full`. As the disk has, unless set. */
  readonly mostBytes?: number;
  /** Told of every statement, without its values. */
  readonly onStatement?: StatementObserver;
}

/**
 * Opens the storages of a server over one SQLite file: no other program has to run. It brings the file to the current
 * schema. A commit that resolves is on the disk and survives the end of the process and of the machine.
 *
 * SQLite knows no rules for rows: an actor's storage is kept to its tenant, and within it by the policy alone. Storages
 * hear each other's changes within this process, not those of another one.
 *
 * @example
 * const source = await openSqliteStorage({ file: 'coachkit.db' })
 * const coaching = createCoaching({ storage: source.storageFor(actor), actor })
 *
 * @throws CoachingError `storage-unavailable` when the file cannot be used; `storage-read-only` when it was written by a
 *   newer version
 */
export async function openSqliteStorage({
  file,
  busyTimeout = 5_000,
  mostBytes,
  onStatement,
}: SqliteStorageOptions): Promise<SqlStorageSource> {
  return createSqlSource(await SqliteDatabase.open({ file, busyTimeout, mostBytes, onStatement }));
}
