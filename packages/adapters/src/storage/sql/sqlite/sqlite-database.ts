import { closed } from '@coachkit/core/storage-parts';
import { migrate } from '../migrate.js';
import type { RowScope } from '../row-scope.js';
import type { SqlDatabase, SqlRow, SqlStatement, SqlTransaction, StatementObserver } from '../sql-database.js';
import { Connection } from './connection.js';
import { refusalOf } from './sqlite-errors.js';
import { WriteQueue } from './write-queue.js';

/** Which file, and how it is used. */
export interface SqliteDatabaseOptions {
  readonly file: string;
  readonly busyTimeout: number;
  /** The most bytes the file may take; as much as the disk has when absent. */
  readonly mostBytes: number | undefined;
  readonly onStatement: StatementObserver | undefined;
}

/**
 * SQLite in this process. One connection writes and another reads, so that nobody ever reads what is not kept yet. A
 * commit is on the disk when it resolves: `synchronous = FULL` flushes the log before SQLite calls it committed.
 */
export class SqliteDatabase implements SqlDatabase {
  readonly dialect = 'sqlite';
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #queue: WriteQueue;
  #isClosed = false;

  /** @throws CoachingError `storage-unavailable` | `storage-read-only` */
  static async open(options: SqliteDatabaseOptions): Promise<SqliteDatabase> {
    const connections: Connection[] = [];
    try {
      const { file, busyTimeout, mostBytes, onStatement } = options;
      for (const _ of ['writer', 'reader']) connections.push(new Connection(file, busyTimeout, onStatement));
      const [writer, reader] = connections as [Connection, Connection];
      writer.execute('PRAGMA journal_mode = WAL');
      writer.execute('PRAGMA synchronous = FULL');
      // macOS leaves data in the cache of the disk unless it is asked for more; elsewhere this changes nothing.
      writer.execute('PRAGMA fullfsync = ON');
      if (mostBytes !== undefined) writer.limit(mostBytes);
      const database = new SqliteDatabase(writer, reader);
      await database.#queue.run((transaction) => migrate(transaction, 'sqlite'));
      return database;
    } catch (error) {
      for (const connection of connections) connection.close();
      throw refusalOf(error);
    }
  }

  private constructor(writer: Connection, reader: Connection) {
    this.#writer = writer;
    this.#reader = reader;
    this.#queue = new WriteQueue(writer);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- SQLite answers at once
  async read(_scope: RowScope, statement: SqlStatement): Promise<readonly SqlRow[]> {
    this.#assertOpen();
    try {
      return this.#reader.rows(statement);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  async write<Result>(_scope: RowScope, work: (transaction: SqlTransaction) => Promise<Result>): Promise<Result> {
    this.#assertOpen();
    return this.#queue.run(work);
  }

  async ready(): Promise<void> {
    await this.read({ tenantId: '', reaches: [] }, { text: 'SELECT 1', values: [] });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#queue.idle();
    this.#reader.close();
    this.#writer.close();
  }

  #assertOpen(): void {
    if (this.#isClosed) throw closed();
  }
}
