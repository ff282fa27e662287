import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demands } from '../../proof/keyboard.proof.ts';

for (const { name, demand, run } of demands) {
  test(`${name}: ${demand}`, async (context) => {
    const { figure, passed } = await run({ full: false });
    context.diagnostic(figure);
    assert.ok(passed, figure);
  });
}
