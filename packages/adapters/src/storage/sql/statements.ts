import type { DocumentKind } from '@coachkit/core';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type Compilable,
  type Dialect,
} from 'kysely';
import type { SqlDialect } from './sql-database.js';
import { tableOf } from './tables.js';

/** The form of a query: everything but the values. */
export interface PageShape {
  readonly kind: DocumentKind;
  /** The columns of the index, most significant first. */
  readonly columns: readonly string[];
  /** How many of them have to equal a value. */
  readonly equals: number;
  /** Whether the next column has a lowest and a highest value. */
  readonly hasLowest: boolean;
  readonly hasHighest: boolean;
  /** Whether it goes on after a key. */
  readonly hasAfter: boolean;
  readonly descending: boolean;
  readonly hasLimit: boolean;
}

type Row = Record<string, string | number | null>;

/**
 * The statements of the storage as text, compiled by kysely once and kept. Every one names the tenant first; the values
 * are bound in the order in which they are described here.
 */
export class Statements {
  readonly #kysely: Kysely<Record<string, Row>>;
  readonly #texts = new Map<string, string>();

  constructor(dialect: SqlDialect) {
    this.#kysely = new Kysely({ dialect: compilingDialect(dialect) });
  }

  /** Values: tenant, id. */
  get(kind: DocumentKind): string {
    return this.#compiled(`get ${kind}`, () =>
      this.#kysely
        .selectFrom(tableOf(kind).name)
        .select(['id', 'version', 'body'])
        .where('tenant_id', '=', '')
        .where('id', '=', ''),
    );
  }

  /** Values: tenant, id, version, body, then every field of the table. */
  insert(kind: DocumentKind): string {
    return this.#compiled(`insert ${kind}`, () => {
      const { name, fields } = tableOf(kind);
      const row = { tenant_id: '', id: '', version: 0, body: '', ...nothing(fields) };
      return this.#kysely
        .insertInto(name)
        .values(row)
        .onConflict((met) => met.columns(['tenant_id', 'id']).doNothing());
    });
  }

  /** Values: new version, body, every field of the table, tenant, id, expected version. */
  update(kind: DocumentKind): string {
    return this.#compiled(`update ${kind}`, () => {
      const { name, fields } = tableOf(kind);
      return this.#kysely
        .updateTable(name)
        .set({ version: 0, body: '', ...nothing(fields) })
        .where('tenant_id', '=', '')
        .where('id', '=', '')
        .where('version', '=', 0);
    });
  }

  /** Values: tenant, id, expected version. */
  delete(kind: DocumentKind): string {
    return this.#compiled(`delete ${kind}`, () =>
      this.#kysely
        .deleteFrom(tableOf(kind).name)
        .where('tenant_id', '=', '')
        .where('id', '=', '')
        .where('version', '=', 0),
    );
  }

  /** Values: tenant. */
  deleteAll(kind: DocumentKind): string {
    return this.#compiled(`delete all ${kind}`, () =>
      this.#kysely.deleteFrom(tableOf(kind).name).where('tenant_id', '=', ''),
    );
  }

  /** Values: tenant, those to equal, lowest, highest, the columns after those to equal and the id of `after`, limit. */
  page(shape: PageShape): string {
    return this.#compiled(`page ${JSON.stringify(shape)}`, () => {
      const { kind, columns, equals, hasLowest, hasHighest, hasAfter, descending, hasLimit } = shape;
      const [first, ...others] = columns.slice(equals);
      let query = this.#kysely
        .selectFrom(tableOf(kind).name)
        .select(['id', 'version', 'body', ...columns])
        .where('tenant_id', '=', '');
      for (const column of columns.slice(0, equals)) query = query.where(column, '=', '');
      if (first !== undefined) {
        if (hasLowest) query = query.where(first, '>=', '');
        if (hasHighest) query = query.where(first, '<=', '');
        // A bound leaves out what has no value by itself.
        if (!hasLowest && !hasHighest && !hasAfter) query = query.where(first, 'is not', null);
        for (const column of others) query = query.where(column, 'is not', null);
      }
      const order = [...columns.slice(equals), 'id'];
      if (hasAfter) {
        const key = sql.join(order.map((column) => sql.ref(column)));
        const values = sql.join(order.map(() => sql.val('')));
        const way = descending ? sql`<` : sql`>`;
        query = query.where(
          order.length === 1 ? sql<boolean>`${key} ${way} ${values}` : sql<boolean>`(${key}) ${way} (${values})`,
        );
      }
      for (const column of order) query = query.orderBy(column, descending ? 'desc' : 'asc');
      return hasLimit ? query.limit(0) : query;
    });
  }

  #compiled(name: string, build: () => Compilable): string {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const { sql: text } = build().compile();
    this.#texts.set(name, text);
    return text;
  }
}

function nothing(fields: readonly { readonly column: string }[]): Row {
  return Object.fromEntries(fields.map(({ column }) => [column, '']));
}

// kysely writes the statements; they are run by `SqlDatabase`, which prepares each once and reads several in one go.
function compilingDialect(dialect: SqlDialect): Dialect {
  return dialect === 'sqlite'
    ? {
        createAdapter: () => new SqliteAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (database) => new SqliteIntrospector(database),
        createQueryCompiler: () => new SqliteQueryCompiler(),
      }
    : {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (database) => new PostgresIntrospector(database),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      };
}
