import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const manifest = JSON.parse(
  readFileSync(new URL('../../../packages/elements/package.json', import.meta.url), 'utf8'),
) as { exports: Record<string, string | { default: string }> };

// What lit and zod keep once for a page; nothing of ours is among it.
const ofLibraries = /^(lit|reactiveElement|customElements$|__zod_)/;

const entries = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([name]) => name.replace('.', '@coachkit/elements'));

// What the one file for a script tag is made from; it is no entry of the package.
const cdn = new URL('../../../packages/elements/dist/cdn.js', import.meta.url).href;

describe('on plain Node', () => {
  for (const entry of [...entries, cdn]) {
    it(`importing ${entry.replace(/^file:.*\//, '')} does nothing and does not throw`, async () => {
      const before = Object.keys(globalThis);
      await import(entry);
      assert.equal(typeof document, 'undefined');
      const added = Object.keys(globalThis).filter((name) => !before.includes(name) && !ofLibraries.test(name));
      assert.deepEqual(added, []);
    });
  }

  it('defineAll does nothing', async () => {
    const { defineAll } = await import('@coachkit/elements');
    assert.equal(defineAll({ suffix: 'node' }), undefined);
    const registry = (globalThis as { customElements?: CustomElementRegistry }).customElements;
    assert.equal(registry?.get('coaching-provider-node'), undefined);
  });
});
