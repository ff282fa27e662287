import { createTable } from './create-table.js';
import { changeTableOne, rowSecurityOne } from './postgres/row-security-1.js';
import { rowSecurityTwo } from './postgres/row-security-2.js';
import { schemaOne } from './schema-1.js';
import { schemaTwo } from './schema-2.js';
import type { SqlDialect } from './sql-database.js';

/** From one schema to the next. A schema that was released is never changed; there is no way back. */
export interface Migration {
  /** The number of the schema that it leaves, from 1 without a gap. */
  readonly schema: number;
  /** Its statements, run in one transaction. */
  statements(dialect: SqlDialect): readonly string[];
}

/** All of them, in order. */
export const migrations: readonly Migration[] = [
  {
    schema: 1,
    statements: (dialect) => [
      ...schemaOne.flatMap((table) => createTable(table, dialect)),
      ...(dialect === 'postgres' ? [...changeTableOne, ...rowSecurityOne] : []),
    ],
  },
  {
    schema: 2,
    statements: (dialect) => [
      ...schemaTwo.flatMap((table) => createTable(table, dialect)),
      ...(dialect === 'postgres' ? rowSecurityTwo : []),
    ],
  },
];

/** The schema that this version works with. */
export const currentSchema = migrations.length;

/** Where the number of the schema is kept; it holds one row for each schema that was reached, and nothing of a tenant. */
export const migrationTable = 'CREATE TABLE IF NOT EXISTS "coachkit_migration" ("schema" integer NOT NULL)';
