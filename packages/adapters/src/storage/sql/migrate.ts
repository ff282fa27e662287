import { readOnly } from '@coachkit/core/storage-parts';
import { currentSchema, migrations, migrationTable } from './migrations.js';
import type { SqlDialect, SqlTransaction } from './sql-database.js';

/**
 * Brings a database to the current schema. It has to run in a transaction of its own that no other process runs
 * at the same time: two that start together do it one after the other, and the second finds nothing to do.
 * @returns how many steps were taken
 * @throws CoachingError `storage-read-only` when the database was written by a newer version
 */
export async function migrate(transaction: SqlTransaction, dialect: SqlDialect): Promise<number> {
  const run = (text: string): Promise<number> => transaction.change({ text, values: [] });
  await run(migrationTable);
  const schema = await schemaOf(transaction);
  if (schema > currentSchema) throw readOnly();
  const missing = migrations.filter((each) => each.schema > schema);
  for (const migration of missing) {
    for (const statement of migration.statements(dialect)) await run(statement);
    await run(`INSERT INTO "coachkit_migration" ("schema") VALUES (${migration.schema})`);
  }
  return missing.length;
}

/** The schema of a database; 0 before the first. @throws CoachingError when there is no such table */
export async function schemaOf(transaction: SqlTransaction): Promise<number> {
  const text = 'SELECT coalesce(max("schema"), 0) AS "schema" FROM "coachkit_migration"';
  const [row] = await transaction.rows({ text, values: [] });
  return Number(row?.['schema']);
}
