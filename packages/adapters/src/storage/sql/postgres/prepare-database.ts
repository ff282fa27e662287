import { CoachingError } from '@coachkit/core';
import { readOnly } from '@coachkit/core/storage-parts';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { migrate, schemaOf } from '../migrate.js';
import { currentSchema } from '../migrations.js';
import type { SqlRow, SqlTransaction } from '../sql-database.js';
import { refusalOf } from './postgres-errors.js';

// A number that other programs over the same database are unlikely to lock.
const lock = 412_903_776_104;

/**
 * Brings a database to the current schema and lets the role of the application at its tables, as their owner.
 * Processes that start together do it one after the other.
 * @param timeout how long to wait for a connection, in milliseconds
 * @throws CoachingError `storage-read-only` when the database belongs to a newer version; `storage-unavailable` |
 *   `forbidden`
 */
export async function prepareDatabase(
  connectionString: string,
  applicationRole: string,
  timeout: number,
): Promise<void> {
  await asOwner(connectionString, timeout, async (transaction, run) => {
    await run(`SELECT pg_advisory_xact_lock(${lock})`);
    await migrate(transaction, 'postgres');
    for (const statement of grants(applicationRole)) await run(statement);
  });
}

/**
 * Looks whether a database has the current schema, without changing anything.
 * @throws CoachingError `storage-read-only` when it belongs to a newer version; `storage-unavailable` otherwise
 */
export async function checkDatabase(connectionString: string, timeout: number): Promise<void> {
  const schema = await asOwner(connectionString, timeout, schemaOf);
  if (schema > currentSchema) throw readOnly();
  if (schema < currentSchema)
    throw new CoachingError('storage-unavailable', 'the database has to be brought to the current schema first');
}

async function asOwner<Result>(
  connectionString: string,
  timeout: number,
  work: (transaction: SqlTransaction, run: (text: string) => Promise<unknown>) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString, connectionTimeoutMillis: timeout, application_name: 'coachkit' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('BEGIN');
    const transaction: SqlTransaction = {
      rows: async ({ text }) => (await client.query(text)).rows as readonly SqlRow[],
      change: async ({ text }) => (await client.query(text)).rowCount ?? 0,
    };
    const result = await work(transaction, (text) => client.query(text));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await client.end();
  }
}

/**
 * The role owns nothing and cannot sign in by itself; whoever opens the database takes it on in each transaction.
 * Each step is left out where it is done already, so that starting again changes nothing.
 */
function grants(applicationRole: string): string[] {
  const role = escapeIdentifier(applicationRole);
  const name = escapeLiteral(applicationRole);
  const only = (condition: string, statement: string): string =>
    `DO $$ BEGIN IF ${condition} THEN ${statement}; END IF; END $$`;
  return [
    `DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = ${name}) THEN CREATE ROLE ${role} NOLOGIN; END IF; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    // Since version 16, whoever has made a role is a member who may not take it on yet.
    only(
      `NOT pg_has_role(current_user, ${name}, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)`,
      `GRANT ${role} TO CURRENT_USER`,
    ),
    only(
      `NOT has_schema_privilege(${name}, current_schema(), 'USAGE')`,
      `EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), ${name})`,
    ),
    `DO $$ DECLARE each text; BEGIN
      FOR each IN SELECT c.relname FROM pg_class c JOIN pg_policies p ON p.tablename = c.relname AND p.schemaname = current_schema() AND c.relnamespace = current_schema()::regnamespace WHERE p.policyname = 'coachkit_read' ORDER BY 1 LOOP
        IF NOT has_table_privilege(${name}, format('%I', each), 'DELETE') THEN
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', each, ${name});
        END IF;
      END LOOP;
    END $$`,
    only(
      `NOT has_table_privilege(${name}, 'coachkit_migration', 'SELECT')`,
      `GRANT SELECT ON "coachkit_migration" TO ${role}`,
    ),
  ];
}
