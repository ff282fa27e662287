import type { SqlStorageSource } from '@coachkit/adapters/storage/sqlite';
import { documentKinds, type DocumentKind, type DocumentKindDeclaration, type StorageChange } from '@coachkit/core';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { Statements, type PageShape } from '../../../packages/adapters/dist/storage/sql/statements.js';
import { describeOver } from '../../support/describe-over.ts';
import { startPostgres } from '../../support/postgres.ts';
import { postgresLaboratory, sqliteLaboratory } from './sql-harness.ts';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Every form of page that the port allows, for every index there is. */
function* shapes(): Generator<PageShape> {
  for (const kind of Object.keys(documentKinds) as DocumentKind[]) {
    const { indexes }: DocumentKindDeclaration = documentKinds[kind];
    for (const fields of [[], ...Object.values(indexes)]) {
      const columns = fields.map(snake);
      for (let equals = 0; equals <= columns.length; equals += 1)
        for (const descending of [false, true])
          for (const [hasLowest, hasHighest] of [
            [false, false],
            [true, true],
            [true, false],
            [false, true],
          ] as const)
            for (const hasAfter of [false, true]) {
              if ((hasLowest || hasHighest) && equals === columns.length) continue;
              // A key takes the place of the bound behind it.
              if (hasAfter && (descending ? hasHighest : hasLowest)) continue;
              yield { kind, columns, equals, hasLowest, hasHighest, hasAfter, descending, hasLimit: true };
            }
    }
  }
}

/** As many values as a statement has places. */
const valuesFor = (text: string): (string | number)[] => {
  const places = text.match(/\?|\$\d+/g)!.length;
  return ['st', ...Array.from({ length: places - 2 }, () => 'sv5'), 101];
};

test('SQLite answers every page from one index, from its key on, without sorting', async () => {
  const laboratory = sqliteLaboratory();
  const source = await laboratory.open();
  const statements = new Statements('sqlite');
  const database = new DatabaseSync(laboratory.file);
  let count = 0;
  for (const shape of shapes()) {
    const text = statements.page(shape);
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...valuesFor(text)) as { detail: string }[];
    const said = plan.map(({ detail }) => detail).join('; ');
    const name = `${text}\n${said}`;
    assert.equal(plan.length, 1, name);
    assert.match(said, /^SEARCH \w+ USING INDEX/, name);
    const conditions = /\((.*)\)$/.exec(said)![1]!;
    assert.match(conditions, /^tenant_id=\?/, name);
    for (const column of shape.columns.slice(0, shape.equals)) assert.ok(conditions.includes(` ${column}=?`), name);
    // A page that goes on is looked up by the whole key, so that what lies before it costs nothing.
    if (shape.hasAfter) {
      const rest = [...shape.columns.slice(shape.equals), 'id'];
      const key = rest.length === 1 ? 'id' : `(${rest.join(',')})`;
      assert.ok(conditions.includes(shape.descending ? `${key}<` : `${key}>`), name);
    }
    count += 1;
  }
  assert.ok(count > 300, `${count} forms`);
  database.close();
  await source.close();
  await laboratory.end();
});

const server = await startPostgres();
after(() => server?.stop());

describeOver(server, 'PostgreSQL answers every page', () => {
  let source: SqlStorageSource;
  let query: (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
  before(async () => {
    const laboratory = await postgresLaboratory(server!);
    source = await laboratory.open();
    query = laboratory.database.query;
    const changes: StorageChange[] = (Object.keys(documentKinds) as DocumentKind[]).flatMap((kind) => {
      const { indexes }: DocumentKindDeclaration = documentKinds[kind];
      const fields = Object.values(indexes).flat();
      return Array.from({ length: 400 }, (_, number): StorageChange => ({
        type: 'put',
        kind,
        id: `d${number}`,
        body: Object.fromEntries(fields.map((field) => [field, `v${number % 100}`])),
        expectedVersion: 0,
      }));
    });
    await source.storageOfTenant('t').commit(changes);
    await query('ANALYZE');
  });
  after(() => source.close());

  test('from one index, from its key on, without sorting, as the role of the application', async () => {
    const statements = new Statements('postgres');
    const plans: string[] = [];
    for (const shape of shapes()) {
      const text = statements.page(shape);
      const values = valuesFor(text).map((value) => (typeof value === 'number' ? String(value) : `'${value}'`));
      const asked = text.replace(/\$(\d+)/g, (_, place: string) => values[Number(place) - 1]!);
      const settings = `SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off; SET LOCAL ROLE coachkit_application; SET LOCAL coachkit.tenant = 'st'; SET LOCAL coachkit.person = 'sp'; SET LOCAL coachkit.reach = '';`;
      // The plan comes as an error, because several statements in one text have no single result.
      const said = await query(`BEGIN; ${settings} DO $do$ DECLARE plan json; BEGIN
        EXECUTE $q$EXPLAIN (FORMAT JSON) ${asked}$q$ INTO plan; RAISE EXCEPTION 'plan: %', plan; END $do$`).catch(
        String,
      );
      plans.push(text);
      const root = JSON.parse(/plan: ([\s\S]*)$/.exec(String(said))![1]!)[0].Plan as Plan;
      const nodes = mainNodesOf(root);
      const name = `${text}\n${JSON.stringify(root, undefined, 1)}`;
      assert.ok(
        nodes.every((node) => !/Sort|Seq Scan/.test(node['Node Type'])),
        name,
      );
      const scan = nodes.find((node) => /^Index/.test(node['Node Type']))!;
      const condition = scan['Index Cond'] ?? '';
      assert.match(condition, /tenant_id = /, name);
      // It may take another index that begins with one of the same values and is in the same order.
      const given = shape.columns.slice(0, shape.equals);
      assert.ok(given.length === 0 || given.some((column) => condition.includes(`${column} = `)), name);
      if (shape.hasAfter) {
        const rest = [...shape.columns.slice(shape.equals), 'id'].map((column) =>
          column === 'end' ? '"end"' : column,
        );
        assert.ok(
          condition.includes(rest.length === 1 ? ' id' : `ROW(${rest.join(', ')})`) || condition.includes('(id '),
          name,
        );
      }
    }
    assert.ok(plans.length > 300, `${plans.length} forms`);
  });
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Cond'?: string;
  readonly 'Parent Relationship'?: string;
  readonly Plans?: readonly Plan[];
}

/** The nodes that bring the rows; what the rules for rows look up besides is left out. */
function mainNodesOf(plan: Plan): Plan[] {
  const below = (plan.Plans ?? []).filter((each) => !/SubPlan|InitPlan/.test(each['Parent Relationship'] ?? ''));
  return [plan, ...below.flatMap(mainNodesOf)];
}
