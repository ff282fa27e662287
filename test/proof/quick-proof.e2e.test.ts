import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demands as access } from './access.proof.ts';
import { demands as browserQueue } from './browser-queue.proof.ts';
import { demands as hostPage } from './host-page.proof.ts';
import { demands as malformedRequests } from './malformed-requests.proof.ts';
import { demands as people } from './people.proof.ts';
import { demands as skills } from './skills.proof.ts';
import { demands as storage } from './storage.proof.ts';

// Demands at the size of a test: those that need a whole browser or a database, and who may know what. `npm run proof`
// measures them at full size.
for (const { name, run } of [
  ...access,
  ...browserQueue,
  ...hostPage,
  ...malformedRequests,
  ...people,
  ...skills,
  ...storage,
]) {
  test(`${name}, a small measurement`, async (context) => {
    const { figure, passed } = await run({ full: false });
    context.diagnostic(figure);
    assert.ok(passed, figure);
  });
}
