import { openPostgresStorage, type SqlStorageSource } from '@coachkit/adapters/storage/postgres';
import { postgresMissing, startPostgres } from '../support/postgres.ts';
import { judged } from './access.proof.ts';
import { tryAccess } from './access.ts';
import type { Demand } from './proof-types.ts';

/** The same over a database that has rules for rows of its own: they must not hide what somebody may read either. */
export const demands: readonly Demand[] = [
  {
    name: 'access over PostgreSQL',
    demand: 'the same behind row-level security: 0 deviations, 0 marker words too many or missing',
    async run({ full }) {
      const server = await startPostgres();
      if (!server) return { figure: postgresMissing, passed: false };
      let source: SqlStorageSource | undefined;
      try {
        const { connectionString } = await server.createDatabase();
        return judged(
          await tryAccess(full, async (clock) => (source = await openPostgresStorage({ connectionString, clock }))),
        );
      } finally {
        await source?.close();
        await server.stop();
      }
    },
  },
];
