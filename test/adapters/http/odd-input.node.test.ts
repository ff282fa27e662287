import { CoachingError } from '@coachkit/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConnectionLaboratory } from '../../support/connection-laboratory.ts';

const circle: Record<string, unknown> = {};
circle.self = circle;
const odd: readonly unknown[] = [
  null,
  undefined,
  0,
  NaN,
  'text',
  '\ud800',
  [],
  {},
  1n,
  () => 1,
  circle,
  { draft: null, version: 1 },
  { draft: 5, version: '1' },
  { personId: '\ud800' },
  { relationshipId: 5, draftVersion: {} },
  { sessionId: [], version: -1 },
];

test('whatever is handed in, online and offline, every verb answers or rejects with a typed error', async () => {
  const lab = await createConnectionLaboratory();
  const it = await lab.connect('priya');
  await lab.run(it.sync.now());
  const groups = ['sessions', 'drafts', 'actions', 'courses', 'skills', 'plans', 'development', 'conflicts'] as const;
  const others = ['relationships', 'directory', 'reports'] as const;
  let calls = 0;
  for (const isDown of [false, true]) {
    lab.meddle = isDown ? lab.down : () => undefined;
    for (const group of [...groups, ...others]) {
      for (const [name, verb] of Object.entries(it[group])) {
        for (const value of odd) {
          calls += 1;
          const call = (verb as (input: unknown) => Promise<unknown>)(value);
          await lab.run(call).catch((error: unknown) => {
            assert.ok(CoachingError.isInstance(error), `${group}.${name}: ${String(error)}`);
          });
        }
      }
    }
  }
  assert.ok(calls > 1_000);
  assert.equal(it.sync.getStatus().waiting, 0);
  assert.deepEqual(await it.sync.refused(), []);
});
