import { feedEndlessBodies } from '../server/endless-bodies.ts';
import { feedMalformedRequests } from '../server/malformed-requests.ts';
import type { Demand } from './proof-types.ts';

/** What must hold of requests that are wrong, at full size. */
export const demands: readonly Demand[] = [
  {
    name: 'malformed requests',
    demand: '1,000 bodies to every route: all answered with a typed 4xx, store identical',
    async run({ full }) {
      const { routes, requests, untyped, changed } = await feedMalformedRequests(full ? 1000 : 20, 7);
      return {
        figure: `${requests} requests to ${routes} routes: ${untyped.length} otherwise, ${changed.length} changed`,
        passed: untyped.length === 0 && changed.length === 0,
      };
    },
  },
  {
    name: 'bodies without an end',
    demand: '1 MiB, endless in chunks, 20,000 levels: cut at the limit, memory grows by less than 20 MiB',
    run: ({ full }) => feedEndlessBodies(full ? 100 : 10),
  },
];
