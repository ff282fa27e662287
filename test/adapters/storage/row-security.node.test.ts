import { openPostgresStorage } from '@coachkit/adapters/storage/postgres';
import { CoachingError, type Actor, type Storage } from '@coachkit/core';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { describeOver } from '../../support/describe-over.ts';
import { startPostgres } from '../../support/postgres.ts';
import { measureRowSecurity } from './row-security.ts';

const server = await startPostgres();
after(() => server?.stop());

describeOver(server, 'the rules for rows of PostgreSQL', () => {
  test('let out exactly what each actor may have, and take in nothing else', async () => {
    const figures = await measureRowSecurity(server!, 1_500, 11);
    assert.deepEqual(figures.foreign, []);
    assert.deepEqual(figures.missing, []);
    assert.deepEqual(figures.changed, []);
    assert.ok(figures.own > 1_000, `${figures.own} rows were let out`);
  });

  test('hold the owner of the tables and every role, and let out nothing to whoever does not say who they are', async () => {
    const { connectionString, query } = await server!.createDatabase();
    const source = await openPostgresStorage({ connectionString });
    await source.storageOfTenant('t').commit([{ type: 'put', kind: 'person', id: 'p', body: {}, expectedVersion: 0 }]);
    await source.close();
    const tables = await query(
      `SELECT relname, relrowsecurity AND relforcerowsecurity AS held FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'coachkit_migration'`,
    );
    assert.equal(tables.length, 24);
    for (const { relname, held } of tables) assert.equal(held, true, String(relname));
    const owner = `coachkit_test_${crypto.randomUUID().slice(0, 8)}`;
    await query(`CREATE ROLE ${owner}`);
    await query(`ALTER TABLE person OWNER TO ${owner}`);
    for (const role of [owner, 'coachkit_application']) {
      assert.deepEqual(await countAs(query, role, ''), 0, role);
      assert.deepEqual(await countAs(query, role, `SET LOCAL coachkit.tenant = 'sother';`), 0, role);
      assert.deepEqual(await countAs(query, role, `SET LOCAL coachkit.tenant = 'st';`), 1, role);
      const settings = `SET LOCAL ROLE ${role}; SET LOCAL coachkit.tenant = 'st'; SET LOCAL coachkit.reach = 'tenant';`;
      for (const statement of [
        `INSERT INTO person (tenant_id, id, version, body) VALUES ('sother', 'sq', 1, '{}')`,
        `UPDATE person SET tenant_id = 'sother'`,
      ])
        await assert.rejects(
          query(`BEGIN; ${settings} ${statement}; COMMIT`),
          /row-level security/,
          `${role}: ${statement}`,
        );
    }
    await query(`ALTER TABLE person OWNER TO CURRENT_USER`);
    await query(`DROP ROLE ${owner}`);
  });

  test('hold the words of a pair from its manager once it has ended, and from the start for everybody else', async () => {
    const { connectionString } = await server!.createDatabase();
    const source = await openPostgresStorage({ connectionString });
    const as = (personId: string, roles: Actor['roles'] = []): Storage =>
      source.storageFor({ tenantId: 't', personId, roles });
    const pair = { managerId: 'm', employeeId: 'e', start: '2020-01-01' };
    await as('m').commit([
      { type: 'put', kind: 'sessionContent', id: 's', body: { points: ['words'] }, expectedVersion: 0 },
      {
        type: 'put',
        kind: 'session',
        id: 's',
        body: { relationshipId: 'r', ...pair, date: '2020-01-02' },
        expectedVersion: 0,
      },
      { type: 'put', kind: 'relationship', id: 'r', body: pair, expectedVersion: 0 },
    ]);
    const readers = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const person of ['m', 'e', 'x']) if (await as(person).get('sessionContent', 's')) found.push(person);
      for (const role of ['hr-partner', 'programme-admin', 'technical-admin', 'privacy-officer', 'worker'] as const)
        if (await as('a', [role]).get('sessionContent', 's')) found.push(role);
      return found;
    };
    assert.deepEqual(await readers(), ['m', 'e']);
    await as('a', ['technical-admin']).commit([
      { type: 'put', kind: 'relationship', id: 'r', body: { ...pair, end: '2020-06-30' }, expectedVersion: 1 },
    ]);
    assert.deepEqual(await readers(), ['e']);
    assert.equal((await as('m').get('session', 's'))?.version, 1, 'a former manager still knows the date');
    await source.close();
  });

  test('refuse a document that somebody writes for others, and change nothing', async () => {
    const { connectionString } = await server!.createDatabase();
    const source = await openPostgresStorage({ connectionString });
    const storage = source.storageFor({ tenantId: 't', personId: 'p', roles: [] });
    for (const [kind, body] of [
      ['person', {}],
      ['draft', { authorId: 'other', updatedAt: '2026-01-01' }],
      ['relationship', { managerId: 'other', employeeId: 'p', start: '2026-01-01' }],
      ['goal', { employeeId: 'other', status: 'open' }],
      ['sessionContent', { points: [] }],
    ] as const) {
      const own = {
        type: 'put',
        kind: 'draft',
        id: 'own',
        body: { authorId: 'p', updatedAt: '2026-01-01' },
        expectedVersion: 0,
      } as const;
      await assert.rejects(
        storage.commit([own, { type: 'put', kind, id: 'x', body, expectedVersion: 0 }]),
        (error) => CoachingError.isInstance(error) && error.code === 'forbidden',
        kind,
      );
      assert.equal(await source.storageOfTenant('t').get(kind, 'x'), undefined);
      assert.equal(await storage.get('draft', 'own'), undefined);
    }
    await assert.rejects(storage.wipe(), (error) => CoachingError.isInstance(error) && error.code === 'not-supported');
    await source.close();
  });
});

async function countAs(
  query: (text: string) => Promise<Record<string, unknown>[]>,
  role: string,
  settings: string,
): Promise<number> {
  // The answer comes as an error, because several statements in one text have no single result.
  const text = `BEGIN; SET LOCAL ROLE ${role}; ${settings} DO $$ BEGIN RAISE EXCEPTION 'rows: %', (SELECT count(*) FROM person); END $$;`;
  const said = await query(text).then(
    () => '',
    (error: unknown) => String(error),
  );
  return Number(/rows: (\d+)/.exec(said)?.[1]);
}
