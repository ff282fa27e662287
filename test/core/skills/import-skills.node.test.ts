import { CoachingError, createMemoryStorage, type Actor, type Storage } from '@coachkit/core';
import { createStoredSkills, importSkills, type ImportedFramework, type ImportedSkill } from '@coachkit/core/skills';
import { createFakeClock } from '@coachkit/testing/fakes';
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';

const actor: Actor = { tenantId: 'suite', personId: 'lena', roles: ['programme-admin'] };
const edition = (skills: readonly ImportedSkill[], more: Partial<ImportedFramework> = {}): ImportedFramework => ({
  name: 'Own',
  language: 'en',
  skills,
  rejected: [],
  unread: [],
  ...more,
});
const skill = (id: string, label = `skill ${id}`): ImportedSkill => ({ id, label });
const refused = (code: string, rule?: string) => (error: unknown) =>
  CoachingError.isInstance(error) && error.code === code && (rule === undefined || error.problems[0]?.rule === rule);

describe('importing a skills framework', () => {
  let storage: Storage;
  let clock = createFakeClock('2026-11-24T09:00:00Z');

  beforeEach(() => {
    clock = createFakeClock('2026-11-24T09:00:00Z');
    storage = createMemoryStorage({ tenantId: 'suite' });
  });

  const take = (framework: ImportedFramework, more = {}) =>
    importSkills({ storage, actor, clock, mayRetire: 1, ...more }, framework);
  const contentOf = async (): Promise<string> =>
    JSON.stringify([
      await storage.query('skillPack', { index: 'id' }),
      await storage.query('skillFramework', { index: 'id' }),
    ]);

  test('only those who may change the configuration import, and nothing is written for others', async () => {
    const employee = { ...actor, roles: ['learning-analyst'] as const };
    await assert.rejects(take(edition([skill('a')]), { actor: employee }), refused('forbidden'));
    assert.equal((await storage.query('skillPack', { index: 'id' })).documents.length, 0);
  });

  test('what is renamed is found by both names, what is merged names its heir, what is gone is retired and readable', async () => {
    await take(edition([skill('a', 'Haggle'), skill('b', 'Bargain'), skill('c', 'Send a fax'), skill('d', 'Listen')]));
    const done = await take(
      edition([
        skill('a', 'Negotiate'),
        { ...skill('b', 'Bargain'), replacedBy: 'a' },
        skill('d', 'Listen'),
        skill('e'),
      ]),
    );
    assert.deepEqual(
      { ...done, rejected: undefined },
      {
        added: 1,
        renamed: 1,
        retired: 2,
        returned: 0,
        changed: 0,
        unchanged: 1,
        active: 3,
        rejected: undefined,
        level: 'memory',
      },
    );
    const skills = createStoredSkills(storage);
    assert.deepEqual(await skills.find('haggling', 5), [{ id: 'a', label: 'Negotiate' }]);
    assert.deepEqual(await skills.find('bargain', 5), []);
    assert.deepEqual(await skills.get('b'), { id: 'b', label: 'Bargain', retired: true, replacedBy: 'a' });
    assert.deepEqual(await skills.get('c'), { id: 'c', label: 'Send a fax', retired: true });
    assert.equal(await skills.get('never'), undefined);

    const back = await take(
      edition([skill('a', 'Negotiate'), skill('b', 'Bargain'), skill('c'), skill('d', 'Listen'), skill('e')]),
    );
    assert.equal(back.returned, 2);
    assert.deepEqual(
      (await skills.find('fax', 5)).map(({ label }) => label),
      ['skill c'],
    );
  });

  test('the same edition again changes nothing, not even the time of the import', async () => {
    const skills = Array.from({ length: 900 }, (_, at) => skill(`s${at}`));
    await take(edition(skills, { version: '1' }));
    const before = await contentOf();
    clock.set('2026-11-25T09:00:00Z');
    assert.equal((await take(edition(skills, { version: '1' }))).unchanged, 900);
    assert.equal(await contentOf(), before);
    const one = await take(edition(skills.with(3, skill('s3', 'Changed')), { version: '1' }));
    assert.equal(one.renamed, 1);
    const versions = (await storage.query('skillPack', { index: 'id' })).documents.map(({ version }) => version);
    assert.deepEqual(versions.sort(), [1, 1, 1, 2], 'only the pack with the skill is written');
  });

  test('half a file retires nothing, and a row that could not be read retires nobody', async () => {
    const skills = Array.from({ length: 8 }, (_, at) => skill(`s${at}`));
    await take(edition(skills));
    const before = await contentOf();
    await assert.rejects(take(edition(skills.slice(0, 5)), { mayRetire: 0.25 }), refused('invalid-input', 'too-few'));
    assert.equal(await contentOf(), before);
    assert.equal((await take(edition(skills.slice(0, 7), { unread: ['s7'] }))).retired, 0);
    assert.equal((await take(edition(skills.slice(0, 3), { unread: 'all' }))).retired, 0);
    assert.equal((await take(edition(skills.slice(0, 6)), { mayRetire: 0.25 })).retired, 2);
  });

  test('a framework that contradicts itself is refused whole', async () => {
    const bad: [ImportedFramework, string][] = [
      [edition([]), 'too-few'],
      [edition([skill('a'), skill('a')]), 'twice'],
      [edition([{ ...skill('a'), replacedBy: 'b' }]), 'unknown-skill'],
      [edition([{ ...skill('a'), replacedBy: 'b' }, { ...skill('b'), replacedBy: 'a' }, skill('c')]), 'unknown-skill'],
      [edition([skill('a'), skill('b', '')]), 'blank'],
    ];
    for (const [framework, rule] of bad) await assert.rejects(take(framework), refused('invalid-input', rule), rule);
    assert.equal((await storage.query('skillPack', { index: 'id' })).documents.length, 0);
  });

  test('two who import at the same time: one of them is told', async () => {
    const both = await Promise.allSettled([take(edition([skill('a')])), take(edition([skill('b')]))]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.ok(both.some((each) => each.status === 'rejected' && refused('conflict')(each.reason)));
  });

  test('labels of another language are shown and found where they are asked for', async () => {
    const translations = [{ language: 'fr', label: 'négocier', otherLabels: ['marchander'] }];
    await take(edition([{ ...skill('a', 'negotiate'), translations }, skill('b', 'listen')]));
    const french = createStoredSkills(storage, { language: 'fr' });
    for (const query of ['négociation', 'marchandant', 'negotiating'])
      assert.deepEqual(await french.find(query, 5), [{ id: 'a', label: 'négocier' }], query);
    assert.deepEqual(await french.find('listening', 5), [{ id: 'b', label: 'listen' }]);
    assert.deepEqual(await french.get('a'), { id: 'a', label: 'négocier', otherLabels: ['marchander'] });
  });

  test('nothing is imported yet: no skill is found, none is known', async () => {
    const skills = createStoredSkills(storage);
    assert.deepEqual(await skills.find('a', 5), []);
    assert.equal(await skills.get('a'), undefined);
    await take(edition([skill('a', 'apple')]));
    assert.equal((await skills.find('a', 5)).length, 1, 'heard of without being told');
  });

  test('a pack that cannot be read any more is told, and never answered as skills that never were', async () => {
    await take(edition([skill('a')]));
    const { documents } = await storage.query('skillPack', { index: 'id' });
    const { id = '', version = 0 } = documents[0] ?? {};
    await storage.commit([
      {
        type: 'put',
        kind: 'skillPack',
        id,
        body: { id, frameworkId: 'framework', skills: 7 },
        expectedVersion: version,
      },
    ]);
    const skills = createStoredSkills(storage);
    await assert.rejects(skills.get('a'), refused('storage-unavailable'));
    await assert.rejects(skills.find('a', 5), refused('storage-unavailable'));
    await assert.rejects(take(edition([skill('b')])), refused('storage-unavailable'));
  });

  test('whatever editions come, no skill that ever was is lost, and exactly those of the last one are offered', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const skills = fc.uniqueArray(fc.record({ id, label: fc.constantFrom('one', 'two', 'three') }), {
      selector: (each) => each.id,
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(skills, { minLength: 1, maxLength: 5 }), async (editions) => {
        storage = createMemoryStorage({ tenantId: 'suite' });
        for (const each of editions) await take(edition(each));
        const framework = createStoredSkills(storage);
        const last = new Map(editions.at(-1)?.map((each) => [each.id, each.label]));
        for (const each of editions.flat()) {
          const found = await framework.get(each.id);
          assert.equal(found?.retired ?? false, !last.has(each.id));
          if (last.has(each.id)) assert.equal(found?.label, last.get(each.id));
        }
        const offered = new Set(
          (await framework.find('t', 9)).concat(await framework.find('o', 9)).map((each) => each.id),
        );
        assert.deepEqual([...offered].sort(), [...last.keys()].sort());
      }),
      { numRuns: 60 },
    );
  });
});
