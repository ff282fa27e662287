import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedMalformedInput } from './malformed-input.ts';

test('random input to every verb: typed refusals, and what is refused changes nothing', async (context) => {
  const report = await feedMalformedInput(40, 20261124);
  context.diagnostic(`${report.calls} calls of ${report.verbs} verbs, slowest refusal ${report.slowest.toFixed(1)} ms`);
  assert.ok(report.verbs >= 35);
  assert.deepEqual(report.untyped, []);
  assert.deepEqual(report.changed, []);
});
