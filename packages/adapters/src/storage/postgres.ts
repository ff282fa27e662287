import { systemClock, type Clock } from '@coachkit/core';
import { PostgresDatabase } from './sql/postgres/postgres-database.js';
import { postgresChangeLog } from './sql/postgres/postgres-change-log.js';
import { checkDatabase, prepareDatabase } from './sql/postgres/prepare-database.js';
import type { StatementObserver } from './sql/sql-database.js';
import { createSqlSource, type SqlStorageSource } from './sql/sql-source.js';

export type { StatementObserver } from './sql/sql-database.js';
export type { SqlStorageSource } from './sql/sql-source.js';

/** How to reach a PostgreSQL database, and as whom. */
export interface PostgresStorageOptions {
  /** `postgresql://user:password@host/database`. A user who owns the tables, or one who may take the application role. */
  readonly connectionString: string;
  /**
   * Another user, who owns the tables: used only to bring the schema up to date and to let the application role at it,
   * and let go of before the first request. Then the user of `connectionString` need own nothing.
   */
  readonly ownerConnectionString?: string;
  /** The role without any tables that every statement runs as; made when it is missing. `coachkit_application` unless set. */
  readonly applicationRole?: string;
  /** Whether to bring the schema up to date; otherwise a database that is behind is refused. True unless set. */
  readonly migrate?: boolean;
  /** The most connections at the same time; 10 unless set. */
  readonly poolSize?: number;
  /** How long to wait for a connection and for each statement, in milliseconds; 10,000 unless set. */
  readonly timeout?: number;
  /** Tells which pairs are current; that of this machine unless set. */
  readonly clock?: Clock;
  /** Told of every statement, without its values. */
  readonly onStatement?: StatementObserver;
}

/**
 * Opens the storages of a server over PostgreSQL 13 or newer. It brings the schema up to date, also when several
 * processes start together. A commit that resolves is as safe as the `synchronous_commit` of the database says.
 *
 * Behind the policy stands row-level security: every statement runs as a role that owns no table, for one actor, and
 * PostgreSQL lets out no row of another tenant or of a pair the actor has no part in. Storages hear each other's
 * changes: at once within this process, within about a second from other ones.
 *
 * @example
 * const source = await openPostgresStorage({ connectionString: process.env.DATABASE_URL })
 * const coaching = createCoaching({ storage: source.storageFor(actor), actor })
 *
 * @throws CoachingError `storage-unavailable` when the database cannot be reached or is behind; `storage-read-only` when
 *   it belongs to a newer version; `forbidden` when the user may not do what is needed
 */
export async function openPostgresStorage({
  connectionString,
  ownerConnectionString = connectionString,
  applicationRole = 'coachkit_application',
  migrate = true,
  poolSize = 10,
  timeout = 10_000,
  clock = systemClock,
  onStatement,
}: PostgresStorageOptions): Promise<SqlStorageSource> {
  if (migrate) await prepareDatabase(ownerConnectionString, applicationRole, timeout);
  else await checkDatabase(connectionString, timeout);
  const options = { connectionString, applicationRole, poolSize, timeout, clock, onStatement };
  const database = new PostgresDatabase(options);
  return createSqlSource(database, postgresChangeLog(database));
}
