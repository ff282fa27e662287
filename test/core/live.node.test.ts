import { CoachingError, createMemoryStorage, type Storage } from '@coachkit/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coachingOf, storePair } from '../support/pair.ts';

test('a live query that comes back after a failure with the same data is not refreshing any more', async () => {
  const memory = createMemoryStorage({ tenantId: 'test' });
  let isDown = false;
  const storage: Storage = {
    ...memory,
    query: async (kind, query) => {
      if (isDown) throw new CoachingError('storage-unavailable', 'down', { retryable: true });
      return memory.query(kind, query);
    },
  };
  await storePair(storage);
  const coaching = coachingOf(storage);
  const live = coaching.live({ name: 'agenda' });
  const states: string[] = [];
  const reached = (state: string): Promise<void> =>
    new Promise((resolve) => {
      const off = live.subscribe(() => {
        const snapshot = live.getSnapshot();
        const now = snapshot.status === 'ready' && snapshot.refreshing ? 'refreshing' : snapshot.status;
        states.push(now);
        if (now !== state) return;
        off();
        resolve();
      });
    });
  const off = live.subscribe(() => undefined);
  await reached('ready');
  isDown = true;
  const failed = reached('failed');
  live.refresh();
  await failed;
  isDown = false;
  const ready = reached('ready');
  live.refresh();
  await ready;
  assert.deepEqual(states, ['ready', 'failed', 'refreshing', 'ready']);
  off();
});
