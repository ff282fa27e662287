import type { RowScope } from './row-scope.js';

/** Which database it is. */
export type SqlDialect = 'sqlite' | 'postgres';

/** What is bound to a statement or comes back from one. */
export type SqlValue = string | number | null;

/** A row, by the names of its columns. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A statement with its values. */
export interface SqlStatement {
  /** Compiled text with the placeholders of the dialect. The same text is prepared once. */
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** A transaction that is under way. */
export interface SqlTransaction {
  /** The rows that a statement finds. @throws CoachingError */
  rows(statement: SqlStatement): Promise<readonly SqlRow[]>;
  /** How many rows a statement has changed. @throws CoachingError */
  change(statement: SqlStatement): Promise<number>;
}

/** A database as the storage over it needs it: the only part in which SQLite and PostgreSQL differ. */
export interface SqlDatabase {
  readonly dialect: SqlDialect;
  /** The rows of one statement, as far as the scope reaches. @throws CoachingError `storage-unavailable` | `closed` */
  read(scope: RowScope, statement: SqlStatement): Promise<readonly SqlRow[]>;
  /**
   * Runs work in a transaction: kept when it resolves, undone when it rejects. Resolves only when what was changed is
   * kept for good. The work may be run a second time, after everything it did was undone.
   * @throws CoachingError what the work throws; `storage-full` | `storage-unavailable` | `forbidden` | `closed`
   */
  write<Result>(scope: RowScope, work: (transaction: SqlTransaction) => Promise<Result>): Promise<Result>;
  /** Resolves when the database answers. @throws CoachingError `storage-unavailable` | `closed` */
  ready(): Promise<void>;
  /** Waits for what is under way and lets go of the database. */
  close(): Promise<void>;
}

/** Told of every statement before it runs, for tests and for tracing. It must not change anything. */
export type StatementObserver = (text: string) => void;
