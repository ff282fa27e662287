import { CoachingError, createCoaching, createMemoryStorage, type Actor, type Storage } from '@coachkit/core';
import { importPeople, type ImportedPerson, type PeopleBatch } from '@coachkit/core/directory';
import { createFakeClock } from '@coachkit/testing/fakes';
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';

const actor: Actor = { tenantId: 'suite', personId: 'lena', roles: ['technical-admin'] };

async function* inBatches(...batches: (readonly Omit<ImportedPerson, 'row'>[])[]): AsyncGenerator<PeopleBatch> {
  let row = 1;
  for (const batch of batches) {
    await Promise.resolve();
    yield { people: batch.map((person) => ({ row: (row += 1), ...person })), rejected: [] };
  }
}

const person = (id: string, managerId?: string, more = {}) => ({
  id,
  name: `Person ${id}`,
  ...(managerId && { managerId }),
  ...more,
});

describe('importing people', () => {
  let storage: Storage;
  let clock = createFakeClock('2026-11-24T09:00:00Z');

  beforeEach(() => {
    storage = createMemoryStorage({ tenantId: 'suite' });
    clock = createFakeClock('2026-11-24T09:00:00Z');
  });

  const take = (...batches: (readonly Omit<ImportedPerson, 'row'>[])[]) =>
    importPeople({ storage, actor, clock, timeZone: 'Europe/London' }, inBatches(...batches));
  const lines = async (): Promise<unknown[]> =>
    (await storage.query('reportingLine', { index: 'byEmployee' })).documents.map(({ body }) => {
      const { employeeId, managerId, start, end } = body as Record<string, string>;
      return [employeeId, managerId, start, ...(end ? [end] : [])];
    });
  const contentOf = async (): Promise<string> =>
    JSON.stringify(
      await Promise.all(
        (['person', 'unit', 'reportingLine', 'relationship'] as const).map((kind) =>
          storage.query(kind, { index: 'id' }),
        ),
      ),
    );

  test('only those who may change the configuration', async () => {
    await assert.rejects(
      importPeople({ storage, actor: { ...actor, roles: [] } }, inBatches([person('a')])),
      (error) => CoachingError.isInstance(error) && error.code === 'forbidden',
    );
  });

  test('managers may come after their people; the second run changes nothing', async () => {
    const people = [
      [person('a', 'b', { department: 'Vertrieb Süd', team: 'Ost', jobTitle: 'Seller' })],
      [person('b', 'c', { department: 'Vertrieb Süd' }), person('c')],
    ];
    const first = await take(...people);
    assert.deepEqual([first.added, first.moved, first.rejected], [3, 2, []]);
    assert.deepEqual(await lines(), [
      ['a', 'b', '2026-11-24'],
      ['b', 'c', '2026-11-24'],
    ]);
    const { documents: units } = await storage.query('unit', { index: 'id' });
    assert.deepEqual(
      units.map(({ body }) => [body?.['kind'], body?.['name']]),
      [
        ['department', 'Vertrieb Süd'],
        ['team', 'Ost'],
      ],
    );
    const before = await contentOf();
    clock.set('2026-12-24T09:00:00Z');
    const again = await take(...people);
    assert.deepEqual([again.unchanged, again.added, again.changed, again.moved], [3, 0, 0, 0]);
    assert.equal(await contentOf(), before);
  });

  test('who moves gets a new line and the pair ends; who leaves keeps their records', async () => {
    await take([person('a', 'b'), person('b'), person('c')]);
    const manager = createCoaching({ storage, clock, actor: { ...actor, personId: 'b', roles: [] } });
    clock.set('2026-12-01T09:00:00Z');
    await manager.relationships.start({ managerId: 'b', employeeId: 'a', start: '2026-12-01' });
    clock.set('2026-12-10T09:00:00Z');
    await take([person('a', 'c'), person('b'), person('c')]);
    assert.deepEqual(await lines(), [
      ['a', 'b', '2026-11-24', '2026-12-09'],
      ['a', 'c', '2026-12-10'],
    ]);
    const { documents: pairs } = await storage.query('relationship', { index: 'id' });
    assert.equal(pairs[0]?.body?.['end'], '2026-12-09');

    clock.set('2026-12-20T09:00:00Z');
    const left = await take([person('a', 'c', { isInactive: true }), person('b'), person('c')]);
    assert.deepEqual([left.left, left.changed], [1, 1]);
    assert.deepEqual((await lines())[1], ['a', 'c', '2026-12-10', '2026-12-20']);
    clock.set('2026-12-28T09:00:00Z');
    const again = await take([person('a', 'c', { isInactive: true }), person('b'), person('c')]);
    assert.deepEqual([again.left, again.changed, again.moved], [0, 0, 0]);
    assert.equal((await storage.get('person', 'a'))?.body?.['leftOn'], '2026-12-20');
  });

  test('a second run on the same day with another manager replaces the line of the first', async () => {
    await take([person('a', 'b'), person('b'), person('c')]);
    await take([person('a', 'c'), person('b'), person('c')]);
    assert.deepEqual(await lines(), [['a', 'c', '2026-11-24']]);
  });

  test('circles, oneself and nobody are named, and their lines stay as they were', async () => {
    await take([person('a', 'z'), person('z')]);
    clock.set('2026-11-30T09:00:00Z');
    const { rejected, moved } = await take([
      person('a', 'b'),
      person('b', 'c'),
      person('c', 'a'),
      person('d', 'a'),
      person('e', 'e'),
      person('f', 'nobody'),
      person('g', 'z'),
      person('g', 'a'),
      person('h', 'a', { email: 'no address' }),
    ]);
    assert.deepEqual(rejected, [
      { row: 9, column: 'id', reason: 'twice' },
      { row: 10, column: 'email', reason: 'not-an-address' },
      { row: 6, column: 'managerId', reason: 'same-person' },
      { row: 7, column: 'managerId', reason: 'unknown-person' },
      { row: 2, column: 'managerId', reason: 'reporting-cycle' },
      { row: 3, column: 'managerId', reason: 'reporting-cycle' },
      { row: 4, column: 'managerId', reason: 'reporting-cycle' },
    ]);
    assert.equal(moved, 2);
    assert.deepEqual(await lines(), [
      ['a', 'z', '2026-11-24'],
      ['d', 'a', '2026-11-30'],
      ['g', 'z', '2026-11-30'],
    ]);
  });

  test('a source that fails half-way changes no line, and the next run goes on', async () => {
    await take([person('a', 'b'), person('b'), person('c')]);
    const before = await lines();
    clock.set('2026-12-10T09:00:00Z');
    async function* failing(): AsyncGenerator<PeopleBatch> {
      yield* inBatches([person('a', 'c'), person('d', 'c')]);
      throw new CoachingError('unreachable', 'page 2');
    }
    await assert.rejects(importPeople({ storage, actor, clock }, failing()));
    assert.deepEqual(await lines(), before);
    const { moved } = await take([person('a', 'c'), person('b'), person('c'), person('d', 'c')]);
    assert.equal(moved, 2);
  });

  test('whatever the directory says, nobody comes to stand above themselves', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const people = fc.uniqueArray(fc.record({ id, managerId: fc.option(id, { nil: undefined }) }), {
      selector: (each) => each.id,
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(people, { minLength: 1, maxLength: 4 }), async (runs) => {
        storage = createMemoryStorage({ tenantId: 'suite' });
        for (const run of runs) await take(run.map((each) => person(each.id, each.managerId)));
        const { documents } = await storage.query('reportingLine', { index: 'id' });
        const open = documents.filter(({ body }) => body?.['end'] === undefined);
        const managers = new Map(open.map(({ body }) => [body?.['employeeId'], body?.['managerId']]));
        assert.equal(managers.size, open.length, 'one line each');
        for (const start of managers.keys()) {
          let at: unknown = start;
          for (let steps = 0; at !== undefined; steps += 1) {
            assert.ok(steps <= 5, `${String(start)} is in a circle`);
            at = managers.get(at as string);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
