import type { SqlDialect } from './sql-database.js';

/** A table of documents in a schema. */
export interface TableDefinition {
  readonly name: string;
  /** The columns besides tenant, id, version and body: text that sorts, or nothing. */
  readonly fields: readonly string[];
  /** The columns of each index between the tenant and the id. */
  readonly indexes: readonly (readonly string[])[];
}

/**
 * The statements that make a table. Every key begins with the tenant, so that a database which spreads rows over
 * machines can keep a tenant together. Bodies are text: `jsonb` refuses what people may type (NUL, half a surrogate
 * pair).
 */
export function createTable({ name, fields, indexes }: TableDefinition, dialect: SqlDialect): string[] {
  const text = dialect === 'sqlite' ? 'TEXT' : 'text COLLATE "C"';
  const columns = [
    `"tenant_id" ${text} NOT NULL`,
    `"id" ${text} NOT NULL`,
    '"version" integer NOT NULL',
    '"body" text NOT NULL',
    ...fields.map((field) => `"${field}" ${text}`),
    'PRIMARY KEY ("tenant_id", "id")',
  ];
  return [
    `CREATE TABLE "${name}" (${columns.join(', ')})`,
    ...indexes.map((index) => {
      const keys = ['tenant_id', ...index, 'id'].map((column) => `"${column}"`);
      return `CREATE INDEX "${name}_by_${index.join('_')}" ON "${name}" (${keys.join(', ')})`;
    }),
  ];
}
