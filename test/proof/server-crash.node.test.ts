import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postgresMissing } from '../support/postgres.ts';
import { demands } from './server-crash.proof.ts';

// With three kills each. `npm run proof` measures at full size.
for (const { name, run } of demands) {
  test(`${name}, a small measurement`, async (context) => {
    const { figure, passed } = await run({ full: false });
    if (figure === postgresMissing) {
      context.skip(figure);
      return;
    }
    context.diagnostic(figure);
    assert.ok(passed, figure);
  });
}
