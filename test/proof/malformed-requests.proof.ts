import { createMemoryStorageSource } from '@coachkit/core';
import { createHandler } from '@coachkit/server';
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
    async run({ full }) {
      const handler = createHandler({
        storage: createMemoryStorageSource(),
        authenticate: () => ({ tenantId: 'suite', personId: 'priya', roles: [] }),
        limits: { burst: 1e9 },
      });
      const headers = { 'content-type': 'application/json', 'coachkit-version': '1' };
      const statuses = new Set<string>();
      const send = async (name: string, body: BodyInit): Promise<void> => {
        const options = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
        const { status } = await handler(new Request('http://server.example/v1/operations', options));
        statuses.add(`${name} ${status}`);
      };
      const once = async (): Promise<void> => {
        await send('1 MiB', `{"a":"${'x'.repeat(1024 * 1024)}"}`);
        await send('endless', endless());
        await send('deep', `{"operations":${'['.repeat(20_000)}${']'.repeat(20_000)}}`);
      };
      await once();
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      for (let time = 0; time < (full ? 50 : 5); time += 1) await once();
      globalThis.gc?.();
      const growth = (process.memoryUsage().rss - before) / 1024 / 1024;
      const answers = [...statuses].sort().join(', ');
      return {
        figure: `${answers}; ${growth.toFixed(1)} MiB`,
        passed: answers === '1 MiB 413, deep 400, endless 413' && growth < 20,
      };
    },
  },
];

function endless(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(64 * 1024).fill(32);
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
}
