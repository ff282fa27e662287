import { openPostgresStorage } from '@coachkit/adapters/storage/postgres';
import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import { CoachingError, documentKinds, type DocumentKind, type DocumentKindDeclaration } from '@coachkit/core';
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, test } from 'node:test';
import { currentSchema } from '../../../packages/adapters/dist/storage/sql/migrations.js';
import { describeOver } from '../../support/describe-over.ts';
import { startPostgres, type TestDatabase } from '../../support/postgres.ts';

// The statements of every schema that was released, as they were. A release adds its own and changes none.
const released = (dialect: string, schema: number): string =>
  readFileSync(new URL(`schemas/${schema}.${dialect}.sql`, import.meta.url), 'utf8');

const server = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'coachkit-schema-'));
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.stop();
});

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const accessColumns: Partial<Record<DocumentKind, readonly string[]>> = {
  relationship: ['end'],
  action: ['closed_at'],
};

/** Every table with its columns and the columns of its keys, as the kinds of documents ask for them. */
const wanted = Object.fromEntries(
  (Object.keys(documentKinds) as DocumentKind[]).map((kind) => {
    const { indexes }: DocumentKindDeclaration = documentKinds[kind];
    const keys = Object.values(indexes).map((fields) => ['tenant_id', ...fields.map(snake), 'id'].join(' '));
    const fields = new Set([...Object.values(indexes).flat().map(snake), ...(accessColumns[kind] ?? [])]);
    const columns = ['tenant_id', 'id', 'version', 'body', ...fields].sort();
    return [snake(kind), { columns, keys: ['tenant_id id', ...keys].sort() }];
  }),
);

test('there are statements of every schema that was released', () => {
  const files = readdirSync(new URL('schemas', import.meta.url)).sort();
  const schemas = Array.from({ length: currentSchema }, (_, place) => place + 1);
  assert.deepEqual(files, schemas.flatMap((schema) => [`${schema}.postgres.sql`, `${schema}.sqlite.sql`]).sort());
});

describe('the schema of SQLite', () => {
  const file = (): string => join(folder, `${crypto.randomUUID()}.db`);
  const within = <Result>(path: string, work: (database: DatabaseSync) => Result): Result => {
    const database = new DatabaseSync(path);
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  const definitions = (path: string): unknown =>
    within(path, (database) => database.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all());

  test('has a table for every kind, and every key begins with the tenant', async () => {
    const path = file();
    await (await openSqliteStorage({ file: path })).close();
    const found: Record<string, { columns: string[]; keys: string[] }> = {};
    within(path, (database) => {
      const all = (text: string) => database.prepare(text).all() as Record<string, string>[];
      for (const { name } of all(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'coachkit_migration'`,
      )) {
        const columns = all(`SELECT name FROM pragma_table_info('${name}')`).map((column) => column['name']!);
        const keys = all(`SELECT name FROM pragma_index_list('${name}')`).map((index) =>
          all(`SELECT name FROM pragma_index_info('${index['name']}') ORDER BY seqno`)
            .map((column) => column['name'])
            .join(' '),
        );
        found[name!] = { columns: columns.sort(), keys: keys.sort() };
      }
    });
    assert.deepEqual(found, wanted);
  });

  for (let schema = 1; schema <= currentSchema; schema += 1) {
    test(`from schema ${schema} as it was released it becomes the one that is made anew, with its documents`, async () => {
      const [old, fresh] = [file(), file()];
      within(old, (database) => {
        database.exec(released('sqlite', schema));
        database.exec(
          `INSERT INTO "goal" ("tenant_id", "id", "version", "body", "employee_id", "status") VALUES ('st', 'sg', 3, '{"employeeId":"e","status":"open"}', 'se', 'sopen')`,
        );
      });
      for (const path of [old, fresh]) {
        const source = await openSqliteStorage({ file: path });
        const { documents } = await source
          .storageOfTenant('t')
          .query('goal', { index: 'byEmployee', equals: ['e', 'open'] });
        if (path === old)
          assert.deepEqual(documents, [
            { kind: 'goal', id: 'g', version: 3, body: { employeeId: 'e', status: 'open' } },
          ]);
        await source.close();
      }
      assert.deepEqual(definitions(old), definitions(fresh));
    });
  }

  test('is refused and left alone when a newer version has written it', async () => {
    const path = file();
    await (await openSqliteStorage({ file: path })).close();
    within(path, (database) => database.exec('INSERT INTO coachkit_migration VALUES (999)'));
    const before = definitions(path);
    await assert.rejects(openSqliteStorage({ file: path }), isRefused('storage-read-only'));
    assert.deepEqual(definitions(path), before);
  });

  test('is made once by several that open the file together', async () => {
    const path = file();
    const sources = await Promise.all(Array.from({ length: 4 }, () => openSqliteStorage({ file: path })));
    const rows = within(path, (database) => database.prepare('SELECT * FROM coachkit_migration').all());
    assert.equal(rows.length, currentSchema);
    for (const source of sources) await source.close();
  });

  test('is not made in a file of something else', async () => {
    const path = file();
    writeFileSync(path, 'This is a letter, and not a database. '.repeat(100));
    await assert.rejects(openSqliteStorage({ file: path }), isRefused('storage-unavailable'));
    assert.ok(readFileSync(path, 'utf8').startsWith('This is a letter'));
    await assert.rejects(
      openSqliteStorage({ file: join(folder, 'no', 'such', 'folder.db') }),
      isRefused('storage-unavailable'),
    );
  });
});

describeOver(server, 'the schema of PostgreSQL', () => {
  test('has a table for every kind, and every key begins with the tenant', async () => {
    const { connectionString, query } = await server!.createDatabase();
    await (await openPostgresStorage({ connectionString })).close();
    const tables =
      await query(`SELECT table_name AS name, array_agg(column_name::text ORDER BY column_name COLLATE "C") AS columns
      FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1`);
    const keys = await query(keysOf);
    const found = Object.fromEntries(
      tables
        .filter(({ name }) => !['coachkit_migration', 'change'].includes(String(name)))
        .map(({ name, columns }) => [
          name,
          {
            columns,
            keys: keys
              .filter((key) => key['table'] === name)
              .map((key) => key['columns'])
              .sort(),
          },
        ]),
    );
    assert.deepEqual(found, wanted);
    for (const key of keys) assert.match(String(key['columns']), /^tenant_id /, `a key of ${String(key['table'])}`);
    const others =
      await query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('r', 'i')
      UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype NOT IN ('p', 'n')`);
    assert.deepEqual(others, [], 'no sequences, views, triggers or constraints besides the keys');
    const [{ wrong }] = (await query(`SELECT count(*)::int AS wrong FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'text' AND column_name NOT IN ('body', 'documents', 'source') AND collation_name IS DISTINCT FROM 'C'`)) as [
      { wrong: number },
    ];
    assert.equal(wrong, 0, 'columns that are not compared byte by byte');
  });

  for (let schema = 1; schema <= currentSchema; schema += 1) {
    test(`from schema ${schema} as it was released it becomes the one that is made anew, with its documents`, async () => {
      const [old, fresh] = [await server!.createDatabase(), await server!.createDatabase()];
      await old.query(released('postgres', schema));
      await old.query(
        `INSERT INTO "goal" ("tenant_id", "id", "version", "body", "employee_id", "status") VALUES ('st', 'sg', 3, '{"employeeId":"e","status":"open"}', 'se', 'sopen')`,
      );
      for (const { connectionString } of [old, fresh]) {
        const source = await openPostgresStorage({ connectionString });
        const { documents } = await source
          .storageFor({ tenantId: 't', personId: 'e', roles: [] })
          .query('goal', { index: 'byEmployee', equals: ['e', 'open'] });
        if (connectionString === old.connectionString)
          assert.deepEqual(documents, [
            { kind: 'goal', id: 'g', version: 3, body: { employeeId: 'e', status: 'open' } },
          ]);
        await source.close();
      }
      assert.deepEqual(await described(old), await described(fresh));
    });
  }

  test('is refused and left alone when a newer version has written it', async () => {
    const database = await server!.createDatabase();
    const { connectionString, query } = database;
    await (await openPostgresStorage({ connectionString })).close();
    await query('INSERT INTO coachkit_migration VALUES (999)');
    const before = await described(database);
    await assert.rejects(openPostgresStorage({ connectionString }), isRefused('storage-read-only'));
    await assert.rejects(openPostgresStorage({ connectionString, migrate: false }), isRefused('storage-read-only'));
    assert.deepEqual(await described(database), before);
  });

  test('is made once by several processes that start together', async () => {
    const { connectionString, query } = await server!.createDatabase();
    const sources = await Promise.all(
      Array.from({ length: 5 }, () => openPostgresStorage({ connectionString, poolSize: 1 })),
    );
    assert.equal((await query('SELECT * FROM coachkit_migration')).length, currentSchema);
    for (const source of sources) await source.close();
  });

  test('can be made by an owner who is no superuser, whom the rules hold as well', async () => {
    const { connectionString, query } = await server!.createDatabase();
    const suffix = crypto.randomUUID().slice(0, 8);
    const [owner, applicationRole] = [`coachkit_owner_${suffix}`, `coachkit_role_${suffix}`];
    await query(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD '${suffix}'`);
    await query(`GRANT CREATE ON SCHEMA public TO ${owner}`);
    const own = new URL(connectionString);
    own.username = owner;
    own.password = suffix;
    for (let start = 1; start <= 2; start += 1) {
      const source = await openPostgresStorage({ connectionString: own.href, applicationRole });
      const as = (personId: string) => source.storageFor({ tenantId: 't', personId, roles: [] });
      const body = { authorId: 'p', updatedAt: '2026-01-01' };
      await as('p').commit([
        { type: 'put', kind: 'draft', id: 'd', body: { ...body, start }, expectedVersion: start - 1 },
      ]);
      assert.equal((await as('p').get('draft', 'd'))?.version, start);
      assert.equal(await as('q').get('draft', 'd'), undefined);
      await source.close();
    }
    await query(`DROP OWNED BY ${owner}, ${applicationRole} CASCADE`);
    await query(`DROP ROLE ${owner}, ${applicationRole}`);
  });

  test('can belong to another user than the one who signs in afterwards', async () => {
    const { connectionString: ownerConnectionString, query } = await server!.createDatabase();
    const suffix = crypto.randomUUID().slice(0, 8);
    const [user, applicationRole] = [`coachkit_user_${suffix}`, `coachkit_role_${suffix}`];
    await query(`CREATE ROLE ${user} LOGIN PASSWORD '${suffix}'`);
    const own = new URL(ownerConnectionString);
    own.username = user;
    own.password = suffix;
    const connectionString = own.href;
    await assert.rejects(
      openPostgresStorage({ connectionString, applicationRole, migrate: false }),
      isRefused('storage-unavailable'),
    );
    await (await openPostgresStorage({ connectionString: ownerConnectionString, applicationRole })).close();
    await query(`GRANT ${applicationRole} TO ${user}`);
    for (const options of [{ migrate: false }, { ownerConnectionString }]) {
      const source = await openPostgresStorage({ connectionString, applicationRole, ...options });
      await source.ready();
      const storage = source.storageFor({ tenantId: 't', personId: 'p', roles: [] });
      assert.equal(await storage.get('draft', 'd'), undefined);
      await source.close();
    }
    await query(`DROP ROLE ${user}`);
    await query(`DROP OWNED BY ${applicationRole}`);
    await query(`DROP ROLE ${applicationRole}`);
  });
});

const keysOf = `SELECT t.relname AS "table", string_agg(a.attname, ' ' ORDER BY k.place) AS columns
  FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid, unnest(i.indkey) WITH ORDINALITY AS k(column_number, place)
  JOIN pg_attribute a ON a.attnum = k.column_number
  WHERE t.relnamespace = 'public'::regnamespace AND a.attrelid = i.indrelid GROUP BY t.relname, i.indexrelid`;

/** All that the catalogue says of the schema. */
async function described({ query }: TestDatabase): Promise<unknown> {
  return {
    columns: await query(`SELECT table_name, column_name, data_type, collation_name, is_nullable, column_default
      FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, ordinal_position`),
    indexes: await query(`SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`),
    rules: await query(`SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies ORDER BY 1, 2`),
    held: await query(`SELECT relname, relrowsecurity, relforcerowsecurity, relacl::text FROM pg_class
      WHERE relnamespace = 'public'::regnamespace ORDER BY 1`),
  };
}

function isRefused(code: string): (error: unknown) => boolean {
  return (error) => CoachingError.isInstance(error) && error.code === code;
}
