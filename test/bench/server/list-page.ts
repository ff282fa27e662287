import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import { createHandler } from '@coachkit/server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { actorOf, tenantId } from '../../support/server/actor-headers.ts';
import { foundPairs, type FoundedPair } from '../../support/server/found-pairs.ts';
import type { BenchRow } from '../bench-types.ts';

const measured = 300;

/** A page of 100 sessions from the middle of all of them, of 1,000,000 and of 10,000. */
export async function listPage(): Promise<readonly BenchRow[]> {
  const [limit, product] = [await millisecondsOf(10_000), await millisecondsOf(1_000_000)];
  const ratio = product / limit;
  return [
    {
      section: 'Server over SQLite, through the handler, median',
      name: 'page of 100 of 1,000,000 sessions (limit: of 10,000)',
      ...{ limit: `${limit.toFixed(2)} ms`, product: `${product.toFixed(2)} ms` },
      ...{ ratio, budget: '≤ 1.3 ×', passed: ratio <= 1.3 },
    },
  ];
}

async function millisecondsOf(sessions: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'coachkit-list-'));
  const file = join(folder, 'coachkit.db');
  const source = await openSqliteStorage({ file });
  try {
    const [pair] = await foundPairs(source, 1);
    if (pair === undefined) return NaN;
    fill(file, pair, sessions);
    const handler = createHandler({
      storage: source,
      authenticate: ({ headers }) => actorOf((name) => headers.get(name)),
      limits: { burst: 1e9 },
    });
    const times: number[] = [];
    for (let turn = 0; turn < measured; turn += 1) {
      // Somewhere in the middle, so that the page is not always the same.
      const to = new Date(Date.UTC(2010, 0, 1) + turn * 86_400_000).toISOString().slice(0, 10);
      const start = performance.now();
      const response = await handler(
        new Request(`http://server/v1/sessions?relationshipId=${pair.relationshipId}&limit=100&to=${to}`, {
          headers: { 'x-person': pair.managerId },
        }),
      );
      const { items } = (await response.json()) as { readonly items?: readonly unknown[] };
      times.push(performance.now() - start);
      if (items?.length !== 100) throw new Error(`the page has ${items?.length ?? 'no'} sessions`);
    }
    return times.slice(measured / 3).sort((one, other) => one - other)[Math.floor(measured / 3)] ?? NaN;
  } finally {
    await source.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Past the product: a million records through it would take longer than anybody waits for a bench. */
function fill(file: string, { relationshipId, managerId, employeeId }: FoundedPair, sessions: number): void {
  const database = new DatabaseSync(file);
  const date = `date('2000-01-03', (n * 9000 / ${sessions}) || ' days')`;
  database.exec(`
    WITH RECURSIVE counted(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < ${sessions})
    INSERT INTO session (tenant_id, id, version, body, relationship_id, date, manager_id, employee_id)
    SELECT 's${tenantId}', 's' || printf('x%07d', n), 1,
      json_object('id', printf('x%07d', n), 'relationshipId', '${relationshipId}', 'managerId', '${managerId}',
        'employeeId', '${employeeId}', 'status', 'recorded', 'date', ${date}, 'durationMinutes', 50, 'slot', ${date},
        'recordedAt', '2020-01-01T00:00:00.000Z', 'revision', 1, 'templateVersion', 1),
      's${relationshipId}', 's' || ${date}, 's${managerId}', 's${employeeId}'
    FROM counted`);
  database.close();
}
