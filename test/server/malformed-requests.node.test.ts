import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedMalformedRequests } from './malformed-requests.ts';

test('random bodies to every route: typed refusals, and nothing that is stored changes', async (context) => {
  const report = await feedMalformedRequests(100, 20261125);
  context.diagnostic(`${report.requests} requests to ${report.routes} routes`);
  assert.deepEqual(report.untyped.slice(0, 10), []);
  assert.deepEqual(report.changed, []);
});
