import type { SqlStorageSource } from '@coachkit/adapters/storage/sqlite';
import { coachingSuite, runCoachingCase, suiteStart } from '@coachkit/testing/coaching-suite';
import { createFakeClock } from '@coachkit/testing/fakes';
import { after, before, describe, test } from 'node:test';
import { connectedHarness } from '../../support/connected-harness.ts';
import { postgresMissing, startPostgres } from '../../support/postgres.ts';
import { postgresLaboratory, sqliteLaboratory, type SqlLaboratory } from '../storage/sql-harness.ts';

const server = await startPostgres();
const laboratories: readonly (readonly [string, SqlLaboratory | undefined])[] = [
  ['SQLite', sqliteLaboratory()],
  ['PostgreSQL', server && (await postgresLaboratory(server))],
];
after(() => server?.stop());

for (const [name, laboratory] of laboratories) {
  describe(
    `the behaviour of Coaching connected to a server over ${name}`,
    {
      skip: laboratory ? false : postgresMissing,
    },
    () => {
      const clock = createFakeClock(suiteStart);
      let source: SqlStorageSource;
      before(async () => {
        source = await laboratory!.open({ clock });
      });
      after(async () => {
        await source.close();
        await laboratory!.end();
      });

      for (const each of coachingSuite)
        test(each.name, () => runCoachingCase(each, () => Promise.resolve(connectedHarness(source, clock))));
    },
  );
}
