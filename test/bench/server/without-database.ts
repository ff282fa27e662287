import { startScript } from '../../support/server/server-process.ts';
import type { BenchRow } from '../bench-types.ts';
import { putLoad } from './load.ts';

const rounds = 5;

/** Routing, reading and checking of a request, beside node:http doing the same by hand. */
export async function withoutDatabase(): Promise<readonly BenchRow[]> {
  const script = 'test/bench/server/no-database-server.ts';
  const [limit, product] = [await startScript(script, { by: 'hand' }), await startScript(script, { by: 'product' })];
  try {
    const rates = { limit: [] as number[], product: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, { origin }] of Object.entries({ limit, product })) {
        const load = { origin, kind: 'plain', connections: 16, seconds: 1.5, pairs: [], from: 0 } as const;
        const { throughput } = await putLoad({ ...load, requests: [saveOfDraft()] });
        // The first round warms up.
        if (round > 0) rates[name === 'limit' ? 'limit' : 'product'].push(throughput);
      }
    }
    const [hand, ours] = [median(rates.limit), median(rates.product)];
    const ratio = ours / hand;
    return [
      {
        section: `Server without a database, beside node:http by hand, median of ${rounds}`,
        name: 'routing, reading and checking of a draft, 16 clients',
        ...{ limit: `${hand.toFixed(0)} / s`, product: `${ours.toFixed(0)} / s` },
        ...{ ratio, budget: '≥ 0.7 ×', passed: ratio >= 0.7 },
      },
    ];
  } finally {
    await Promise.all([limit.kill(), product.kill()]);
  }
}

function saveOfDraft(): string {
  const points = ['He led two renewal calls on his own.', 'The opening went as planned.'];
  const actions = [
    { id: 'a1', text: 'Draft three questions', ownerId: 'e0', dueDate: '2026-12-01', activities: [] },
    { id: 'a2', text: 'Sit in on a call', ownerId: 'm0', dueDate: 'next week', activities: [] },
  ];
  const draft = {
    ...{ relationshipId: 'pair', date: '2026-11-24', durationMinutes: 50, reviews: [], points, actions },
    ...{ focusQuery: 'nego', quickEntry: '', activeSeconds: 120 },
  };
  const body = JSON.stringify({ draft, version: 3 });
  const headers = [
    'PUT /v1/drafts HTTP/1.1',
    ...['host: test', 'x-person: m0', 'coachkit-version: 1', 'content-type: application/json'],
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
