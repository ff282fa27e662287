import type { ChangedDocument } from '@coachkit/core';
import type { ChangeLog } from '../change-log.js';
import { orderedText } from '../ordered-text.js';
import { wholeTenant, type RowScope } from '../row-scope.js';
import type { SqlDatabase, SqlStatement } from '../sql-database.js';
import type { OpenChangeLog } from '../sql-source.js';

// In milliseconds: how often other processes' changes are looked for, and how often a tenant is cleared.
const lookEvery = 1_000;
const clearEvery = 60_000;

// A change may be noted a while before it is kept, so each look goes back over the time a transaction may last.
const find = `SELECT "id", "documents" FROM "change" WHERE "tenant_id" = $1 AND "at" > clock_timestamp() - interval '30 seconds' AND "source" <> $2 ORDER BY "at", "id"`;
const note = 'INSERT INTO "change" ("tenant_id", "id", "source", "documents") VALUES ($1, $2, $3, $4)';
const clear = `DELETE FROM "change" WHERE "tenant_id" = $1 AND "at" < clock_timestamp() - interval '5 minutes'`;

/**
 * Lets processes over one PostgreSQL hear of each other's changes: each notes its own in a table, in the transaction
 * that makes them, and looks there once a second for those of others while somebody listens. Plain rows with random
 * ids, because notifications, sequences and triggers do not work on every distributed PostgreSQL.
 */
export function postgresChangeLog(database: SqlDatabase): OpenChangeLog {
  return (onChange) => new PostgresChangeLog(database, onChange);
}

class PostgresChangeLog implements ChangeLog {
  readonly #database: SqlDatabase;
  readonly #onChange: (tenantId: string, documents: readonly ChangedDocument[]) => void;
  readonly #source = crypto.randomUUID();
  readonly #cleared = new Set<string>();
  /** By tenant, the ids that the last look has found. */
  #listened = new Map<string, ReadonlySet<string>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> | undefined;
  #clearing: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(database: SqlDatabase, onChange: (tenantId: string, documents: readonly ChangedDocument[]) => void) {
    this.#database = database;
    this.#onChange = onChange;
  }

  entry(tenantId: string, documents: readonly ChangedDocument[]): SqlStatement {
    const told = JSON.stringify(documents);
    return { text: note, values: [orderedText(tenantId), crypto.randomUUID(), this.#source, told] };
  }

  written({ tenantId }: RowScope): void {
    if (this.#cleared.has(tenantId) || this.#isClosed) return;
    this.#cleared.add(tenantId);
    this.#clearing ??= setTimeout(() => {
      this.#clearing = undefined;
      this.#cleared.clear();
    }, clearEvery).unref();
    const values = [orderedText(tenantId)];
    // What is not cleared now is cleared another time.
    this.#database
      .write(wholeTenant(tenantId), (transaction) => transaction.change({ text: clear, values }))
      .catch(() => undefined);
  }

  listen(tenantIds: readonly string[]): void {
    this.#listened = new Map(tenantIds.map((tenantId) => [tenantId, this.#listened.get(tenantId) ?? new Set()]));
    this.#lookLater();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#clearing);
    await this.#looking;
  }

  #lookLater(): void {
    if (this.#timer !== undefined || this.#looking || this.#isClosed || this.#listened.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#looking = this.#look().finally(() => {
        this.#looking = undefined;
        this.#lookLater();
      });
    }, lookEvery).unref();
  }

  async #look(): Promise<void> {
    for (const [tenantId, known] of this.#listened) {
      try {
        const values = [orderedText(tenantId), this.#source];
        const rows = await this.#database.read(wholeTenant(tenantId), { text: find, values });
        if (!this.#listened.has(tenantId)) continue;
        this.#listened.set(tenantId, new Set(rows.map(({ id }) => String(id))));
        const documents = rows
          .filter(({ id }) => !known.has(String(id)))
          .flatMap((row) => JSON.parse(String(row['documents'])) as ChangedDocument[]);
        if (documents.length > 0) this.#onChange(tenantId, documents);
      } catch {
        // The database cannot be reached for a while; the next look that succeeds finds what it still remembers.
      }
    }
  }
}
