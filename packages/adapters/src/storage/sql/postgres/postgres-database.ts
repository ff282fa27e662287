import { unavailable } from '@coachkit/core/storage-parts';
import type { Clock } from '@coachkit/core';
import { Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import { settingsOf, type RowScope } from '../row-scope.js';
import type { SqlDatabase, SqlRow, SqlStatement, SqlTransaction, StatementObserver } from '../sql-database.js';
import { refusalOf } from './postgres-errors.js';

/** How to reach PostgreSQL, and as whom. */
export interface PostgresDatabaseOptions {
  readonly connectionString: string;
  readonly poolSize: number;
  /** The role that statements run as. */
  readonly applicationRole: string;
  /** Milliseconds to wait for a connection, and for a statement. */
  readonly timeout: number;
  readonly clock: Clock;
  readonly onStatement: StatementObserver | undefined;
}

const settings = `SELECT set_config('role', $1, true), set_config('coachkit.tenant', $2, true), set_config('coachkit.person', $3, true), set_config('coachkit.reach', $4, true), set_config('coachkit.since', $5, true)`;

/**
 * PostgreSQL through a pool. Every statement runs in a transaction that first takes the role of the application and
 * says on whose behalf it runs; both end with the transaction, so a connection carries nothing over to the next one.
 */
export class PostgresDatabase implements SqlDatabase {
  readonly dialect = 'postgres';
  readonly #pool: Pool;
  readonly #options: PostgresDatabaseOptions;
  // The server plans a named statement once for each connection.
  readonly #names = new Map<string, string>();

  constructor(options: PostgresDatabaseOptions) {
    this.#options = options;
    this.#pool = new Pool({
      connectionString: options.connectionString,
      max: options.poolSize,
      connectionTimeoutMillis: options.timeout,
      statement_timeout: options.timeout,
      // A connection whose other end is gone must not hold its caller for ever.
      query_timeout: options.timeout * 2,
      application_name: 'coachkit',
      // Statements are sent without waiting for the answer to the one before.
      pipeline: true,
    });
    // A lost connection is told to whoever uses it; the pool replaces it. Unheard, the event would end the process.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  read(scope: RowScope, statement: SqlStatement): Promise<readonly SqlRow[]> {
    return this.#use(async (client) => {
      const [, , result, ended] = await allOf([
        ask(client, 'BEGIN READ ONLY'),
        this.#enter(client, scope),
        this.#query(client, statement),
        ask(client, 'COMMIT'),
      ]);
      assertCommitted(ended);
      return rowsOf(result);
    });
  }

  write<Result>(scope: RowScope, work: (transaction: SqlTransaction) => Promise<Result>): Promise<Result> {
    return this.#use(async (client) => {
      // Nothing is written before it is certain that it can be undone and who asks for it.
      await allOf([ask(client, 'BEGIN'), this.#enter(client, scope)]);
      const result = await work({
        rows: async (statement) => rowsOf(await this.#query(client, statement)),
        change: async (statement) => (await this.#query(client, statement)).rowCount ?? 0,
      });
      assertCommitted(await ask(client, 'COMMIT'));
      return result;
    });
  }

  async ready(): Promise<void> {
    await this.#use((client) => ask(client, 'SELECT 1'));
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }

  async #use<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await answerOf(this.#pool.connect());
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      await putBack(client);
      throw error;
    }
  }

  #enter(client: PoolClient, scope: RowScope): Promise<QueryResult> {
    const { applicationRole, clock } = this.#options;
    const { tenant, person, reach, since } = settingsOf(scope, clock.now());
    return ask(client, {
      name: 'coachkit_settings',
      text: settings,
      values: [applicationRole, tenant, person, reach, since],
    });
  }

  #query(client: PoolClient, { text, values }: SqlStatement): Promise<QueryResult> {
    this.#options.onStatement?.(text);
    let name = this.#names.get(text);
    if (name === undefined) {
      name = `coachkit_${this.#names.size + 1}`;
      this.#names.set(text, name);
    }
    return ask(client, { name, text, values: [...values] });
  }
}

function ask(client: PoolClient, query: string | QueryConfig): Promise<QueryResult> {
  return answerOf(client.query(query));
}

/** What PostgreSQL answers. @throws CoachingError */
async function answerOf<Answer>(asking: Promise<Answer>): Promise<Answer> {
  try {
    return await asking;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Gives a connection back with nothing under way, or does away with it. */
async function putBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

/** The results of statements that were sent together; waits for all, rejects with the first that failed. */
async function allOf(running: readonly Promise<QueryResult>[]): Promise<QueryResult[]> {
  await Promise.allSettled(running);
  return Promise.all(running);
}

// PostgreSQL answers COMMIT with ROLLBACK when the transaction had failed.
function assertCommitted(ended: QueryResult | undefined): void {
  if (ended?.command !== 'COMMIT') throw unavailable('the transaction was not committed');
}

function rowsOf(result: QueryResult | undefined): readonly SqlRow[] {
  return (result?.rows ?? []) as readonly SqlRow[];
}
