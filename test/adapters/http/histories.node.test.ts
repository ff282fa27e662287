import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureHistories } from '../../proof/histories/measure-histories.ts';

// `npm run proof` runs ten thousand of them.
test('a hundred histories over a network that fails: nothing acknowledged is lost or doubled, all devices converge', async (context) => {
  const { acknowledged, faulted, requests, problems } = await measureHistories(100);
  context.diagnostic(`${acknowledged} acknowledged writes, ${faulted} of ${requests} requests faulted`);
  assert.deepEqual(problems, []);
  assert.ok(acknowledged > 500 && faulted > 1_000);
});
