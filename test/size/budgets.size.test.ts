import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { weigh } from './measure.ts';

const core = `
  export { createCoaching } from '@coachkit/core';
  export { createMemoryStorage } from '@coachkit/adapters/storage/memory';
`;
const element = (name: string): string => `import '@coachkit/elements/${name}/define';`;
const provider = element('provider');
const reading = ['documenting'];

/** Ceilings in kB of 1,024 bytes after gzip; what each use fetches on demand is counted (docs/decisions/0003). */
const budgets: readonly {
  readonly use: string;
  readonly ceiling: number;
  readonly code: string;
  readonly fetches: readonly string[];
}[] = [
  { use: 'core with memory storage, documenting a session', ceiling: 18, code: core, fetches: reading },
  {
    use: 'session form and core',
    ceiling: 36,
    code: core + provider + element('session-form'),
    fetches: ['documenting', 'courses'],
  },
  { use: 'action list and core', ceiling: 32, code: core + provider + element('action-list'), fetches: ['actions'] },
  { use: 'dashboard and core', ceiling: 38, code: core + provider + element('dashboard'), fetches: ['reports'] },
];

describe('weight on the page of the host', () => {
  for (const { use, ceiling, code, fetches } of budgets) {
    test(`${use}: at most ${ceiling} kB`, async (context) => {
      const weight = await weigh(code, fetches);
      const figure = `${(weight.gzip / 1024).toFixed(1)} kB (with ${weight.fetched.join(', ')})`;
      context.diagnostic(figure);
      assert.ok(weight.gzip <= ceiling * 1024, `${use}: ${figure}, at most ${ceiling} kB`);
    });
  }

  const all = ['session-form', 'action-list', 'agenda', 'session-view', 'development-record', 'dashboard'];
  const together = (names: readonly string[]): Promise<number> =>
    weigh(provider + names.map(element).join(''), []).then(({ gzip }) => gzip);

  for (const name of ['action-list', 'agenda', 'session-view', 'development-record']) {
    test(`one more element, ${name}: at most 5 kB`, async (context) => {
      const added = (await together(all)) - (await together(all.filter((each) => each !== name)));
      context.diagnostic(`${(added / 1024).toFixed(1)} kB`);
      assert.ok(added <= 5 * 1024, `${name} adds ${(added / 1024).toFixed(1)} kB`);
    });
  }

  test('importing the domain alone pulls in no Lit and no element', async () => {
    const { gzip } = await weigh(`export { addMonths, cadenceSlots } from '@coachkit/core';`, []);
    assert.ok(gzip < 2048, `two functions of the calendar weigh ${gzip} bytes`);
  });
});
