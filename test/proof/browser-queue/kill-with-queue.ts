import type { SqlStorageSource } from '@coachkit/adapters/storage/sqlite';
import type { DocumentKind, SyncStatus } from '@coachkit/core';
import { setTimeout as pause } from 'node:timers/promises';
import { findKiller } from '../../support/kill-browser.ts';
import { tokenOf } from '../../support/handler-fetch.ts';
import { tenantId } from '../../support/server/actor-headers.ts';
import { makeQueueLaboratory, type QueueLaboratory } from './queue-laboratory.ts';
import type { Kept, QueueStart } from './queue-page.ts';

/** What became of changes when the browser was killed. */
export interface QueueFigures {
  readonly kills: number;
  /** Changes that the page was told are kept, on the device or on the server. */
  readonly acknowledged: number;
  /** How many of them were on the device only. */
  readonly onDevice: number;
  readonly missing: number;
  readonly doubled: number;
  /** Changes that the server has refused, though none of them was wrong. */
  readonly refused: number;
}

/** Kills the browser at random moments while it makes changes with a network that comes and goes, and heals it. */
export async function killWithQueue(kills: number): Promise<QueueFigures> {
  const laboratory = await makeQueueLaboratory();
  const kept = new Map<string, string>();
  const figures = { kills: 0, refused: 0 };
  try {
    for (; figures.kills < kills; figures.kills += 1) {
      await writeUntilKilled(laboratory, startOf(laboratory, figures.kills * 150), kept);
      // Every other time the next browser goes on with what the killed one has left in its queue.
      if (figures.kills % 2 === 0 && figures.kills + 1 < kills) continue;
      const { waiting, needsAttention } = await heal(laboratory);
      if (waiting > 0) throw new Error(`${waiting} changes are not sent, though the network is there`);
      figures.refused += needsAttention;
    }
    const counts = await countWords(laboratory.source as SqlStorageSource);
    const words = [...kept.keys()];
    return {
      ...figures,
      acknowledged: words.length,
      onDevice: [...kept.values()].filter((level) => level === 'device').length,
      missing: words.filter((word) => !counts.has(word)).length,
      doubled: [...counts.values()].filter((count) => count > 1).length,
    };
  } finally {
    await laboratory.remove();
  }
}

async function writeUntilKilled(
  laboratory: QueueLaboratory,
  start: QueueStart,
  kept: Map<string, string>,
): Promise<void> {
  laboratory.isOnline = Math.random() < 0.5;
  const { context, page } = await laboratory.open();
  let onFirst: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (onFirst = resolve));
  await page.exposeFunction('hearOfKept', ({ word, level }: Kept) => {
    if (level === 'memory') return;
    kept.set(word, level);
    onFirst();
  });
  const killer = await findKiller(context);
  // A first start has to find the pair; afterwards the device knows it.
  if (kept.size === 0) laboratory.isOnline = true;
  const network = setInterval(() => (laboratory.isOnline = Math.random() < 0.5), 400);
  try {
    const writing = page.evaluate((given) => window.queueLab.writeForEver(given), start);
    await Promise.race([first, writing]);
    writing.catch(() => undefined);
    await pause(Math.random() * 1500);
    await killer.kill();
  } finally {
    clearInterval(network);
  }
}

async function heal(laboratory: QueueLaboratory): Promise<SyncStatus> {
  laboratory.isOnline = true;
  const { context, page } = await laboratory.open();
  const status = await page.evaluate((given) => window.queueLab.heal(given), startOf(laboratory, 0));
  await context.close();
  return status;
}

function startOf({ pair }: QueueLaboratory, firstDay: number): QueueStart {
  const { relationshipId, employeeId, managerId } = pair;
  const actor = { tenantId, personId: managerId, roles: [] };
  return { actor, token: tokenOf(actor), relationshipId, employeeId, firstDay };
}

/** How often each word stands in what the server keeps. */
async function countWords(source: SqlStorageSource): Promise<ReadonlyMap<string, number>> {
  const storage = source.storageOfTenant(tenantId);
  const counts = new Map<string, number>();
  for (const kind of ['sessionContent', 'action', 'comment'] satisfies DocumentKind[]) {
    const { documents } = await storage.query(kind, { index: 'id' });
    for (const { body } of documents) {
      for (const [, word = ''] of JSON.stringify(body).matchAll(/"(?:recorded|action|comment) ([0-9a-f-]{36})"/g))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
