import type { Actor, ChangedDocument, Storage, StorageSource } from '@coachkit/core';
import { ChangeHub } from './change-hub.js';
import type { ChangeLog } from './change-log.js';
import { scopeOf, wholeTenant, type RowScope } from './row-scope.js';
import type { SqlDatabase } from './sql-database.js';
import { SqlStorage } from './sql-storage.js';
import { Statements } from './statements.js';

/** The storages of a server over one database. */
export interface SqlStorageSource extends StorageSource {
  /**
   * The whole of a tenant, past the rules for rows but never past the tenant: for moving data in and out, for erasure
   * and for tests. Never hand it to a `Coaching`. Unlike the storage of an actor it can be wiped.
   */
  storageOfTenant(tenantId: string): Storage;
}

/** Tells a hub what other processes change. */
export type OpenChangeLog = (onChange: (tenantId: string, documents: readonly ChangedDocument[]) => void) => ChangeLog;

/** A source over an open database. */
export function createSqlSource(database: SqlDatabase, openLog?: OpenChangeLog): SqlStorageSource {
  const statements = new Statements(database.dialect);
  const hub: ChangeHub = new ChangeHub((tenantIds) => log?.listen(tenantIds));
  const log = openLog?.((tenantId, documents) => hub.changed(tenantId, documents));
  const storageIn = (scope: RowScope): Storage => new SqlStorage({ database, statements, scope, hub, log });
  return {
    storageFor: (actor: Actor) => storageIn(scopeOf(actor)),
    storageOfTenant: (tenantId) => storageIn(wholeTenant(tenantId)),
    ready: () => database.ready(),
    async close() {
      await log?.close();
      await database.close();
    },
  };
}
