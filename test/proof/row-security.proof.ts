import { measureRowSecurity } from '../adapters/storage/row-security.ts';
import { postgresMissing, startPostgres } from '../support/postgres.ts';
import type { Demand } from './proof-types.ts';

/** What must hold of the rules for rows of PostgreSQL, with nothing above them that refuses anything. */
export const demands: readonly Demand[] = [
  {
    name: 'row-level security alone',
    demand: '10,000 interleaved requests over 2 connections: 0 foreign rows, 0 foreign writes, 0 own rows missing',
    async run({ full }) {
      const server = await startPostgres();
      if (!server) return { figure: postgresMissing, passed: false };
      try {
        const requests = full ? 10_000 : 500;
        const { foreign, missing, changed, own } = await measureRowSecurity(server, requests, 23);
        return {
          figure: `${requests} requests: ${foreign.length} foreign rows, ${changed.length} foreign writes, ${missing.length} own rows missing of ${own}`,
          passed: foreign.length + missing.length + changed.length === 0,
        };
      } finally {
        await server.stop();
      }
    },
  },
];
