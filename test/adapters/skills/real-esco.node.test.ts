import { importEsco } from '@coachkit/adapters/skills/esco';
import { createMemoryStorage } from '@coachkit/adapters/storage/memory';
import type { Actor } from '@coachkit/core';
import { createStoredSkills, importSkills } from '@coachkit/core/skills';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { escoFile, escoIsMissing } from '../../support/esco-files.ts';

const actor: Actor = { tenantId: 'suite', personId: 'lena', roles: ['programme-admin'] };

describe('the whole of ESCO', { skip: escoIsMissing }, () => {
  test('English and French, with paths, imported, searched and imported again', async (context) => {
    const framework = await importEsco({
      skills: { en: escoFile('skills_en.csv'), fr: escoFile('skills_fr.csv') },
      broader: escoFile('broaderRelationsSkillPillar.csv'),
      hierarchy: escoFile('skillsHierarchy_en.csv'),
    });
    assert.equal(framework.skills.length, 13_896);
    assert.equal(framework.skills.filter(({ path }) => path !== undefined).length, 13_896);
    assert.equal(framework.skills.filter(({ translations }) => translations).length, 13_379);
    assert.equal(framework.rejected.length, 106, 'skills that only the older French edition has');
    assert.ok(framework.rejected.every(({ reason, file }) => reason === 'unknown-skill' && file === 'skills.fr'));
    assert.deepEqual(framework.unread, []);

    const storage = createMemoryStorage({ tenantId: 'suite' });
    assert.equal((await importSkills({ storage, actor }, framework)).added, 13_896);
    assert.equal((await importSkills({ storage, actor }, framework)).unchanged, 13_896);

    const skills = createStoredSkills(storage);
    assert.match((await skills.find('negotiating', 1))[0]?.label ?? '', /^negotiate/);
    assert.ok((await skills.find('bargain', 5)).some(({ label }) => label === 'negotiate compromises'));
    const french = createStoredSkills(storage, { language: 'fr' });
    assert.match((await french.find('négociation', 1))[0]?.label ?? '', /^négocier/);

    const times: number[] = [];
    for (const { label } of framework.skills.filter((_, at) => at % 40 === 0)) {
      const start = performance.now();
      await skills.find(label.slice(0, 1 + (label.length % 12)), 8);
      times.push(performance.now() - start);
    }
    const slow = times.sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Infinity;
    context.diagnostic(`search, p95 of ${times.length}: ${slow.toFixed(2)} ms`);
    assert.ok(slow <= 50);
  });

  test('from one edition to another: renamed, retired and added, and back', async () => {
    const storage = createMemoryStorage({ tenantId: 'suite' });
    const older = await importEsco({ skills: { fr: escoFile('skills_fr.csv') } });
    const newer = await importEsco({ skills: { en: escoFile('skills_en.csv') } });
    await importSkills({ storage, actor }, older);
    const there = await importSkills({ storage, actor }, { ...newer, language: 'fr' });
    assert.deepEqual([there.added, there.retired, there.active], [517, 106, 13_896]);
    const back = await importSkills({ storage, actor }, older);
    assert.deepEqual([back.returned, back.retired, back.active], [106, 517, 13_485]);
  });
});
