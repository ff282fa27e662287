import { killPostgres, killSqlite, type KillFigures } from '../adapters/storage/sql-kills.ts';
import { postgresLaboratory, sqliteLaboratory, type SqlLaboratory } from '../adapters/storage/sql-harness.ts';
import { compareWithModel } from '../adapters/storage/storage-model.ts';
import { postgresMissing, startPostgres, type TestPostgres } from '../support/postgres.ts';
import type { Demand, DemandResult } from './proof-types.ts';

/** What must hold of the storages of a server at full size. */
export const demands: readonly Demand[] = [
  {
    name: 'process over SQLite killed',
    demand: '0 acknowledged commits missing, 0 half-kept in 50 kills on one file',
    run: async ({ full }) => judge(await killSqlite(full ? 50 : 3)),
  },
  {
    name: 'PostgreSQL killed',
    demand: '0 acknowledged commits missing, 0 half-kept in 50 kills on one directory',
    run: ({ full }) => withPostgres(async (server) => judge(await killPostgres(server, full ? 50 : 2))),
  },
  {
    name: 'SQLite storage, random commands',
    demand: '0 differences from a plain map in 5,000 runs of 60 commands',
    async run({ full }) {
      return compare(sqliteLaboratory(), full ? 5_000 : 50);
    },
  },
  {
    name: 'PostgreSQL storage, random commands',
    demand: '0 differences from a plain map in 5,000 runs of 60 commands',
    run: ({ full }) => withPostgres(async (server) => compare(await postgresLaboratory(server), full ? 5_000 : 20)),
  },
];

function judge({ kills, acknowledged, missing, halfKept }: KillFigures): DemandResult {
  return {
    figure: `${missing} missing, ${halfKept} half-kept of ${acknowledged} in ${kills} kills`,
    passed: missing === 0 && halfKept === 0 && acknowledged >= kills,
  };
}

// A difference is an error that names the seed and the commands.
async function compare(laboratory: SqlLaboratory, runs: number): Promise<DemandResult> {
  const source = await laboratory.open();
  try {
    const open = (tenantId: string) => Promise.resolve(source.storageOfTenant(tenantId));
    const commands = await compareWithModel(open, { runs, commands: 60 });
    return { figure: `0 differences in ${commands} commands`, passed: commands === runs * 60 };
  } finally {
    await source.close();
    await laboratory.end();
  }
}

async function withPostgres(measure: (server: TestPostgres) => Promise<DemandResult>): Promise<DemandResult> {
  const server = await startPostgres();
  if (!server) return { figure: postgresMissing, passed: false };
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}
