import type { ChangedDocument } from '@coachkit/core';
import type { RowScope } from './row-scope.js';
import type { SqlStatement } from './sql-database.js';

/** How changes reach the other processes over the same database. */
export interface ChangeLog {
  /** The statement that notes a change, for the transaction that makes it. */
  entry(tenantId: string, documents: readonly ChangedDocument[]): SqlStatement;
  /** Called after a change was kept, so that what is old can be cleared away. */
  written(scope: RowScope): void;
  /** Looks for changes of other processes in these tenants from now on, and in no others. */
  listen(tenantIds: readonly string[]): void;
  /** Ends it. */
  close(): Promise<void>;
}
