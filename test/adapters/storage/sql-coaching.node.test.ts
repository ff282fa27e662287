import type { SqlStorageSource } from '@coachkit/adapters/storage/sqlite';
import { createCoaching, createSkillList, type Coaching } from '@coachkit/core';
import {
  coachingSuite,
  runCoachingCase,
  suiteCourses,
  suiteSkills,
  suiteStart,
  type CoachingHarness,
} from '@coachkit/testing/coaching-suite';
import { createCountingIds, createFakeClock, createFakeLearningSystem } from '@coachkit/testing/fakes';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOver } from '../../support/describe-over.ts';
import { startPostgres } from '../../support/postgres.ts';
import { postgresLaboratory, sqliteLaboratory, type SqlLaboratory } from './sql-harness.ts';

// One clock for the database and everybody over it, put back before each case.
const clock = createFakeClock(suiteStart);

/** A new tenant, in which each person has the storage that the source hands out to them. */
function tenantHarness(source: SqlStorageSource): CoachingHarness {
  const tenantId = crypto.randomUUID();
  const lms = createFakeLearningSystem(suiteCourses);
  const newId = createCountingIds();
  const opened: Coaching[] = [];
  clock.set(suiteStart);
  return {
    clock,
    lms,
    async as(personId, roles = []) {
      const actor = { tenantId, personId, roles };
      const storage = source.storageFor(actor);
      const coaching = createCoaching({ storage, actor, clock, newId, lms, skills: createSkillList(suiteSkills) });
      opened.push(coaching);
      return coaching;
    },
    async cleanUp() {
      await Promise.all(opened.map((coaching) => coaching.close()));
    },
  };
}

const server = await startPostgres();
const laboratories: readonly (readonly [string, SqlLaboratory | undefined])[] = [
  ['SQLite', sqliteLaboratory()],
  ['PostgreSQL', server && (await postgresLaboratory(server))],
];
after(() => server?.stop());

for (const [name, laboratory] of laboratories) {
  describeOver(laboratory, `the behaviour of Coaching over ${name}`, () => {
    const statements = new Set<string>();
    let source: SqlStorageSource;
    before(async () => {
      source = await laboratory!.open({ clock, onStatement: (text) => void statements.add(text) });
    });
    after(async () => {
      await source.close();
      await laboratory!.end();
    });

    for (const each of coachingSuite) {
      test(each.name, () => runCoachingCase(each, () => Promise.resolve(tenantHarness(source))));
    }

    test('every statement of all this names the tenant', () => {
      const asked = [...statements].filter(
        (text) => /^(select|insert|update|delete)\b/i.test(text) && !/coachkit_migration/.test(text),
      );
      assert.ok(asked.length > 30, `${asked.length} statements`);
      for (const text of asked)
        assert.match(text, /where "tenant_id" = (\?|\$\d+)|^insert into "\w+" \("tenant_id", "id",/i);
    });
  });
}
