import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { describeOver } from '../../support/describe-over.ts';
import { startPostgres } from '../../support/postgres.ts';
import { postgresLaboratory, sqliteLaboratory } from './sql-harness.ts';
import { compareWithModel } from './storage-model.ts';

const server = await startPostgres();
after(() => server?.stop());

test('storage over SQLite does as a plain map does, over 100 runs of 40 random commands', async () => {
  const laboratory = sqliteLaboratory();
  const source = await laboratory.open();
  const open = (tenantId: string) => Promise.resolve(source.storageOfTenant(tenantId));
  assert.equal(await compareWithModel(open, { runs: 100, commands: 40 }), 4_000);
  await source.close();
  await laboratory.end();
});

describeOver(server, 'storage over PostgreSQL', () => {
  test('does as a plain map does, over 40 runs of 40 random commands', async () => {
    const laboratory = await postgresLaboratory(server!);
    const source = await laboratory.open();
    const open = (tenantId: string) => Promise.resolve(source.storageOfTenant(tenantId));
    assert.equal(await compareWithModel(open, { runs: 40, commands: 40 }), 1_600);
    await source.close();
  });
});
