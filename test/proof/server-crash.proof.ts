import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresMissing, startPostgres, type TestPostgres } from '../support/postgres.ts';
import type { Demand, DemandResult } from './proof-types.ts';
import { crashDuringWrites, type CrashFigures } from './server-crash/crash-server.ts';

const demand = '0 acknowledged missing, 0 half transactions, 0 doubled when sent again, in 50 kills without repair';
const kills = (full: boolean): number => (full ? 50 : 3);

/** What must hold when the server, or its database, is killed. */
export const demands: readonly Demand[] = [
  {
    name: 'server killed during writes, SQLite',
    demand,
    async run({ full }) {
      const folder = mkdtempSync(join(tmpdir(), 'coachkit-crash-'));
      try {
        const storage = { kind: 'sqlite', file: join(folder, 'coachkit.db') } as const;
        return resultOf(await crashDuringWrites(storage, kills(full), { kind: 'server' }), kills(full));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
  {
    name: 'server killed during writes, PostgreSQL',
    demand,
    run: ({ full }) =>
      onPostgres(async (server) => {
        const { connectionString } = await server.createDatabase();
        const storage = { kind: 'postgres', connectionString } as const;
        return resultOf(await crashDuringWrites(storage, kills(full), { kind: 'server' }), kills(full));
      }),
  },
  {
    name: 'PostgreSQL itself killed during writes',
    demand,
    run: ({ full }) =>
      onPostgres(async (server) => {
        const { connectionString } = await server.createDatabase();
        const storage = { kind: 'postgres', connectionString } as const;
        return resultOf(
          await crashDuringWrites(storage, kills(full), { kind: 'database', kill: () => server.kill() }),
          kills(full),
        );
      }),
  },
];

async function onPostgres(measure: (server: TestPostgres) => Promise<DemandResult>): Promise<DemandResult> {
  const server = await startPostgres();
  if (server === undefined) return { figure: postgresMissing, passed: false };
  try {
    const { figure, passed } = await measure(server);
    return { figure: `${figure} (${server.version.split(' (')[0]})`, passed };
  } finally {
    await server.stop();
  }
}

function resultOf(figures: CrashFigures, wanted: number): DemandResult {
  const { missing, half, doubled, acknowledged, unanswered, first } = figures;
  const counts = `${missing} missing, ${half} half, ${doubled} doubled of ${acknowledged} acknowledged`;
  const figure = `${counts}, ${unanswered} unanswered in ${figures.kills} kills`;
  return {
    figure: first === undefined ? figure : `${figure}; first: ${first}`,
    passed: first === undefined && figures.kills === wanted && acknowledged >= wanted && unanswered > 0,
  };
}
