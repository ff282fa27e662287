import type { SqlStorageSource } from '@coachkit/adapters/storage/sqlite';
import { createMemoryStorageSource, type Actor, type Role, type StorageSource } from '@coachkit/core';
import { createDemoServices, demoOrganisation, demoTenantId, seedDemoStorage } from '@coachkit/core/demo';
import { createHandler, type Handler } from '@coachkit/server';
import { createFakeClock } from '@coachkit/testing/fakes';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOver } from '../../support/describe-over.ts';
import { startPostgres } from '../../support/postgres.ts';
import { postgresLaboratory, sqliteLaboratory, type SqlLaboratory } from './sql-harness.ts';

// A year of coaching of a whole organisation, asked for by many people over each storage: a rule for rows that is
// narrower than the policy, or an order that differs, shows as an answer that is not the one that memory gives.
const today = '2026-11-24';
const clock = createFakeClock(`${today}T09:30:00.000Z`);
const organisation = demoOrganisation({ today });
const { people, relationships } = {
  people: organisation.documents.person,
  relationships: organisation.documents.relationship,
};

const server = await startPostgres();
after(() => server?.stop());

async function handlerOver(storage: StorageSource): Promise<Handler> {
  const worker = storage.storageFor({ tenantId: demoTenantId, personId: 'worker', roles: ['worker'] });
  return createHandler({
    storage,
    clock,
    ...(await createDemoServices(worker)),
    authenticate: ({ headers }): Actor => ({
      tenantId: demoTenantId,
      personId: headers.get('x-person')!,
      roles: headers.get('x-roles')!.split(',').filter(Boolean) as Role[],
    }),
    limits: { burst: 1_000_000 },
  });
}

/** Everything that one person can ask for without changing anything but receipts. */
async function* answersFor(
  handler: Handler,
  personId: string,
  roles: readonly Role[],
): AsyncGenerator<[string, string]> {
  const ask = async (path: string, body?: unknown): Promise<[string, string]> => {
    const headers = {
      'x-person': personId,
      'x-roles': roles.join(','),
      'content-type': 'application/json',
      'coachkit-version': '1',
    };
    const request = new Request(`http://coaching.example/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      body: body ? JSON.stringify(body) : null,
    });
    const response = await handler(request);
    const text = (await response.text()).replace(/"correlationId":"[^"]*"/, '');
    return [`${personId} (${roles.join(',')}) ${path}`, `${response.status} ${text}`];
  };
  for (const path of [
    '/agenda',
    '/actions',
    '/development',
    '/relationships',
    '/conflicts',
    '/reports/overview',
    '/units',
    '/people',
  ])
    yield await ask(path);
  const own = relationships.filter((pair) => pair.managerId === personId || pair.employeeId === personId);
  for (const { id, employeeId } of own.slice(0, 4)) {
    for (const path of [
      `/relationships/${id}/preparation`,
      `/sessions?relationshipId=${id}`,
      `/actions?relationshipId=${id}`,
      `/relationships/${id}/cadence-reason`,
      `/development?employeeId=${employeeId}`,
      `/employees/${employeeId}/goals`,
      `/employees/${employeeId}/receipts`,
    ])
      yield await ask(path);
    const session = organisation.documents.session.findLast((each) => each.relationshipId === id);
    if (session) yield await ask(`/sessions/${session.id}`);
  }
  const [name, manifest] = await ask('/replica');
  yield [name, manifest];
  const { documents } = JSON.parse(manifest.slice(4)) as { documents: readonly { kind: string; id: string }[] };
  yield await ask('/replica/documents', { documents: documents.slice(0, 100).map(({ kind, id }) => ({ kind, id })) });
}

const askers: readonly (readonly [string, readonly Role[]])[] = [
  ...people.filter((_, place) => place % 12 === 0).map(({ id }) => [id, []] as const),
  ...relationships
    .filter(({ end }) => end !== undefined)
    .flatMap(
      ({ managerId, employeeId }) =>
        [
          [managerId, []],
          [employeeId, []],
        ] as const,
    )
    .slice(0, 12),
  ...(
    ['hr-partner', 'learning-analyst', 'programme-admin', 'technical-admin', 'privacy-officer', 'worker'] as const
  ).map((role) => [people[3]!.id, [role]] as const),
];

async function answersOver(source: StorageSource): Promise<Map<string, string>> {
  const handler = await handlerOver(source);
  const found = new Map<string, string>();
  for (const [person, roles] of askers)
    for await (const [name, answer] of answersFor(handler, person, roles)) found.set(name, answer);
  handler.close();
  return found;
}

let expected: ReadonlyMap<string, string>;
before(async () => {
  const memory = createMemoryStorageSource();
  await seedDemoStorage(memory.storageFor({ tenantId: demoTenantId, personId: 'p001', roles: [] }), () => organisation);
  expected = await answersOver(memory);
});

test('the sample has something to say', () => {
  const good = [...expected.values()].filter((answer) => answer.startsWith('200'));
  assert.ok(good.length > 300, `${good.length} good answers of ${expected.size}`);
  assert.ok([...expected.values()].every((answer) => !answer.startsWith('5')));
});

for (const [name, laboratory] of [
  ['SQLite', sqliteLaboratory()],
  ['PostgreSQL', server && (await postgresLaboratory(server))],
] as readonly (readonly [string, SqlLaboratory | undefined])[]) {
  describeOver(laboratory, `the sample organisation over ${name}`, () => {
    test('answers as it does over memory, to the letter', async () => {
      const source: SqlStorageSource = await laboratory!.open({ clock });
      await seedDemoStorage(source.storageOfTenant(demoTenantId), () => organisation);
      const found = await answersOver(source);
      for (const [question, answer] of expected) assert.equal(found.get(question), answer, question);
      assert.equal(found.size, expected.size);
      await source.close();
      await laboratory!.end();
    });
  });
}
