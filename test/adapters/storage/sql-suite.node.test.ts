import { runStorageCase, storageSuiteCases } from '@coachkit/testing/storage-suite';
import type { SqlStorageSource } from '@coachkit/adapters/storage/sqlite';
import { after, before, test } from 'node:test';
import { describeOver } from '../../support/describe-over.ts';
import { startPostgres } from '../../support/postgres.ts';
import { postgresLaboratory, sqliteLaboratory, suiteHarness, type SqlLaboratory } from './sql-harness.ts';

const server = await startPostgres();
const laboratories: readonly (readonly [string, SqlLaboratory | undefined])[] = [
  ['SQLite', sqliteLaboratory()],
  ['PostgreSQL', server && (await postgresLaboratory(server))],
];
after(() => server?.stop());

for (const [name, laboratory] of laboratories) {
  describeOver(laboratory, `the promises of storage over ${name}`, () => {
    let source: SqlStorageSource;
    before(async () => {
      source = await laboratory!.open();
    });
    after(async () => {
      await source.close();
      await laboratory!.end();
    });
    for (const each of storageSuiteCases) {
      test(`${each.promise}: ${each.name}`, async (context) => {
        const result = await runStorageCase(each, suiteHarness(laboratory!, source));
        if (result !== 'pass') context.skip(result);
      });
    }
  });
}
